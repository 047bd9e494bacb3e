import type { Find } from '../../protocol/cache-search.ts';
import type { Head } from '../../protocol/head.ts';
import { type DeskContext, relayNow, update } from './context.ts';
import { applyHeads, findHead } from './heads.ts';
import type { Reading } from './reading.ts';
import { type Asked, queryFor, type Search, withAnswer } from './search.ts';

/** Pages asked for in a row when filters leave nothing of them. */
const EMPTY_PAGES = 10;

export type Searching = {
  /** Changes what is asked, and asks. Letters typed while an answer is under way are asked together after it. */
  readonly search: (change: Partial<Asked>) => void;
  readonly searchMore: () => void;
  /** What there is to filter by. */
  readonly loadFacets: () => Promise<void>;
  /** Puts a find's conversation on screen, at the entry found. */
  readonly openFind: (find: Find) => void;
  /** Puts a conversation on screen that the lists may not hold. */
  readonly openHead: (head: Head) => void;
};

/** Search over the cache: main answers within milliseconds, so each letter asks. */
export function createSearching(context: DeskContext, select: Reading['select']): Searching {
  const { bridge, store } = context;
  let busy = false;

  function change(change: Partial<Search>): void {
    update(context, (view) => ({ ...view, search: { ...view.search, ...change } }));
  }

  /** `void`: the question or its officer changed meanwhile, and the answer was dropped. `empty`: go on looking. */
  async function page(first: boolean): Promise<'void' | 'empty' | 'enough'> {
    const { asked, next, finds } = store.getState().search;
    const answer = await bridge.request('search', queryFor(asked, first ? null : next, relayNow(context)));
    if (store.getState().search.asked !== asked) return 'void';
    update(context, (view) => ({ ...view, search: withAnswer(view.search, answer, first) }));
    const shown = store.getState().search.finds.length;
    return shown > (first ? 0 : finds.length) || answer.next === null ? 'enough' : 'empty';
  }

  async function pages(first: boolean): Promise<void> {
    let begins = first;
    let left = EMPTY_PAGES;
    while (left > 0) {
      const outcome = await page(begins);
      if (outcome === 'enough') return;
      begins = outcome === 'void';
      left = begins ? EMPTY_PAGES : left - 1;
    }
  }

  async function ask(first: boolean): Promise<void> {
    busy = true;
    change({ state: 'busy' });
    try {
      await pages(first);
      change({ state: 'idle' });
    } catch {
      change({ state: 'failed', finds: [], named: null, next: null });
    }
    busy = false;
  }

  return {
    search(asked) {
      const { search } = store.getState();
      change({ asked: { ...search.asked, ...asked } });
      if (!busy) void ask(true);
    },
    searchMore() {
      if (!busy && store.getState().search.next !== null) void ask(false);
    },
    async loadFacets() {
      try {
        change({ facets: await bridge.request('facets', null) });
      } catch {
        // The filters stay as they were; the search itself says when the cache does not answer.
      }
    },
    openFind({ entry, head }) {
      list(head);
      select(head.conversation, { seq: entry.seq });
    },
    openHead(head) {
      list(head);
      select(head.conversation);
    },
  };

  /** Conversations beyond those listed are on screen by their line too. */
  function list(head: Head): void {
    if (findHead(store.getState().heads, head.conversation) !== null) return;
    update(context, (view) => ({
      ...view,
      heads: applyHeads(view.heads, { all: false, heads: [head], gone: [] }),
    }));
  }
}
