import { words } from './normalise.ts';

/** One field of an item: what is searched in it, and how much a hit there is worth (1 is the most). */
export type Field = { readonly words: readonly string[]; readonly weight: number };

export type Indexed<Item> = { readonly item: Item; readonly fields: readonly Field[]; readonly rank: number };

/** Prepares items once; searching then costs no normalisation. `fieldsOf` gives each text with its weight. */
export function indexOf<Item>(
  items: readonly Item[],
  fieldsOf: (item: Item) => readonly (readonly [text: string, weight: number])[],
): readonly Indexed<Item>[] {
  return items.map((item, rank) => ({
    item,
    rank,
    fields: fieldsOf(item).map(([text, weight]) => ({ words: words(text), weight })),
  }));
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
  // A slip of the finger, also in a word not finished: compared with as much of the word as was typed.
  if (typed.length >= 4 && (isNear(typed, word) || isNear(typed, word.slice(0, typed.length)))) return 0.5;
  if (typed.length >= 3 && isSubsequence(typed, word)) return 0.2;
  return 0;
}

function bestFit(typed: string, fields: readonly Field[]): number {
  let best = 0;
  for (const field of fields) {
    for (const word of field.words) best = Math.max(best, wordFit(typed, word) * field.weight);
    if (best === 1) return best;
  }
  return best;
}

/**
 * Items in which every typed word is found somewhere, the best first; all of them, in their own order, for an
 * empty query. Items that fit as well keep their order.
 */
export function search<Item>(index: readonly Indexed<Item>[], query: string, limit: number): readonly Item[] {
  const typed = words(query);
  if (typed.length === 0) return index.slice(0, limit).map(({ item }) => item);
  const found: { item: Item; rank: number; score: number }[] = [];
  for (const { item, fields, rank } of index) {
    let score = 0;
    for (const word of typed) {
      const best = bestFit(word, fields);
      if (best === 0) {
        score = 0;
        break;
      }
      score += best;
    }
    if (score > 0) found.push({ item, rank, score });
  }
  found.sort((a, b) => b.score - a.score || a.rank - b.rank);
  return found.slice(0, limit).map(({ item }) => item);
}
