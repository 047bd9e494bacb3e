import { describe, expect, it } from 'vitest';
import { createTripleShift } from './triple-shift.ts';

function hand() {
  let now = 0;
  const press = createTripleShift(() => now);
  return {
    wait: (ms: number) => {
      now += ms;
    },
    shift: () => press({ key: 'Shift', repeat: false }),
    hold: () => press({ key: 'Shift', repeat: true }),
    type: (key: string) => press({ key, repeat: false }),
  };
}

describe('Shift three times', () => {
  it('is recognised at the third, within a second and a half', () => {
    const { shift, wait } = hand();
    expect([shift(), shift()]).toEqual([false, false]);
    wait(1_500);
    expect(shift()).toBe(true);
    expect(shift()).toBe(false);
  });

  it('is not three capital letters, nor a held key, nor a slow hand', () => {
    const { shift, hold, type, wait } = hand();
    for (const letter of ['A', 'B', 'C', 'D']) {
      expect(shift()).toBe(false);
      expect(type(letter)).toBe(false);
    }
    shift();
    expect([hold(), hold(), hold()]).toEqual([false, false, false]);
    wait(2_000);
    shift();
    wait(1_000);
    shift();
    wait(1_000);
    expect(shift()).toBe(false);
  });
});
