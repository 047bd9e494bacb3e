/** From the packed weights that were learnt (bench/emergency/train.ts) to what they say of a text. */
import { BUCKETS } from './features.ts';
import { marginOf } from './margin.ts';
import { BIAS } from './weights.ts';

/** A weight is a whole number from -LEVELS to +LEVELS. */
export const LEVELS = 3;
const VALUES = 2 * LEVELS + 1;

/** Two weights stand in one character, from `(` on: none of them is a quote, a backslash or other than ASCII. */
const FIRST = 40;

export function pack(weights: Int8Array): string {
  let packed = '';
  for (let at = 0; at < weights.length; at += 2) {
    const [one = 0, other = 0] = weights.subarray(at, at + 2);
    packed += String.fromCharCode(FIRST + (one + LEVELS) * VALUES + other + LEVELS);
  }
  return packed;
}

/** @throws {RangeError} when the text is not as many packed weights as there are features told apart. */
export function unpack(packed: string): Int8Array {
  const weights = new Int8Array(BUCKETS);
  if (packed.length * 2 !== BUCKETS) throw new RangeError(`${packed.length} characters of weights`);
  for (let at = 0; at < packed.length; at += 1) {
    const both = packed.charCodeAt(at) - FIRST;
    if (both < 0 || both >= VALUES * VALUES) throw new RangeError(`no weights at ${at}`);
    weights[2 * at] = Math.floor(both / VALUES) - LEVELS;
    weights[2 * at + 1] = (both % VALUES) - LEVELS;
  }
  return weights;
}

/** The margin of the sentences of a text, in weights: above zero it is taken for an emergency. */
export function weigh(sentences: readonly (readonly number[])[], weights: Int8Array): number {
  return sentences.length === 0 ? Number.NEGATIVE_INFINITY : marginOf(sentences, weights, BIAS);
}
