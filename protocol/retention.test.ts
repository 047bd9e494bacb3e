import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExpired, MAX_RETENTION_MONTHS, purgeTime } from './retention.ts';

/** An instant as Paris clocks show it, such as `2026-11-24 09:00:00`. */
function paris(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
}

function dueInParis(opened: string, months = 3): string {
  return paris(purgeTime(Date.parse(opened), months));
}

describe('the retention limit', () => {
  it.each([
    ['an ordinary day', '2026-11-24T09:00:00+01:00', '2027-02-24 00:00:00'],
    ['the last second of a day', '2026-11-24T23:59:59+01:00', '2027-02-24 00:00:00'],
    ['midnight itself', '2026-11-24T00:00:00+01:00', '2027-02-24 00:00:00'],
    ['late in UTC, already the next day in Paris', '2026-11-24T23:30:00Z', '2027-02-25 00:00:00'],
    ['30 November, before a common February', '2026-11-30T12:00:00+01:00', '2027-02-28 00:00:00'],
    ['29 November, before a common February', '2026-11-29T12:00:00+01:00', '2027-02-28 00:00:00'],
    ['30 November, before a leap February', '2027-11-30T12:00:00+01:00', '2028-02-29 00:00:00'],
    ['29 February', '2028-02-29T12:00:00+01:00', '2028-05-29 00:00:00'],
    ['31 January, to a month of 30 days', '2027-01-31T12:00:00+01:00', '2027-04-30 00:00:00'],
    ['31 October, over the end of a year', '2026-10-31T12:00:00+01:00', '2027-01-31 00:00:00'],
    ['30 September, over the end of a year', '2026-09-30T12:00:00+02:00', '2026-12-30 00:00:00'],
    ['31 December', '2026-12-31T23:59:59+01:00', '2027-03-31 00:00:00'],
    ['the night when clocks go forward', '2026-03-29T03:30:00+02:00', '2026-06-29 00:00:00'],
    ['the hour that comes twice, first time', '2026-10-25T02:30:00+02:00', '2027-01-25 00:00:00'],
    ['the hour that comes twice, second time', '2026-10-25T02:30:00+01:00', '2027-01-25 00:00:00'],
    ['onto the day when clocks go forward', '2026-12-28T12:00:00+01:00', '2027-03-28 00:00:00'],
    ['onto the day after', '2026-12-29T12:00:00+01:00', '2027-03-29 00:00:00'],
    ['onto the day when clocks go back', '2026-07-25T12:00:00+02:00', '2026-10-25 00:00:00'],
  ])('%s', (_, opened, expected) => {
    expect(dueInParis(opened)).toBe(expected);
  });

  it.each([
    [1, '2027-01-31T12:00:00+01:00', '2027-02-28 00:00:00'],
    [1, '2028-01-31T12:00:00+01:00', '2028-02-29 00:00:00'],
    [1, '2026-12-31T12:00:00+01:00', '2027-01-31 00:00:00'],
    [2, '2026-12-31T12:00:00+01:00', '2027-02-28 00:00:00'],
    [2, '2026-11-24T09:00:00+01:00', '2027-01-24 00:00:00'],
  ])('a setting of %i months from %s', (months, opened, expected) => {
    expect(dueInParis(opened, months)).toBe(expected);
  });

  it.each([0, 4, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'a setting of %d months is refused',
    (months) => {
      expect(() => purgeTime(0, months)).toThrow(RangeError);
    },
  );

  it('is over from the very millisecond', () => {
    const opened = Date.parse('2026-11-24T09:00:00+01:00');
    const due = purgeTime(opened, 3);
    expect(isExpired(opened, 3, due - 1)).toBe(false);
    expect(isExpired(opened, 3, due)).toBe(true);
  });

  const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2100, 0) });
  const months = fc.integer({ min: 1, max: MAX_RETENTION_MONTHS });

  /** The Paris calendar day of an instant, read apart from the code under test. */
  function day(at: number): [year: number, month: number, day: number] {
    const [year = 0, month = 0, date = 0] = paris(at).slice(0, 10).split('-').map(Number);
    return [year, month, date];
  }

  it('property: it ends at the first instant of a day in Paris', () => {
    fc.assert(
      fc.property(instant, months, (opened, count) => {
        const due = purgeTime(opened, count);
        expect(paris(due)).toMatch(/ 00:00:00$/);
        expect(due % 1000).toBe(0);
        expect(day(due - 1)).not.toEqual(day(due));
      }),
    );
  });

  it('property: never more than that many calendar months, never a month less', () => {
    fc.assert(
      fc.property(instant, months, (opened, count) => {
        const [year, month, date] = day(opened);
        const [dueYear, dueMonth, dueDate] = day(purgeTime(opened, count));
        expect(dueYear * 12 + dueMonth - (year * 12 + month)).toBe(count);
        expect(dueDate).toBeLessThanOrEqual(date);
        const lacksTheDay = new Date(Date.UTC(dueYear, dueMonth, 0)).getUTCDate() < date;
        expect(dueDate === date || lacksTheDay).toBe(true);
      }),
    );
  });

  it('property: what begins later is never due earlier, and more months never end sooner', () => {
    fc.assert(
      fc.property(instant, fc.nat(40 * 86_400_000), months, (opened, later, count) => {
        expect(purgeTime(opened + later, count)).toBeGreaterThanOrEqual(purgeTime(opened, count));
        if (count < MAX_RETENTION_MONTHS) {
          expect(purgeTime(opened, count + 1)).toBeGreaterThan(purgeTime(opened, count));
        }
        expect(purgeTime(opened, count)).toBeGreaterThan(opened);
      }),
    );
  });
});
