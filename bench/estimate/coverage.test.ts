import { describe, expect, test } from 'vitest';
import { REGIMES } from './regimes.ts';
import { coverageOf, play } from './simulate.ts';

/** Seeds of these tests; the bench plays others as well. */
const SEEDS = [7919, 15_838, 23_757];

describe('the interval that people who wait are told', () => {
  test.each(REGIMES.map((regime) => [regime.name, regime] as const))(
    '%s: it holds for at least 4 people in 5, and stays useful',
    (_, regime) => {
      const { held, heldQueued, people, untold, widthMean, waitMean } = coverageOf(regime, SEEDS);
      expect(people).toBeGreaterThan(300);
      expect(held).toBeGreaterThanOrEqual(0.8);
      // Those who had to wait, apart: an interval of a minute for who is taken at once must not stand for them.
      expect(heldQueued).toBeGreaterThanOrEqual(0.8);
      // Not everything said is vague: narrower than four times the wait, or than six minutes.
      expect(widthMean).toBeLessThan(Math.max(6, 4 * waitMean));
      // Where an officer closes four talks an hour, nothing recent enough is known for a while.
      expect(untold).toBeLessThan(0.3);
    },
  );

  test('the same seed plays the same queue', () => {
    const regime = REGIMES[2];
    if (regime === undefined) throw new Error('no such regime');
    const short = { ...regime, hours: 3 };
    expect(play(short, 1)).toEqual(play(short, 1));
    expect(play(short, 1)).not.toEqual(play(short, 2));
  });
});
