import { everyday, meaningfulWords, stem } from '../../protocol/help-search.ts';
import { words } from './normalise.ts';
import { joinDigits, phraseOf, type Said, wholeKeyword } from './said.ts';

/** One field of an item: what is searched in it, and how much a hit there is worth (1 is the most). */
export type Field = {
  readonly words: readonly string[];
  /** What it spells without its spaces, from each of its words on: "aurevoir", "volvelo". */
  readonly joined: readonly string[];
  readonly weight: number;
};

export type Indexed<Item> = {
  readonly item: Item;
  readonly fields: readonly Field[];
  readonly rank: number;
  readonly said?: Said;
};

/** Prepares items once; searching then costs no normalisation. `fieldsOf` gives each text with its weight. */
export function indexOf<Item>(
  items: readonly Item[],
  fieldsOf: (item: Item) => readonly (readonly [text: string, weight: number])[],
  saidOf?: (item: Item) => Said,
): readonly Indexed<Item>[] {
  return items.map((item, rank) => ({
    item,
    rank,
    fields: fieldsOf(item).map(([text, weight]) => fieldOf(text, weight)),
    ...(saidOf === undefined ? {} : { said: saidOf(item) }),
  }));
}

/** A field of more words is a text, whose words nobody runs together. */
const NAME_WORDS = 12;

function fieldOf(text: string, weight: number): Field {
  const all = words(text);
  if (all.length > NAME_WORDS) return { words: all, joined: [], weight };
  return {
    words: all,
    joined: [...new Set([...joinedFrom(all), ...joinedFrom(meaningfulWords(text))])],
    weight,
  };
}

function joinedFrom(all: readonly string[]): string[] {
  return all.slice(0, -1).map((_, at) => all.slice(at).join(''));
}

