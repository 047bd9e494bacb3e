import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

/** Seeds that found something keep their place here, with what it was; the others meet every kind of act. */
const SEEDS: readonly (readonly [seed: number, steps: number, why: string])[] = [
  [1, 1_000, 'unlimited rates'],
  [2, 1_000, 'distribution by load'],
  [3, 1_000, 'narrow limits of rate'],
  [4, 1_000, 'distribution, restored from a copy'],
  [57, 1_000, 'a desk kept as sent what only the former store had acknowledged'],
  [53, 1_000, 'the same, with a desk that is down'],
  [34, 2_400, 'an offer that ran out between the last look and the judgement'],
  [31, 2_400, 'drafts of desks that died'],
];

/** What docs/protocol.md promises and this model can see; each must have been looked at, or nothing was proved. */
const RULES = [
  'D1',
  'D3',
  'D4',
  'D5',
  'G3',
  'J1',
  'J2',
  'L1',
  'L2',
  'P1',
  'P2',
  'Q2',
  'Q3',
  'Q5',
  'Q6',
  'Q7',
  'R1',
  'R2',
  'R3',
  'S1',
];

describe('citizens, desks, a supervisor and the relay over wires that move by hand', () => {
  const looked = new Map<string, number>();

  it.each(SEEDS)(
    'seed %i, %i steps (%s): every rule holds at every step, and at rest',
    async (seed, steps) => {
      const played = await play(seed, steps);
      expect(played.steps).toBe(steps);
      expect(played.messages).toBeGreaterThan(0);
      for (const [rule, times] of played.looked) looked.set(rule, (looked.get(rule) ?? 0) + times);
    },
  );

  it(`looked at ${RULES.join(', ')}`, () => {
    expect(RULES.filter((rule) => (looked.get(rule) ?? 0) < 10)).toEqual([]);
  });
});
