import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryId } from './arbitrary.testkit.ts';
import { compareQueue } from './head.ts';

const queued = fc.record({
  conversation: arbitraryId,
  emergency: fc.constantFrom('none' as const, 'flagged' as const, 'acknowledged' as const),
  returned: fc.boolean(),
  waitingSince: fc.integer({ min: 0, max: 20 }),
});

describe('Q1: the queue’s order', () => {
  test('is total: antisymmetric, transitive, and equal only for the same conversation', () => {
    fc.assert(
      fc.property(queued, queued, queued, (a, b, c) => {
        expect(Math.sign(compareQueue(a, b))).toBe(-Math.sign(compareQueue(b, a)) + 0);
        if (compareQueue(a, b) <= 0 && compareQueue(b, c) <= 0)
          expect(compareQueue(a, c)).toBeLessThanOrEqual(0);
        if (compareQueue(a, b) === 0) expect(a.conversation).toBe(b.conversation);
      }),
    );
  });

  test('emergencies first, then what came back, then first come first served', () => {
    fc.assert(
      fc.property(fc.array(queued, { maxLength: 12 }), (queue) => {
        const sorted = [...queue].sort(compareQueue);
        const rank = sorted.map((head) => (head.emergency !== 'none' ? 0 : 2) + (head.returned ? 0 : 1));
        expect(rank).toEqual([...rank].sort((a, b) => a - b));
        sorted.forEach((head, index) => {
          const next = sorted[index + 1];
          if (next !== undefined && rank[index] === rank[index + 1]) {
            expect(head.waitingSince).toBeLessThanOrEqual(next.waitingSince);
          }
        });
      }),
    );
  });
});
