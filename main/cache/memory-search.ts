import { type CacheQuery, searchedText } from '../../protocol/cache-search.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import { Lexicon } from './lexicon.ts';
import type { CacheStore } from './operations.ts';
import { personalKeys } from './personal-index.ts';
import {
  entryWords,
  inPeriod,
  matches,
  partakers,
  placeOf,
  type Scan,
  type Scanned,
  search,
  type Walk,
} from './searching.ts';

type Placed = { readonly entry: Entry; readonly head: Head; place: number };
type Conversation = { readonly head: Head | null; readonly entries: readonly Entry[] };

/**
 * Search where nothing may touch the disk: one shift's conversations, looked through one by one. Nothing is kept
 * between two searches, so nothing of what was purged is either.
 */
export function createMemorySearch(
  conversations: ReadonlyMap<Id, Conversation>,
): Pick<CacheStore, 'search' | 'facets' | 'index' | 'elsewhere'> {
  function lexicon(): Lexicon {
    const words = new Lexicon();
    for (const { entries } of conversations.values())
      for (const entry of entries) for (const word of entryWords(entry)) words.add(word);
    return words;
  }

  function scan({ groups, before, limit, query }: Scan): Scanned {
    const finds: Placed[] = [];
    for (const { head, entries } of conversations.values()) {
      if (head === null || !passes(head, entries, query)) continue;
      for (const entry of entries.filter((one) => inPeriod(one.at, query) && matches(groups, one)))
        finds.push({ entry, head, place: placeOf(entry.at) });
    }
    return paged(finds, before, limit);
  }

  function latest({ before, limit, query }: Walk): Scanned {
    const finds: Placed[] = [];
    for (const { head, entries } of conversations.values()) {
      const shown = newestIn(entries, query);
      if (head === null || shown === undefined || !passes(head, entries, query)) continue;
      finds.push({ entry: shown, head, place: placeOf(Math.max(...entries.map(({ at }) => at))) });
    }
    return paged(finds, before, limit);
  }

  function paged(finds: Placed[], before: number | null, limit: number): Scanned {
    finds.sort((a, b) => a.place - b.place || (a.entry.id < b.entry.id ? -1 : 1));
    // Entries of one millisecond share it in their order, as they do on a file.
    for (const [index, find] of finds.entries()) find.place = after(finds[index - 1]?.place, find.place);
    const newest = finds.reverse().filter(({ place }) => before === null || place < before);
    const page = newest.slice(0, limit);
    return { finds: page, next: newest.length > limit ? (page.at(-1)?.place ?? null) : null };
  }

  return {
    search: ({ query }) =>
      search(
        {
          lexicon: lexicon(),
          scan,
          latest,
          named: (reference) =>
            [...conversations.values()].find(({ head }) => head?.reference === reference)?.head ?? null,
          whole: () => true,
        },
        query,
      ),
    facets() {
      const tags = new Set<string>();
      const officers = new Map<Id, { officer: Id; rank: string; alias: string }>();
      for (const { head, entries } of conversations.values()) {
        for (const tag of head?.tags ?? []) tags.add(tag);
        for (const { officer, rank, alias } of entries.flatMap(partakers))
          officers.set(officer, { officer, rank, alias });
      }
      return {
        tags: [...tags].sort(),
        officers: [...officers.values()].sort((a, b) => (a.alias < b.alias ? -1 : 1)),
      };
    },
    index: () => ({ left: false }),
    elsewhere({ conversation, keys }) {
      const here = new Set(conversations.get(conversation)?.entries.flatMap(personalKeys));
      const wanted = new Set(keys.filter((key) => !here.has(key)));
      const others = [...conversations.values()].flatMap(({ entries }) => entries.flatMap(personalKeys));
      return { keys: [...new Set(others.filter((key) => wanted.has(key)))] };
    },
  };
}

/** The newest of what was said in the period, or else of all that happened. */
function newestIn(entries: readonly Entry[], query: CacheQuery): Entry | undefined {
  const said = entries.findLast((entry) => inPeriod(entry.at, query) && searchedText(entry.body) !== null);
  return said ?? entries.findLast(({ at }) => inPeriod(at, query));
}

function after(before: number | undefined, place: number): number {
  return before === undefined || before < place ? place : before + 1;
}

function passes(head: Head, entries: readonly Entry[], { disposition, tag, officer }: CacheQuery): boolean {
  if (disposition !== null && head.disposition !== disposition) return false;
  if (tag !== null && !head.tags.includes(tag)) return false;
  return officer === null || entries.flatMap(partakers).some((one) => one.officer === officer);
}
