/**
 * Text as words that can be searched: the same on the desk's cache, in memory and where a match is marked on
 * screen, so that what was found is what is shown.
 */

/** One word of a text, folded, and where it stands in it (UTF-16 code units; `end` is after it). */
export type Token = { readonly word: string; readonly start: number; readonly end: number };

/** Longer runs (keys, encoded files) are told apart by their beginning. */
const WORD_CHARACTERS = 40;

/** Lower case, without accents and ligatures: `Élève` and `ELEVE`, `cœur` and `coeur` are one word. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, WORD_CHARACTERS);
}

/** The words of a text in order. What is neither letter nor digit parts words: `l’école` is two. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = foldWord(match[0]);
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

export function wordsOf(text: string): string[] {
  return tokensOf(text).map(({ word }) => word);
}

/**
 * How many letters must be added, removed, changed or exchanged with their neighbour to make one word of the
 * other (optimal string alignment), or `limit + 1` for any more than `limit`.
 */
export function distanceWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow(a, b, row, before, twoBefore);
    if (Math.min(...current) > limit) return limit + 1;
    twoBefore = before;
    before = current;
  }
  return Math.min(before[b.length] ?? limit + 1, limit + 1);
}

function nextRow(a: string, b: string, row: number, before: readonly number[], twoBefore: readonly number[]) {
  const current = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const changed = Number(a[row - 1] !== b[column - 1]);
    let best = Math.min(
      at(before, column) + 1,
      at(current, column - 1) + 1,
      at(before, column - 1) + changed,
    );
    const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (exchanged) best = Math.min(best, at(twoBefore, column - 2) + 1);
    current.push(best);
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/** How many wrong letters a word may have and still be meant; numbers have to be right. */
export function tolerance(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /^[0-9]+$/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}