/** Whether two words differ by one letter added, lost, changed or swapped with its neighbour. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Whether the letters of `needle` come in order inside `word`, its first letter being the word's first. */
function isSubsequence(needle: string, word: string): boolean {
  if (needle[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) {
    if (letter === needle[at]) at += 1;
    if (at === needle.length) return true;
  }
  return false;
}

/** How well a typed word fits a word of the text: 0 for not at all, 1 for the same. */
export function wordFit(typed: string, word: string): number {
  if (word === typed) return 1;
  if (word.startsWith(typed)) return 0.9;
  if (typed.length >= 3 && word.includes(typed)) return 0.6;
  // A slip of the finger, also in a word not finished: compared with as much of the word as was typed. Less than the
  // word itself in a text counts: "perte" is no slip of "porter".
  if (typed.length >= 4 && (isNear(typed, word) || isNear(typed, word.slice(0, typed.length)))) return 0.35;
  if (typed.length >= 3 && isSubsequence(typed, word)) return 0.2;
  return 0;
}

/** Fewer letters run together are the beginning of something else. */
const JOINED_FROM = 5;
/** Words run together are surer than a part of one, and less sure than a beginning. */
const JOINED = 0.8;

function joinedFit(typed: string, joined: readonly string[]): number {
  if (typed.length < JOINED_FROM) return 0;
  return joined.some((name) => name.startsWith(typed)) ? JOINED : 0;
}

function bestFit(typed: string, fields: readonly Field[]): number {
  let best = 0;
  for (const field of fields) {
    for (const word of field.words) best = Math.max(best, wordFit(typed, word) * field.weight);
    if (best < JOINED * field.weight) best = Math.max(best, joinedFit(typed, field.joined) * field.weight);
    if (best === 1) return best;
  }
  return best;
}

type Found<Item> = {
  readonly item: Item;
  readonly rank: number;
  readonly score: number;
  /** Below all others, whatever its score. */
  readonly last?: boolean;
};

function best<Item>(found: readonly Found<Item>[], limit: number): readonly Item[] {
  return [...found]
    .sort((a, b) => Number(a.last === true) - Number(b.last === true) || b.score - a.score || a.rank - b.rank)
    .slice(0, limit)
    .map(({ item }) => item);
}

/** Each item's worth for each typed word, 0 where it has none of it. */
type Scored<Item> = Pick<Found<Item>, 'item' | 'rank'> & { readonly fits: readonly number[] };

function withAll<Item>(scored: readonly Scored<Item>[]): readonly Found<Item>[] {
  return scored
    .filter(({ fits }) => !fits.includes(0))
    .map(({ item, rank, fits }) => ({ item, rank, score: fits.reduce((sum, fit) => sum + fit, 0) }));
}

/**
 * Items in which every typed word is found somewhere, the best first; all of them, in their own order, for an
 * empty query. Items that fit as well keep their order.
 */
export function search<Item>(index: readonly Indexed<Item>[], query: string, limit: number): readonly Item[] {
  const typed = words(query);
  if (typed.length === 0) return index.slice(0, limit).map(({ item }) => item);
  const scored = index.map(({ item, fields, rank }) => {
    return { item, rank, fits: typed.map((word) => bestFit(word, fields)) };
  });
  return best(withAll(scored), limit);
}

/** A word said by its proper name counts a little less than one that was typed. */
const MEANT = 0.9;
/** The same word with another ending: "racistes", "raciste". */
const SAME_STEM = 0.85;
/** A word of several is enough where nothing has them all, but only if it is really that word. */
const SURE = 0.25;

function meantFit(typed: string, fields: readonly Field[]): number {
  const root = stem(typed);
  let most = bestFit(typed, fields);
  for (const { words: known, weight } of fields) {
    if (weight * SAME_STEM <= most) continue;
    if (known.some((word) => word.startsWith(root) && stem(word) === root)) most = weight * SAME_STEM;
  }
  const proper = everyday(typed).map(
    (word) => MEANT * Math.max(0, ...fields.map((field) => exactly(word, field))),
  );
  return Math.max(most, ...proper);
}

function exactly(word: string, { words: known, weight }: Field): number {
  return known.includes(word) ? weight : 0;
}

/** What each word adds that belongs to a keyword of which all words are typed: people call it so. */
const WHOLE = 0.5;

/**
 * The same for what officers type in a hurry: words that say nothing are left out, slang and endings are understood, a
 * number is one however it is spaced, and where no item has every word, those that have the rarest of them are given, unless
 * all words are asked for. An item with a keyword that is all there counts more, and like one that has every word where that
 * keyword is half of what was asked: a single word of a sentence must hide nobody who has the others. What is only for
 * those who say so of themselves comes after all others where they do not.
 */
export function searchMeaning<Item>(
  index: readonly Indexed<Item>[],
  query: string,
  limit: number,
  which: 'all' | 'some' = 'some',
): readonly Item[] {
  const joined = joinDigits(query);
  const found = searchWords(index, joined, limit, which);
  return found.length > 0 || joined === query ? found : searchWords(index, query, limit, which);
}

function searchWords<Item>(
  index: readonly Indexed<Item>[],
  query: string,
  limit: number,
  which: 'all' | 'some',
): readonly Item[] {
  const meaningful = meaningfulWords(query);
  if (meaningful.length === 0) return search(index, query, limit);
  const asked = phraseOf(query);
  const scored = index.map(({ item, fields, rank, said }) => {
    const fits = meaningful.map((word) => meantFit(word, fields));
    const named = said === undefined ? 0 : wholeKeyword(said, asked);
    return { item, rank, fits, named, last: said?.own === true && named === 0 };
  });
  const whole = scored
    .filter(({ fits, named }) => !fits.includes(0) || (which === 'some' && named * 2 >= meaningful.length))
    .map(({ fits, named, ...each }) => {
      const sum = fits.reduce((total, fit) => total + fit, 0);
      return { ...each, score: sum + named * WHOLE };
    });
  if (whole.length > 0 || meaningful.length === 1 || which === 'all') return best(whole, limit);
  const rarity = meaningful.map((_, place) => {
    const having = scored.filter(({ fits }) => (fits[place] ?? 0) >= SURE).length;
    return Math.log(1 + index.length / Math.max(1, having));
  });
  const some = scored.map(({ item, rank, fits, named, last }): Found<Item> => {
    const sure = fits.map((fit, place) => (fit >= SURE ? fit * (rarity[place] ?? 0) : 0));
    return { item, rank, last, score: sure.reduce((sum, fit) => sum + fit, 0) + named * WHOLE };
  });
  return best(
    some.filter(({ score }) => score > 0),
    limit,
  );
}
