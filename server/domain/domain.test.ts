import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryId } from '../../protocol/arbitrary.testkit.ts';
import { absent, choose, deskCame, deskWent, graceIsOver, isReceiving, visible } from './presence.ts';
import { firstInQueue, inQueueOrder } from './queue.ts';
import { fullBucket, takeToken } from './rate.ts';
import { type Candidate, chooseOfficer } from './routing.ts';

describe('Q1: the queue’s order', () => {
  const waiting = fc.record({
    conversation: arbitraryId,
    emergency: fc.constantFrom('none' as const, 'flagged' as const, 'acknowledged' as const),
    returned: fc.boolean(),
    waitingSince: fc.integer({ min: 0, max: 20 }),
  });
  const queue = fc.uniqueArray(waiting, { selector: ({ conversation }) => conversation, maxLength: 30 });

  it('property: the same whatever the order of arrival in memory, and the first is the first', () => {
    fc.assert(
      fc.property(queue, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (items, random) => {
        const shuffled = items
          .map((item) => ({ item, key: random.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
        const ordered = inQueueOrder(items);
        expect(inQueueOrder(shuffled)).toEqual(ordered);
        expect(firstInQueue(shuffled)).toEqual(ordered[0] ?? null);
      }),
    );
  });

  it('property: emergencies, then what came back, then the longest wait', () => {
    fc.assert(
      fc.property(queue, (items) => {
        const ordered = inQueueOrder(items);
        const rank = ordered.map(({ emergency, returned }) => (emergency !== 'none' ? 0 : returned ? 1 : 2));
        const isSorted = (values: number[]) =>
          values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0));
        expect(isSorted(rank.map((value) => (value === 0 ? 0 : 1)))).toBe(true);
        for (const group of [1, 2]) {
          const since = ordered.filter((_, i) => rank[i] === group).map(({ waitingSince }) => waitingSince);
          expect(isSorted(since)).toBe(true);
        }
      }),
    );
  });
});

describe('distribution by load', () => {
  const candidate = fc.record({
    officer: arbitraryId,
    available: fc.boolean(),
    active: fc.nat(6),
    capacity: fc.integer({ min: 1, max: 5 }),
    idleSince: fc.nat(3),
  });

  it('property: never to the unavailable or the full; always the lowest share, then the longest idle', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), (candidates) => {
        const chosen = chooseOfficer(candidates);
        const able = candidates.filter(({ available, active, capacity }) => available && active < capacity);
        expect(chosen === null).toBe(able.length === 0);
        expect(chooseOfficer([...candidates].reverse())).toBe(chosen);
        const best = able.find(({ officer }) => officer === chosen);
        for (const other of able) {
          if (best === undefined) throw new Error('chosen from outside');
          const [share, otherShare] = [best.active / best.capacity, other.active / other.capacity];
          expect(share).toBeLessThanOrEqual(otherShare);
          if (share === otherShare) expect(best.idleSince).toBeLessThanOrEqual(other.idleSince);
        }
      }),
    );
  });

  it('compares shares, not counts', () => {
    const small: Candidate = { officer: 'a', available: true, active: 1, capacity: 2, idleSince: 0 };
    const large: Candidate = { officer: 'b', available: true, active: 2, capacity: 10, idleSince: 9 };
    expect(chooseOfficer([small, large])).toBe('b');
  });
});

describe('presence', () => {
  it('outlives one of two desks, and a cut wire', () => {
    let presence = deskCame(deskCame(absent(0), 1), 2);
    expect(presence.since).toBe(1);
    presence = choose(presence, 'break', 3);
    presence = deskWent(presence, 4);
    expect(visible(presence)).toBe('break');
    expect(graceIsOver(presence, 5, 1_000_000, 20)).toBe(false);
    presence = deskWent(presence, 5);
    expect(visible(presence)).toBe('offline');
    expect([graceIsOver(presence, 5, 24, 20), graceIsOver(presence, 5, 25, 20)]).toEqual([false, true]);
    expect(visible(deskCame(presence, 30))).toBe('break');
    expect(deskWent(deskWent(presence, 6), 7)).toEqual(presence);
  });

  it('only the available receive, and only while a desk is there', () => {
    const there = deskCame(absent(0), 1);
    expect(isReceiving(there)).toBe(true);
    for (const chosen of ['break', 'away', 'finishing'] as const) {
      expect(isReceiving(choose(there, chosen, 2))).toBe(false);
    }
    expect(isReceiving(deskWent(there, 2))).toBe(false);
  });
});

describe('B3: the token bucket', () => {
  const rate = { burst: 5, perSecond: 2 };

  it('property: never more than the burst and the rate allow, and the wait it names is enough', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 2_000 }), { maxLength: 60 }), (steps) => {
        let now = 1_000_000;
        let forward = 0;
        let bucket = fullBucket(rate, now);
        let allowed = 0;
        for (const step of steps) {
          now += step;
          forward += Math.max(0, step);
          const token = takeToken(rate, bucket, now);
          bucket = token.bucket;
          expect(bucket.tokens).toBeGreaterThanOrEqual(0);
          if (token.allowed) allowed += 1;
          else expect(takeToken(rate, bucket, now + token.retryAfter).allowed).toBe(true);
        }
        expect(allowed).toBeLessThanOrEqual(rate.burst + (forward / 1000) * rate.perSecond);
      }),
    );
  });

  it('a clock set back locks nobody out', () => {
    let bucket = fullBucket(rate, 10_000_000);
    for (let count = 0; count < 5; count += 1) bucket = takeToken(rate, bucket, 10_000_000).bucket;
    bucket = takeToken(rate, bucket, 1_000).bucket;
    expect(takeToken(rate, bucket, 2_000).allowed).toBe(true);
  });
});
