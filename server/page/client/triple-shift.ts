import type { Time } from '../../../protocol/ids.ts';

const PRESSES = 3;
/** From the first press to the last, in milliseconds. */
const WITHIN = 1_500;

export type KeyPress = { readonly key: string; readonly repeat: boolean };

/**
 * Recognises Shift pressed three times in a row, quickly, with no other key between: what a frightened hand
 * can do without looking. Holding Shift counts once. Returns true at the third press.
 */
export function createTripleShift(now: () => Time): (press: KeyPress) => boolean {
  let presses: Time[] = [];
  return ({ key, repeat }) => {
    if (key !== 'Shift') {
      presses = [];
      return false;
    }
    if (repeat) return false;
    const at = now();
    presses = [...presses.filter((before) => at - before <= WITHIN), at];
    if (presses.length < PRESSES) return false;
    presses = [];
    return true;
  };
}
