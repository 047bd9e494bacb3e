import type { CacheAnswer, CacheQuery, Find, SearchCursor } from '../../protocol/cache-search.ts';
import { referenceIn, searchedText } from '../../protocol/cache-search.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import { type Form, indexedWords, isCertain, SearchedText, termsOf } from '../../protocol/search-terms.ts';
import { wordsOf } from '../../protocol/words.ts';
import type { Lexicon } from './lexicon.ts';

/** What a query asks for; each must be in an entry, in one of its forms. */
type Groups = readonly (readonly Form[])[];

export type Walk = {
  /** Finds before this place only; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
  readonly query: CacheQuery;
};
export type Scan = Walk & { readonly groups: Groups };

export type Scanned = {
  readonly finds: readonly { readonly entry: Entry; readonly head: Head; readonly place: number }[];
  /** Where to go on; null at the end. */
  readonly next: number | null;
};

/** What differs between file and memory. */
export type SearchSource = {
  readonly lexicon: Lexicon;
  /** Entries that may have what is asked for; a form that is not certain is looked for in their texts. */
  readonly scan: (scan: Scan) => Scanned;
  /** Conversations that pass the query's filters, by the newest of what was said in them in its period. */
  readonly latest: (walk: Walk) => Scanned;
  readonly named: (reference: string) => Head | null;
  readonly whole: () => boolean;
};

/** An IBAN has seven groups, and a word or two before it. */
const QUERY_WORDS = 12;
/** Places in one millisecond: entries of one instant keep their order. */
const PER_MILLISECOND = 1_024;
/** Year 2223: nothing is found by a later time, so that no place loses its last digits. */
export const LAST_TIME = 8e12;

/** The first place of an instant. A place orders entries by time, and is unique where the cache gives it. */
export function placeOf(at: Time): number {
  return Math.min(at, LAST_TIME) * PER_MILLISECOND;
}

/**
 * The first free place of an instant, or of the next one that has any: a burst may share one. `highest`: what is taken
 * last in a range of places.
 */
export function freePlace(
  highest: { get(from: bigint, before: bigint): number | null | undefined },
  at: Time,
): number {
  for (let instant = at; ; instant += 1) {
    const first = placeOf(instant);
    const end = placeOf(instant + 1);
    const place = (highest.get(BigInt(first), BigInt(end)) ?? first - 1) + 1;
    if (place < end) return place;
  }
}

/** One search, the same on a file and in memory. */
export function search(source: SearchSource, query: CacheQuery): CacheAnswer {
  const reference = query.after === null ? referenceIn(query.text) : null;
  const named = reference === null ? null : source.named(reference);
  const whole = source.whole();
  const terms = termsOf(query.text, QUERY_WORDS);
  if (terms.length === 0) return { ...filtered(source, query), named, words: [], whole };
  const exact = exactForms(source.lexicon, terms, /[\p{L}\p{N}]$/u.test(query.text));
  const near = nearForms(source.lexicon, exact);
  const first = query.after?.near === true ? NOTHING : scanExact(source, exact, query);
  const { finds, next } = first;
  if (next !== null || near === null) {
    return { finds, named, words: exact.flat(), next, whole };
  }
  const rest = scanNear(source, exact, near, query, query.limit - finds.length);
  return { finds: [...finds, ...rest.finds], named, words: near.flat(), next: rest.next, whole };
}

type Found = { readonly finds: Find[]; readonly next: SearchCursor | null };
const NOTHING: Found = { finds: [], next: null };

/** What filters alone leave, and nothing without any. */
function filtered(source: SearchSource, query: CacheQuery): Found {
  const { from, until, disposition, tag, officer, limit, after } = query;
  if ([from, until, disposition, tag, officer].every((filter) => filter === null)) return NOTHING;
  return found(source.latest({ before: after?.before ?? null, limit, query }));
}

function found({ finds, next }: Scanned): Found {
  return {
    finds: finds.map(({ entry, head }) => ({ entry, head, near: false })),
    next: next === null ? null : { near: false, before: next },
  };
}

/** A page of what the index gives, without what its texts do not bear out. */
function scan(source: SearchSource, asked: Scan): Scanned {
  const doubtful = asked.groups.filter((forms) => !forms.every(isCertain));
  const { finds, next } = source.scan(asked);
  if (doubtful.length === 0) return { finds, next };
  return { finds: finds.filter(({ entry }) => matches(doubtful, entry)), next };
}

function scanExact(source: SearchSource, groups: Groups, query: CacheQuery): Found {
  const before = query.after?.before ?? null;
  return found(scan(source, { groups, before, limit: query.limit, query }));
}

function scanNear(
  source: SearchSource,
  exact: Groups,
  near: Groups,
  query: CacheQuery,
  limit: number,
): Found {
  const before = query.after?.near === true ? query.after.before : null;
  if (limit <= 0) return { finds: [], next: { near: true, before: Number.MAX_SAFE_INTEGER } };
  const { finds, next } = scan(source, { groups: near, before, limit, query });
  return {
    finds: finds
      // Those written exactly so have been shown.
      .filter(({ entry }) => !matches(exact, entry))
      .map(({ entry, head }) => ({ entry, head, near: true })),
    next: next === null ? null : { near: true, before: next },
  };
}

function exactForms(lexicon: Lexicon, terms: Groups, unfinished: boolean): Groups {
  return terms.map((forms, index) =>
    unfinished && index === terms.length - 1 ? [...forms, ...lexicon.starting(forms[0] ?? '')] : forms,
  );
}

/** Null when no word has a near spelling: a second look would find the same. */
function nearForms(lexicon: Lexicon, exact: Groups): Groups | null {
  let more = false;
  const groups = exact.map((forms) => {
    const near = lexicon.near(forms[0] ?? '').filter((word) => !forms.includes(word));
    more ||= near.length > 0;
    return [...forms, ...near];
  });
  return more ? groups : null;
}

/** Whether an entry has all that is asked for. */
export function matches(groups: Groups, { body }: Entry): boolean {
  const text = searchedText(body);
  if (text === null) return false;
  const searched = new SearchedText(text);
  return groups.every((forms) => forms.some((form) => searched.has(form)));
}

/** The words by which an entry is found; none for what cannot be searched. */
export function entryWords(entry: Entry): string[] {
  const text = searchedText(entry.body);
  return text === null ? [] : indexedWords(text);
}

/** The same as desks before this version indexed it: what must go from an index that one of them made. */
export function olderWords(entry: Entry): string[] {
  const text = searchedText(entry.body);
  return text === null ? [] : wordsOf(text);
}

/** Whether an instant lies in a query's period. */
export function inPeriod(at: Time, { from, until }: CacheQuery): boolean {
  return (from === null || at >= from) && (until === null || at < until);
}

/** Officers who have a part in a conversation by this entry. */
export function partakers({ author, body }: Entry): { officer: Id; rank: string; alias: string }[] {
  const found: { officer: Id; rank: string; alias: string }[] = [];
  if (author.role === 'officer') found.push(author);
  if (body.kind === 'assignment') found.push(body.to);
  return found;
}
