import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryId } from './arbitrary.testkit.ts';
import type { Deferral } from './deferral.ts';
import { cameBackTo, compareQueue, mailThatCameBack } from './head.ts';
import { newId } from './ids.ts';

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

describe('W6: an answer that came back', () => {
  const [author, holder] = [newId(), newId()];
  const ref = { officer: holder, rank: 'Brigadier', alias: 'Camille' };
  const task = (state: NonNullable<Deferral['mail']>['state'], change: object = {}) => ({
    ...{ status: 'deferred' as const, holder: null },
    deferral: {
      ...{ askedAt: 1, address: false },
      mail: { email: newId(), at: 2, by: author, state, reason: null },
    },
    ...change,
  });

  test.each(['bounced', 'failed', 'abandoned', 'returned'] as const)(
    '%s is its holder’s, or else its author’s',
    (state) => {
      expect(cameBackTo(task(state))).toBe(author);
      expect(cameBackTo(task(state, { status: 'active', holder: ref }))).toBe(holder);
      const { deferral } = task(state);
      const unsigned = { ...deferral, mail: { email: newId(), at: 2, state, reason: null } };
      expect(cameBackTo(task(state, { deferral: unsigned }))).toBeNull();
      expect(mailThatCameBack(task(state, { deferral: unsigned }))).toMatchObject({ state });
    },
  );

  test('is none while it is on its way, once it was accepted or the conversation closed, and where none was written', () => {
    for (const state of ['queued', 'accepted'] as const) expect(mailThatCameBack(task(state))).toBeNull();
    expect(mailThatCameBack(task('bounced', { status: 'closed' }))).toBeNull();
    expect(mailThatCameBack(task('bounced', { deferral: null }))).toBeNull();
    expect(mailThatCameBack({ status: 'active' })).toBeNull();
  });
});
