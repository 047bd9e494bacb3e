/** Whether a text looks like an emergency, by the weights that were learnt (bench/emergency/train.ts). */
import { BUCKETS } from './features.ts';
import { marginOf } from './margin.ts';
import { BIAS, PACKED } from './weights.ts';

/** Four weights of -1, 0 or +1 stand in one character, from `(` on, without the backslash. */
export const IN_ONE = 4;
export const FIRST = 40;
export const BACKSLASH = 92;

export function unpack(packed: string): Int8Array {
  const weights = new Int8Array(BUCKETS);
  for (let at = 0; at < packed.length; at += 1) {
    const code = packed.charCodeAt(at);
    let rest = code - FIRST - Number(code > BACKSLASH);
    for (let place = IN_ONE - 1; place >= 0; place -= 1) {
      weights[at * IN_ONE + place] = (rest % 3) - 1;
      rest = Math.floor(rest / 3);
    }
  }
  return weights;
}

let weights: Int8Array | null = null;

/** The margin of the sentences of a text, in weights: above zero it is taken for an emergency. */
export function weigh(sentences: readonly (readonly number[])[]): number {
  if (sentences.length === 0) return Number.NEGATIVE_INFINITY;
  weights ??= unpack(PACKED);
  return marginOf(sentences, weights, BIAS);
}
