import type { CacheAnswer, CacheQuery, Find, SearchCursor } from '../../protocol/cache-search.ts';
import { referenceIn, searchedText } from '../../protocol/cache-search.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import { wordsOf } from '../../protocol/words.ts';
import type { Lexicon } from './lexicon.ts';

/** Words of a query; each must be in an entry, by one of its forms. */
type Groups = readonly (readonly string[])[];

export type Scan = {
  readonly groups: Groups;
  /** Finds before this place only; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
  readonly query: CacheQuery;
};

export type Scanned = {
  readonly finds: readonly { readonly entry: Entry; readonly head: Head; readonly place: number }[];
  /** Where to go on; null at the end. */
  readonly next: number | null;
};

/** What differs between file and memory. */
export type SearchSource = {
  readonly lexicon: Lexicon;
  readonly scan: (scan: Scan) => Scanned;
  readonly named: (reference: string) => Head | null;
  readonly whole: () => boolean;
};

const QUERY_WORDS = 8;
/** Places in one millisecond: entries of one instant keep their order. */
const PER_MILLISECOND = 1_024;
/** Year 2223: nothing is found by a later time, so that no place loses its last digits. */
export const LAST_TIME = 8e12;

/** The first place of an instant. A place orders entries by time, and is unique where the cache gives it. */
export function placeOf(at: Time): number {
  return Math.min(at, LAST_TIME) * PER_MILLISECOND;
}

/** One search, the same on a file and in memory. */
export function search(source: SearchSource, query: CacheQuery): CacheAnswer {
  const reference = query.after === null ? referenceIn(query.text) : null;
  const named = reference === null ? null : source.named(reference);
  const whole = source.whole();
  const words = [...new Set(wordsOf(query.text))].slice(0, QUERY_WORDS);
  if (words.length === 0) return { finds: [], named, words: [], next: null, whole };
  const exact = exactForms(source.lexicon, words, /[\p{L}\p{N}]$/u.test(query.text));
  const near = nearForms(source.lexicon, exact);
  const found = query.after?.near === true ? [] : scanExact(source, exact, query);
  const [first] = found;
  const finds: Find[] = first === undefined ? [] : [...first.finds];
  const next: SearchCursor | null = first?.next ?? null;
  if (next !== null || near === null) {
    return { finds, named, words: exact.flat(), next, whole };
  }
  const rest = scanNear(source, exact, near, query, query.limit - finds.length);
  return { finds: [...finds, ...rest.finds], named, words: near.flat(), next: rest.next, whole };
}

type Found = { readonly finds: readonly Find[]; readonly next: SearchCursor | null };

function scanExact(source: SearchSource, groups: Groups, query: CacheQuery): [Found] {
  const before = query.after?.before ?? null;
  const { finds, next } = source.scan({ groups, before, limit: query.limit, query });
  return [
    {
      finds: finds.map(({ entry, head }) => ({ entry, head, near: false })),
      next: next === null ? null : { near: false, before: next },
    },
  ];
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
  const { finds, next } = source.scan({ groups: near, before, limit, query });
  return {
    finds: finds
      // Those written exactly so have been shown.
      .filter(({ entry }) => !matches(exact, new Set(entryWords(entry))))
      .map(({ entry, head }) => ({ entry, head, near: true })),
    next: next === null ? null : { near: true, before: next },
  };
}

function exactForms(lexicon: Lexicon, words: readonly string[], unfinished: boolean): Groups {
  return words.map((word, index) =>
    unfinished && index === words.length - 1 ? [word, ...lexicon.starting(word)] : [word],
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

export function matches(groups: Groups, words: ReadonlySet<string>): boolean {
  return groups.every((forms) => forms.some((form) => words.has(form)));
}

/** The words by which an entry is found; none for what cannot be searched. */
export function entryWords(entry: Entry): string[] {
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
