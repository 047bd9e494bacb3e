import type { CacheAnswer, CacheQuery, Facets, Find, SearchCursor } from '../../protocol/cache-search.ts';
import type { Disposition } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';

/** How far back to look, in days; null for all that the cache holds. */
export const PERIODS = [1, 7, 30] as const;
export type Period = (typeof PERIODS)[number] | null;

/** What the officer asks. */
export type Asked = {
  readonly text: string;
  readonly period: Period;
  readonly disposition: Disposition | null;
  readonly tag: string | null;
  readonly officer: Id | null;
};

/** The search and what it found, kept when its dialog closes: opening one find is not the end of looking. */
export type Search = {
  readonly asked: Asked;
  readonly finds: readonly Find[];
  readonly named: Head | null;
  /** Folded words to mark in the finds. */
  readonly words: ReadonlySet<string>;
  readonly next: SearchCursor | null;
  readonly whole: boolean;
  readonly state: 'idle' | 'busy' | 'failed';
  readonly facets: Facets;
};

const NOTHING_ASKED: Asked = { text: '', period: null, disposition: null, tag: null, officer: null };

export const NO_SEARCH: Search = {
  asked: NOTHING_ASKED,
  finds: [],
  named: null,
  words: new Set(),
  next: null,
  whole: true,
  state: 'idle',
  facets: { tags: [], officers: [] },
};

/** Words, a reference or a filter: filters alone list the conversations that pass them. */
export function asksAnything({ text, period, disposition, tag, officer }: Asked): boolean {
  return text.trim() !== '' || [period, disposition, tag, officer].some((filter) => filter !== null);
}

const PAGE = 40;
const DAY = 86_400_000;

/** The query of a page: the first one, or what follows `after`. `now`: the relay's time. */
export function queryFor(asked: Asked, after: SearchCursor | null, now: number): CacheQuery {
  const { text, period, disposition, tag, officer } = asked;
  const from = period === null ? null : Math.max(0, Math.floor(now - period * DAY));
  return { text, from, until: null, disposition, tag, officer, after, limit: PAGE };
}

/** The search with one more page, or with its first one. */
export function withAnswer(search: Search, answer: CacheAnswer, first: boolean): Search {
  return {
    ...search,
    state: 'idle',
    finds: first ? answer.finds : [...search.finds, ...answer.finds],
    named: first ? answer.named : search.named,
    words: new Set(first ? answer.words : [...search.words, ...answer.words]),
    next: answer.next,
    whole: answer.whole,
  };
}

/** Without conversations that were destroyed, or that this desk may read no more. */
export function dropFinds(search: Search, conversations: readonly Id[]): Search {
  const gone = new Set(conversations);
  const finds = search.finds.filter(({ head }) => !gone.has(head.conversation));
  const named = search.named !== null && gone.has(search.named.conversation) ? null : search.named;
  if (finds.length === search.finds.length && named === search.named) return search;
  return { ...search, finds, named };
}
