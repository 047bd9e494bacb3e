import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHold, heldRows, LINGER, LONGEST, placesOf, plainRows, REST } from './steady.ts';

describe('rows held under the hand', () => {
  const how = { keyOf: (item: string) => item[0] ?? '' };
  const said = (rows: ReturnType<typeof plainRows<string>>) =>
    rows.map(({ item, gone }) => (gone ? '-' : item));

  test('keep their places and say what is true now; who left leaves an empty one, newcomers stand below', () => {
    const rows = heldRows(plainRows(['a', 'b', 'c'], how), ['d', 'c2', 'a'], how);
    expect(said(rows)).toEqual(['a', '-', 'c2', 'd']);
    expect(said(heldRows(rows, ['b', 'a'], how))).toEqual(['a', 'b', '-', '-']);
  });

  test('are counted without the empty places', () => {
    const rows = heldRows(plainRows(['a', 'b', 'c'], how), ['d', 'c'], how);
    expect(said(rows)).toEqual(['-', '-', 'c', 'd']);
    expect(placesOf(rows).slice(2)).toEqual([1, 2]);
  });

  test('newcomers move each other neither', () => {
    const first = heldRows(plainRows(['a'], how), ['x', 'a'], how);
    expect(said(heldRows(first, ['u', 'x', 'a'], how))).toEqual(['a', 'x', 'u']);
  });
});

describe('the hold', () => {
  const told: boolean[] = [];
  let hold: ReturnType<typeof createHold>;
  beforeEach(() => {
    vi.useFakeTimers();
    told.length = 0;
    hold = createHold((held) => told.push(held));
  });
  afterEach(() => vi.useRealTimers());

  test('lasts while the pointer rests, and a little after it left', () => {
    hold.aim('pointer');
    vi.advanceTimersByTime(REST - 1);
    expect(told).toEqual([true]);
    hold.leave('pointer');
    vi.advanceTimersByTime(LINGER - 1);
    expect(told).toEqual([true]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([true, false]);
  });

  test('lasts while the focus is on a row, though the pointer left', () => {
    hold.aim('pointer');
    hold.aim('focus');
    hold.leave('pointer');
    vi.advanceTimersByTime(LINGER * 2);
    expect(told).toEqual([true]);
    hold.leave('focus');
    vi.advanceTimersByTime(LINGER);
    expect(told).toEqual([true, false]);
  });

  test('a pointer left there does not hold it all night; its next movement holds it again', () => {
    hold.aim('pointer');
    vi.advanceTimersByTime(REST);
    expect(told).toEqual([true, false]);
    hold.aim('pointer');
    expect(told).toEqual([true, false, true]);
  });

  test('a pointer that trembles does not either', () => {
    for (let time = 0; time < LONGEST; time += 1_000) {
      hold.aim('pointer');
      vi.advanceTimersByTime(1_000);
    }
    expect(told).toEqual([true, false]);
  });

  test('is forgotten with its rest: what left with the focus on it prolongs no later hold', () => {
    hold.aim('focus');
    vi.advanceTimersByTime(REST);
    hold.aim('pointer');
    hold.leave('pointer');
    vi.advanceTimersByTime(LINGER);
    expect(told).toEqual([true, false, true, false]);
  });

  test('ends at once when another order is asked for', () => {
    hold.aim('pointer');
    hold.release();
    vi.advanceTimersByTime(LONGEST);
    expect(told).toEqual([true, false]);
  });
});
