import { isSpelt } from '../../protocol/search-terms.ts';
import { distanceWithin, tolerance } from '../../protocol/words.ts';

/** So many near spellings, and so many words that begin like the last one typed, are searched with a word. */
const NEAR = 12;
const STARTING = 24;
/** Fewer letters begin too many words to mean any. */
const PREFIX_FROM = 3;

type Bucket = { readonly words: string[]; readonly letters: number[] };

/** Which of 26 letters and a few digits a word has: two words a few letters apart differ in few of these bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) % 32);
  return bits;
}

function bitCount(value: number): number {
  let rest = value >>> 0;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/**
 * The words that cached entries hold, in memory: where near spellings and the ends of half-typed words come
 * from. Numbers and signs without spaces have neither, and are not in it. Never on the disk: a purge need not look for them there.
 */
export class Lexicon {
  readonly #counts = new Map<string, number>();
  readonly #byLength = new Map<number, Bucket>();

  get size(): number {
    return this.#counts.size;
  }

  add(word: string, times = 1): void {
    if (!isSpelt(word)) return;
    const known = this.#counts.get(word);
    this.#counts.set(word, (known ?? 0) + times);
    if (known !== undefined) return;
    const bucket = this.#byLength.get(word.length) ?? { words: [], letters: [] };
    bucket.words.push(word);
    bucket.letters.push(lettersOf(word));
    this.#byLength.set(word.length, bucket);
  }

  remove(word: string): void {
    if (!this.#counts.delete(word)) return;
    const bucket = this.#byLength.get(word.length);
    const index = bucket?.words.indexOf(word) ?? -1;
    if (bucket === undefined || index < 0) return;
    bucket.words.splice(index, 1);
    bucket.letters.splice(index, 1);
  }

  clear(): void {
    this.#counts.clear();
    this.#byLength.clear();
  }

  /** Words that may be meant by this one, without itself: the nearest first, the commoner first among them. */
  near(word: string): string[] {
    const limit = tolerance(word);
    if (limit === 0) return [];
    const letters = lettersOf(word);
    const found: { word: string; distance: number }[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      const bucket = this.#byLength.get(length);
      if (bucket === undefined) continue;
      for (let index = 0; index < bucket.words.length; index += 1) {
        if (bitCount((bucket.letters[index] ?? 0) ^ letters) > 2 * limit) continue;
        const candidate = bucket.words[index] ?? '';
        const distance = candidate === word ? 0 : distanceWithin(word, candidate, limit);
        if (distance > 0 && distance <= limit) found.push({ word: candidate, distance });
      }
    }
    found.sort((a, b) => a.distance - b.distance || this.#count(b.word) - this.#count(a.word));
    return found.slice(0, NEAR).map((one) => one.word);
  }

  /** The commonest longer words that begin so. */
  starting(prefix: string): string[] {
    if (prefix.length < PREFIX_FROM) return [];
    const found: string[] = [];
    for (const word of this.#counts.keys()) {
      if (word.length > prefix.length && word.startsWith(prefix)) found.push(word);
    }
    return found.sort((a, b) => this.#count(b) - this.#count(a)).slice(0, STARTING);
  }

  #count(word: string): number {
    return this.#counts.get(word) ?? 0;
  }
}
