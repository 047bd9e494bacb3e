import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, percentile, slope, summarize } from './statistics.ts';

const samples = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 300 });
const share = fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000);

describe('percentiles', () => {
  it('are the nearest rank over all samples', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.07)).toBe(7);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.01)).toBe(7);
  });

  it('are samples, with at least the share at or below and less than the share strictly below', () => {
    fc.assert(
      fc.property(samples, share, (given, part) => {
        const sorted = [...given].sort((a, b) => a - b);
        const value = percentile(sorted, part);
        const atMost = sorted.filter((sample) => sample <= value).length;
        const below = sorted.filter((sample) => sample < value).length;
        expect(sorted).toContain(value);
        expect(atMost).toBeGreaterThanOrEqual(part * sorted.length - 1e-6);
        expect(below).toBeLessThan(part * sorted.length);
      }),
    );
  });

  it('of nothing, and of a share outside (0, 1], are errors', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => percentile([1], 0)).toThrow(RangeError);
    expect(() => percentile([1], 1.01)).toThrow(RangeError);
    expect(() => summarize([])).toThrow(RangeError);
    expect(() => median([])).toThrow(RangeError);
  });

  it('do not depend on the order in which samples came', () => {
    expect(summarize([3, 1, 2])).toEqual({ count: 3, mean: 2, p50: 2, p95: 3, p99: 3, maximum: 3 });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

describe('slope', () => {
  it('finds the line it was given, whatever the base', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 20 }),
        (rise, base, xs) => {
          expect(slope(xs.map((x) => ({ x, y: base + rise * x })))).toBeCloseTo(rise, 5);
        },
      ),
    );
  });

  it('needs two different x', () => {
    expect(() => slope([])).toThrow(RangeError);
    expect(() =>
      slope([
        { x: 1, y: 2 },
        { x: 1, y: 3 },
      ]),
    ).toThrow(RangeError);
  });
});
