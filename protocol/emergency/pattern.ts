/** The rule language: reading patterns, and finding them in a sentence. See rules.ts for how they are written. */
import type { Lexicon } from './lexicon.ts';
import { squeeze, type Token } from './normalise.ts';
import { FILLERS } from './words.ts';

/** A pattern spans at most this many words, so that matching is linear in the text. */
const SPAN = 20;
const GAP = 3;

type Item = {
  readonly any: ReadonlySet<number>;
  /** Other words allowed before it. */
  readonly gap: number;
  /** The end of the sentence will do as well. */
  readonly end: boolean;
  /** The next word must not be one of `any`; nothing is consumed. */
  readonly not: boolean;
};

export type Pattern = { readonly atStart: boolean; readonly items: readonly Item[] };

/** A word with what the lexicon makes of it. */
export type Known = Token & {
  readonly is: readonly number[];
  readonly filler: boolean;
  /** A verb of the past ("m'a frappé"): see tense.ts. */
  readonly done: boolean;
};

/** Words [start, end) of the text; `done` when no reading of it avoids a verb of the past. */
export type Match = { readonly start: number; readonly end: number; readonly done: boolean };

const FILLER_WORDS: ReadonlySet<string> = new Set(FILLERS.split(/\s+/).map(squeeze));

export function isFiller(word: string): boolean {
  return FILLER_WORDS.has(word);
}

/** Reads one line of the rule language. */
export function readPattern(line: string, lexicon: Lexicon): Pattern {
  let atStart = false;
  let gap = 0;
  const items: Item[] = [];
  for (const part of line.trim().split(/\s+/)) {
    if (part === '^') atStart = true;
    else if (part.startsWith('~')) gap = part.length > 1 ? Number(part.slice(1)) : GAP;
    else {
      const not = part.startsWith('!');
      const names = (not ? part.slice(1) : part).split('|');
      const any = new Set(names.filter((name) => name !== '$').map((name) => lexicon.numberOf(name)));
      items.push({ any, gap, end: names.includes('$'), not });
      gap = 0;
    }
  }
  return { atStart, items };
}

export function readPatterns(text: string, lexicon: Lexicon): Pattern[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readPattern(line, lexicon));
}

/** Counts the elementary steps of matching, for the test that they grow no faster than the text. */
export type Steps = { count: number };

function meets(word: Known | undefined, item: Item): boolean {
  if (word === undefined) return false;
  for (const number of word.is) if (item.any.has(number)) return true;
  return false;
}

/** How far a reading may run over words it does not mean, fillers included. */
const REACH = 8;

/** The sentence under the eye: its words, where it may be read from and to. */
export type Span = { readonly words: readonly Known[]; readonly first: number; readonly last: number };

/**
 * Where a reading may stand, as offsets from its start, one bit each: `clean` having meant no verb of the
 * past, `done` having meant one.
 */
type Standing = { clean: number; done: number };

type Search = {
  readonly words: readonly Known[];
  readonly start: number;
  readonly limit: number;
  readonly steps: Steps;
};

function after({ words, start, limit, steps }: Search, from: number, item: Item): Standing {
  const next: Standing = { clean: 0, done: 0 };
  let spare = item.gap;
  for (let at = from; at <= from + REACH; at += 1) {
    steps.count += 1;
    const word = start + at < limit ? words[start + at] : undefined;
    if (word === undefined) {
      if (item.end) next.clean |= 1 << at;
      return next;
    }
    if (meets(word, item)) next[word.done ? 'done' : 'clean'] |= 1 << (at + 1);
    if (word.filler) continue;
    if (spare === 0) return next;
    spare -= 1;
  }
  return next;
}

function advance(search: Search, { clean, done }: Standing, item: Item): Standing {
  const next: Standing = { clean: 0, done: 0 };
  for (let offset = 1, left = (clean | done) >> 1; left !== 0; offset += 1, left >>= 1) {
    if ((left & 1) === 0) continue;
    const bit = 1 << offset;
    if (item.not) {
      const met = search.start + offset < search.limit && meets(search.words[search.start + offset], item);
      if (!met) {
        next.clean |= clean & bit;
        next.done |= done & bit;
      }
      continue;
    }
    const reached = after(search, offset, item);
    if (clean & bit) next.clean |= reached.clean;
    next.done |= reached.done | (done & bit ? reached.clean : 0);
  }
  return next;
}

function begins({ words, first }: Span, pattern: Pattern, start: number): boolean {
  if (!pattern.atStart) return true;
  if (start - first >= REACH) return false;
  const others = words.slice(first, start).filter(({ filler }) => !filler).length;
  return others <= (pattern.items[0]?.gap ?? 0);
}

/**
 * The shortest match of a pattern beginning exactly at `start`, or null. Work is bounded by the pattern's
 * length times SPAN times REACH, whatever the text.
 */
export function matchAt(span: Span, pattern: Pattern, start: number, steps: Steps): Match | null {
  const { words, last } = span;
  const [head, ...rest] = pattern.items;
  const word = words[start];
  if (head === undefined || word === undefined || !meets(word, head) || !begins(span, pattern, start)) {
    return null;
  }
  const search: Search = { words, start, limit: Math.min(last, start + SPAN), steps };
  let standing: Standing = word.done ? { clean: 0, done: 2 } : { clean: 2, done: 0 };
  for (const item of rest) {
    standing = advance(search, standing, item);
    if (standing.clean === 0 && standing.done === 0) return null;
  }
  const reached = standing.clean === 0 ? standing.done : standing.clean;
  const length = 31 - Math.clz32(reached & -reached);
  // A sentence cut off by SPAN has not ended: `$` must be its true end.
  if (rest.at(-1)?.end === true && start + length === search.limit && search.limit < last) return null;
  return { start, end: start + length, done: standing.clean === 0 };
}

/** Whether every word a pattern needs is somewhere among `present`: most patterns are ruled out here. */
export function couldMatch({ items }: Pattern, present: ReadonlySet<number>): boolean {
  return items.every(({ any, not, end }) => {
    if (not || end) return true;
    for (const number of any) if (present.has(number)) return true;
    return false;
  });
}
