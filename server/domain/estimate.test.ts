import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  estimateWait,
  forecast,
  learn,
  NOTHING_MEASURED,
  type Pace,
  paceOf,
  withMeasure,
} from './estimate.ts';

const MINUTE = 60_000;

describe('the estimate of a wait', () => {
  const pace = (changes: Partial<Pace> = {}): Pace => ({
    service: 12 * MINUTE,
    soon: 90_000,
    errors: { low: -0.5, high: 1 },
    busy: 6,
    free: 0,
    ...changes,
  });

  it('promises nothing without measurements, or with nobody on duty', () => {
    expect(estimateWait(1, pace({ service: null }))).toBeNull();
    expect(estimateWait(1, pace({ busy: 0 }))).toBeNull();
    expect(estimateWait(1, pace({ soon: null, free: 1 }))).toBeNull();
    const few = withMeasure(withMeasure([], 0, MINUTE), 0, MINUTE);
    const known = paceOf({ services: few, takes: few, errors: few }, 0, { busy: 1, free: 0 });
    expect(known).toMatchObject({ service: null, soon: null });
  });

  it('counts the conversations that must end first, and is as wide as forecasts were wrong', () => {
    expect(estimateWait(1, pace())).toEqual({ low: 1, high: 4 });
    expect(estimateWait(4, pace())).toEqual({ low: 6, high: 12 });
    expect(estimateWait(16, pace())).toEqual({ low: 28, high: 40 });
    expect(estimateWait(18, pace({ free: 2 }))).toEqual({ low: 28, high: 40 });
    expect(estimateWait(2, pace({ free: 2 }))).toEqual({ low: 0, high: 2 });
  });

  it('learns from each wait that ended: a pace twice as slow as the count says moves the interval', () => {
    let measured = NOTHING_MEASURED;
    for (let count = 0; count < 40; count += 1) {
      measured = { ...measured, services: withMeasure(measured.services, count, 12 * MINUTE) };
      const now = paceOf(measured, count, { busy: 4, free: 0 });
      const made = forecast(4, now);
      if (made !== null) measured = learn(measured, made, (22 + (count % 5)) * MINUTE, count);
    }
    const { low, high } = estimateWait(4, paceOf(measured, 40, { busy: 4, free: 0 })) ?? { low: 0, high: 0 };
    expect(low).toBeGreaterThanOrEqual(21);
    expect(high).toBeLessThanOrEqual(27);
    const soon = learn(measured, { kind: 'soon' }, MINUTE, 40);
    expect([soon.takes.length, soon.errors.length]).toEqual([1, measured.errors.length]);
  });

  it('forgets what is old, and keeps a bounded number of measurements', () => {
    let services = withMeasure([], 0, MINUTE);
    for (let count = 0; count < 500; count += 1) services = withMeasure(services, 1_000, MINUTE);
    expect(services.length).toBeLessThanOrEqual(64);
    const at = (now: number) => paceOf({ ...NOTHING_MEASURED, services }, now, { busy: 1, free: 0 }).service;
    expect(at(1_000)).toBe(MINUTE);
    expect(at(3 * 60 * MINUTE)).toBeNull();
  });

  it('property: an interval is ordered, and further back is never sooner', () => {
    const errors = fc
      .tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: 0, max: 6, noNaN: true }))
      .map(([low, more]) => ({ low, high: low + more }));
    const anyPace = fc.record({
      service: fc.nat(60 * MINUTE),
      soon: fc.nat(60 * MINUTE),
      errors,
      busy: fc.nat(20),
      free: fc.constant(0),
    });
    fc.assert(
      fc.property(anyPace, fc.integer({ min: 1, max: 200 }), (given, position) => {
        const [here, next] = [estimateWait(position, given), estimateWait(position + 1, given)];
        if (here === null || next === null) {
          expect(given.busy).toBe(0);
          return;
        }
        expect(here.low).toBeLessThan(here.high);
        expect(next.low).toBeGreaterThanOrEqual(here.low);
        expect(next.high).toBeGreaterThanOrEqual(here.high);
      }),
    );
  });
});
