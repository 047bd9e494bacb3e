/** Which families a word belongs to, misspelt or not. Built once, on first use. */
import { sound, squeeze } from './normalise.ts';
import { COMMON, FAMILIES } from './words.ts';

type Index = {
  /** Word → numbers of the families and literals it stands for. */
  readonly exact: Map<string, number[]>;
  readonly stems: Map<string, number[]>;
  readonly sounds: Map<string, number[]>;
  /** Word short of one letter → what it could be. */
  readonly short: Map<string, number[]>;
  readonly common: ReadonlySet<string>;
};

/** Families and literals by number: a literal is a family of one word. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #index: Index = {
    exact: new Map(),
    stems: new Map(),
    sounds: new Map(),
    short: new Map(),
    common: new Set(COMMON.split(/\s+/).map(squeeze)),
  };

  constructor() {
    for (const [family, words] of Object.entries(FAMILIES)) {
      const number = this.#number(family);
      for (const word of words.split(/\s+/)) this.#learn(word, number, true);
    }
  }

  #number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  #learn(word: string, number: number, misspelt: boolean): void {
    const add = (map: Map<string, number[]>, key: string) => {
      const has = map.get(key);
      if (has === undefined) map.set(key, [number]);
      else if (!has.includes(number)) has.push(number);
    };
    if (word.endsWith('*')) {
      add(this.#index.stems, squeeze(word.slice(0, -1)));
      return;
    }
    const plain = squeeze(word);
    add(this.#index.exact, plain);
    if (!misspelt || plain.length < 5) return;
    if (sound(plain).length >= 4) add(this.#index.sounds, sound(plain));
    if (plain.length >= 7) for (const less of lessOneLetter(plain)) add(this.#index.short, less);
  }

  /** The number of a family (`WEAPON`) or of a literal word. */
  numberOf(name: string): number {
    if (name in FAMILIES) return this.#number(name);
    const literal = `=${squeeze(name.toLowerCase())}`;
    const fresh = !this.#numbers.has(literal);
    const number = this.#number(literal);
    if (fresh) this.#learn(name, number, true);
    return number;
  }

  #misspelt(word: string): readonly number[] {
    const { exact, sounds, short, common } = this.#index;
    if (word.length < 5 || word.length > 16 || common.has(word)) return [];
    const heard = sounds.get(sound(word));
    if (heard !== undefined || word.length < 6) return heard ?? [];
    const close = short.get(word);
    if (close !== undefined) return close;
    for (const less of lessOneLetter(word)) {
      const near = exact.get(less) ?? (word.length >= 7 ? short.get(less) : undefined);
      if (near !== undefined && less.length >= 6) return near;
    }
    return [];
  }

  /** What a word stands for: numbers of families and literals. Empty for words the rules do not know. */
  look(word: string): readonly number[] {
    const found = [...(this.#index.exact.get(word) ?? [])];
    if (/^\d+$/.test(word)) {
      found.push(this.#number('NUM'));
      if (/^(19|20)\d\d$/.test(word)) found.push(this.#number('YEAR'));
      return found;
    }
    for (let length = 3; length <= Math.min(word.length, 10); length += 1) {
      const stem = this.#index.stems.get(word.slice(0, length));
      if (stem !== undefined && word.length <= length + 5) found.push(...stem);
    }
    return found.length > 0 ? found : this.#misspelt(word);
  }
}

function lessOneLetter(word: string): string[] {
  // The first letter is nearly always right; keeping it keeps chance resemblances away.
  return Array.from(
    { length: word.length - 1 },
    (_, index) => word.slice(0, index + 1) + word.slice(index + 2),
  );
}
