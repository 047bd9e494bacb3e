import { describe, expect, it } from 'vitest';
import { judge, type SectionResult } from './figure.ts';
import { report, totals } from './table.ts';

const latency: SectionResult = {
  section: 'latency',
  figures: [
    { what: 'p99', value: 312, unit: 'ms', samples: 4000, budget: { sense: 'below', limit: 250 } },
    { what: 'p50', value: 1.2345, unit: 'ms', samples: 4000 },
  ],
  notes: ['warm-up left out'],
  failure: null,
  seconds: 12.3,
};
const desk: SectionResult = { section: 'desk', figures: [], notes: [], failure: 'no display', seconds: 0 };

describe('judge', () => {
  it('says by how much of the budget a figure misses it', () => {
    expect(judge(312, { sense: 'below', limit: 250 })).toEqual({ met: false, text: 'MISSED by 25 %' });
    expect(judge(4, { sense: 'at-least', limit: 10 })).toEqual({ met: false, text: 'MISSED by 60 %' });
    expect(judge(3, { sense: 'at-most', limit: 0 })).toEqual({ met: false, text: 'MISSED by 3' });
  });

  it('treats the limit itself as the sense says', () => {
    expect(judge(250, { sense: 'below', limit: 250 }).met).toBe(false);
    expect(judge(12, { sense: 'at-most', limit: 12 }).met).toBe(true);
    expect(judge(10, { sense: 'at-least', limit: 10 }).met).toBe(true);
    expect(judge(1, { sense: 'above', limit: 1 }).met).toBe(false);
  });

  it('never calls a figure that is not a number met', () => {
    for (const sense of ['at-most', 'at-least', 'below', 'above'] as const) {
      expect(judge(Number.NaN, { sense, limit: 1 }).met).toBe(false);
    }
  });
});

describe('report', () => {
  it('keeps each note and failure with its section, in order', () => {
    const lines = report([latency, desk]).split('\n');
    const at = (part: string) => lines.findIndex((line) => line.includes(part));
    expect(at('312 ms')).toBeGreaterThan(at('latency'));
    expect(at('warm-up left out')).toBeGreaterThan(at('1.23 ms'));
    expect(at('desk')).toBeGreaterThan(at('warm-up left out'));
    expect(at('NOT MEASURED: no display')).toBeGreaterThan(at('desk'));
    expect(lines[at('312 ms')]).toMatch(/< 250 ms\s+MISSED by 25 %\s+n=4,000$/);
  });

  it('counts what was met, missed and not measured', () => {
    expect(totals([latency, desk])).toEqual({ met: 0, missed: 1, failed: 1 });
  });
});
