/** What words mean: the families and literals they stand for, misspelt, shortened and glued words included. */
import { sound, squeeze } from './normalise.ts';
import { COMMON, FAMILIES, FILLERS, SHORTHAND } from './words.ts';

function squeezed(text: string): Set<string> {
  return new Set(text.split(/\s+/).map(squeeze));
}

function lessOneLetter(word: string): string[] {
  // The first letter is nearly always right; keeping it keeps chance resemblances away.
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
}

/** Words of time and number mean what they say. */
const EXACT = new Set(['LONG', 'DAY', 'MONTH', 'NUM', 'NOT', 'PRON']);

/** Letters that French glues to the next word on a telephone: `jsuis`, `mfrappe`, `daide`. */
const GLUED = /^(qu|[jmtsldnc])(?=[a-z]{3})/;

/** How many words that mean nothing are remembered. */
const MEANINGLESS = 2_000;

/** A number for a word, of 53 bits: what is remembered of messages must not be words. */
function printOf(word: string): number {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}

/** Families and literals have numbers; a literal is a family of one word. Phrases are numbered the same way. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #exact = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();
  readonly #sounds = new Map<string, number[]>();
  readonly #short = new Map<string, number[]>();
  /** Words of set phrases. */
  readonly #spoken = new Set<string>();
  readonly #common = squeezed(COMMON);
  readonly #fillers = squeezed(FILLERS);
  readonly #shorthand = new Map(
    SHORTHAND.split(',').map((pair) => {
      const [short = '', ...long] = pair.trim().split(/\s+/).map(squeeze);
      return [short, long] as const;
    }),
  );

  /** Prints of words that mean nothing, so that `bonjour` is not searched for twice. */
  readonly #meaningless = new Set<number>();

  constructor() {
    for (const line of FAMILIES.split(/\n(?! )/)) {
      const [family, ...words] = line.trim().split(/\s+/);
      if (family) for (const word of words) this.#learn(word, this.#number(family), !EXACT.has(family));
    }
  }

  #number(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }

  #learn(word: string, number: number, misspelt: boolean): void {
    const add = (map: Map<string, number[]>, key: string) => {
      const has = map.get(key);
      if (has === undefined) map.set(key, [number]);
      else if (!has.includes(number)) has.push(number);
    };
    const plain = squeeze(word.replace(/-$/, ''));
    if (word.endsWith('-')) add(this.#stems, plain);
    add(this.#exact, plain);
    if (!misspelt || plain.length < 5) return;
    if (sound(plain).length >= 4) add(this.#sounds, sound(plain));
    if (plain.length >= 6) for (const less of lessOneLetter(plain)) add(this.#short, less);
  }

  /**
   * The number of a family (`WEAPON`), a literal (`revien-` for a stem), or a phrase (`en_train_de`). A literal
   * is understood misspelt when `misspelt`.
   */
  numberOf(name: string, misspelt = false): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#number(name);
    if (name.includes('_')) for (const word of name.split('_')) this.#spoken.add(squeeze(word));
    else this.#learn(name, number, misspelt);
    return number;
  }

  isFiller(word: string): boolean {
    return this.#fillers.has(word);
  }

  #exactly(word: string): number[] {
    const found = [...(this.#exact.get(word) ?? [])];
    for (let length = 3; length < word.length && length < 13; length += 1) {
      const stem = this.#stems.get(word.slice(0, length));
      if (stem !== undefined && word.length <= length + 6) found.push(...stem);
    }
    return found;
  }

  #knows(word: string): boolean {
    return this.#fillers.has(word) || this.#spoken.has(word) || this.#exactly(word).length > 0;
  }

  #misspelt(word: string): readonly number[] {
    if (word.length < 4 || word.length > 16 || this.#common.has(word)) return [];
    const print = printOf(word);
    if (this.#meaningless.has(print)) return [];
    const found = this.#likely(word);
    if (found.length === 0) {
      if (this.#meaningless.size >= MEANINGLESS) this.#meaningless.clear();
      this.#meaningless.add(print);
    }
    return found;
  }

  #likely(word: string): readonly number[] {
    const heard = this.#sounds.get(sound(word));
    if (heard !== undefined || word.length < 6) return heard ?? [];
    const close = this.#short.get(word);
    if (close !== undefined) return close;
    for (const less of lessOneLetter(word)) {
      const near = this.#exact.get(less) ?? (word.length >= 7 ? this.#short.get(less) : undefined);
      if (near !== undefined && less.length >= 6) return near;
    }
    return [];
  }

  /** What a word stands for. Empty for words the rules do not know. */
  look(word: string): readonly number[] {
    if (/^\d+$/.test(word)) {
      return [
        this.numberOf('NUM'),
        ...(/^(19|20)\d\d$/.test(word) ? [this.numberOf('YEAR')] : []),
        ...this.#exactly(word),
      ];
    }
    if (this.#common.has(word)) return this.#exact.get(word) ?? [];
    const exact = this.#exactly(word);
    return exact.length > 0 ? exact : this.#misspelt(word);
  }

  /** A word as written on a telephone, as the words it is short for. */
  writtenOut(word: string): readonly string[] {
    const long = this.#shorthand.get(word);
    if (long !== undefined) return long;
    if (this.#common.has(word) || this.#knows(word)) return [word];
    const [letter] = GLUED.exec(word) ?? [];
    if (letter === undefined) return [word];
    const rest = word.slice(letter.length);
    const further = this.#shorthand.get(rest);
    if (further !== undefined) return [letter, ...further];
    return this.#knows(rest) ? [letter, rest] : [word];
  }
}
