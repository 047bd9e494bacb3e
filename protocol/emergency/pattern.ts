/** The rule language: reading its lines, and finding them in a sentence. See rules.ts for how they are written. */
import type { Lexicon } from './lexicon.ts';
import { sound, squeeze, type Token } from './normalise.ts';

/** How far apart the words of a line may stand, fillers not counted, unless the line says. */
const NEAR = 5;

/** Over how many words, fillers counted, a line may reach on either side: what bounds the work. */
const REACH = 12;

export type Pattern = {
  readonly near: number;
  /** The sentence says nothing else. */
  readonly whole: boolean;
  /** Sets of families and literals, all of which must be met. */
  readonly items: readonly (readonly number[])[];
  /** `<` grave though finished; `?` only if not over; `!` carries its own denial. */
  readonly mark: '' | '<' | '?' | '!';
  /** The items stand in this order (guards); else in any (rules). */
  readonly ordered: boolean;
};

/** A word with what the lexicon makes of it. */
export type Known = Token & {
  readonly is: readonly number[];
  /** Its place among the words that are not fillers. */
  readonly place: number;
  readonly filler: boolean;
  /** A verb of the past ("m'a frappé"). */
  readonly done: boolean;
};

/**
 * Words [start, end) of the text, and which of them were meant; `done` when a verb of the past is among
 * [start, end).
 */
export type Match = {
  readonly start: number;
  readonly end: number;
  readonly meant: readonly number[];
  readonly done: boolean;
};

/** The sentence under the eye. */
export type Span = { readonly words: readonly Known[]; readonly first: number; readonly last: number };

/** Set phrases, by their first word. */
export type Phrases = Map<string, { readonly number: number; readonly words: readonly string[] }[]>;

/** Counts the elementary steps of matching, for the test that they grow no faster than the text. */
export type Steps = { count: number };

/** Reads the lines of a rule; the set phrases they use are added to `phrases`. */
export function readPatterns(text: string, ordered: boolean, lexicon: Lexicon, phrases: Phrases): Pattern[] {
  const numberOf = (name: string) => {
    const number = lexicon.numberOf(name, !ordered);
    const [first = '', ...rest] = name.split('_').map(squeeze);
    if (rest.length > 0) {
      const list = phrases.get(first) ?? [];
      if (!list.some((phrase) => phrase.number === number)) list.push({ number, words: rest });
      phrases.set(first, list);
    }
    return number;
  };
  return text
    .trim()
    .split(/\s*[;\n]\s*/)
    .filter((line) => line !== '')
    .map((line) => {
      const [, mark = '', near, rest = ''] = /^([<?!]?)\s*(\d+(?=\s))?\s*(.*)$/.exec(line) ?? [];
      return {
        mark: mark as Pattern['mark'],
        near: near === undefined ? NEAR : Number(near),
        whole: near === '0',
        ordered,
        items: rest.split(/\s+/).map((item) => item.split('|').map(numberOf)),
      };
    });
}

/** One letter too many, missing or wrong, or two changed about. */
function oneSlip(word: string, wanted: string): boolean {
  let head = 0;
  while (head < wanted.length && word[head] === wanted[head]) head += 1;
  const ends = (skipped: number, missed: number) =>
    word.slice(head + skipped) === wanted.slice(head + missed);
  const turned = word[head] === wanted[head + 1] && word[head + 1] === wanted[head] && ends(2, 2);
  return ends(1, 0) || ends(0, 1) || ends(1, 1) || turned;
}

/** Alike to the ear; short words must be alike to the eye. */
function same(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (word.length < 4 || wanted.length < 4 || word[0] !== wanted[0]) return false;
  return sound(word) === sound(wanted) || (wanted.length >= 6 && oneSlip(word, wanted));
}

/** The numbers of the set phrases that begin at a word. Fillers may stand inside. */
export function phrasesAt(words: readonly Token[], at: number, phrases: Phrases, lexicon: Lexicon): number[] {
  const found: number[] = [];
  for (const phrase of phrases.get(words[at]?.word ?? '') ?? []) {
    let next = at + 1;
    let met = 0;
    while (met < phrase.words.length && next <= at + REACH && words[next]?.sentence === words[at]?.sentence) {
      const word = words[next]?.word ?? '';
      if (same(word, phrase.words[met] ?? '')) met += 1;
      else if (!lexicon.isFiller(word)) break;
      next += 1;
    }
    if (met === phrase.words.length) found.push(phrase.number);
  }
  return found;
}

function meets(word: Known | undefined, item: readonly number[]): boolean {
  return word?.is.some((number) => item.includes(number)) ?? false;
}

/**
 * The nearest word that meets an item and is not yet used: around the first word meant, or after the last one
 * for an ordered pattern. -1 when there is none in reach.
 */
function nearest(
  { words, first, last }: Span,
  { near, ordered, whole }: Pattern,
  item: readonly number[],
  used: readonly number[],
  steps: Steps,
): number {
  const anchor = (ordered ? used[used.length - 1] : used[0]) ?? first;
  const place = words[anchor]?.place ?? 0;
  const fits = (at: number) => {
    steps.count += 1;
    if (at < first || at >= last || used.includes(at) || !meets(words[at], item)) return false;
    return Math.abs((words[at]?.place ?? 0) - place) <= (whole ? NEAR : near);
  };
  for (let distance = 1; distance <= REACH; distance += 1) {
    if (fits(anchor + distance)) return anchor + distance;
    if (!ordered && fits(anchor - distance)) return anchor - distance;
  }
  return -1;
}

/** The match of a pattern whose first item is met at `anchor`, or null. */
export function matchAt(span: Span, pattern: Pattern, anchor: number, steps: Steps): Match | null {
  const [head, ...rest] = pattern.items;
  if (head === undefined || !meets(span.words[anchor], head)) return null;
  const used = [anchor];
  for (const item of rest) {
    const at = nearest(span, pattern, item, used, steps);
    if (at === -1) return null;
    used.push(at);
  }
  if (pattern.whole) {
    for (let at = span.first; at < span.last; at += 1) {
      const word = span.words[at];
      if (word?.filler === false && !pattern.items.some((item) => meets(word, item))) return null;
    }
  }
  const start = Math.min(...used);
  const end = Math.max(...used) + 1;
  return { start, end, meant: used, done: span.words.slice(start, end).some(({ done }) => done) };
}

/** Whether all a pattern needs is somewhere among `present`: most patterns are ruled out here. */
export function couldMatch({ items }: Pattern, present: ReadonlySet<number>): boolean {
  return items.every((item) => item.some((number) => present.has(number)));
}
