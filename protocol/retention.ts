/**
 * How long anything is kept: the terms of use say "never beyond 3 months". Used by relay and desk alike.
 *
 * "3 months" is read the shortest way: calendar months on the Paris calendar; a day that the target month
 * lacks becomes its last day (30 November + 3 months = 28 February); and it ends as the *first* instant of
 * that day in Paris, so that nothing lives through the anniversary.
 */
export const MAX_RETENTION_MONTHS = 3;

const ZONE = 'Europe/Paris';

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number };

function wall(at: number): Wall {
  const read: Record<string, number> = {};
  for (const part of PARTS.formatToParts(at)) read[part.type] = Number(part.value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = read;
  return { year, month, day, hour, minute, second };
}

/** Milliseconds that Paris is ahead of UTC at an instant. */
function offset(at: number): number {
  const { year, month, day, hour, minute, second } = wall(at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The first instant of a calendar day in Paris. Clocks never change at midnight there. */
function startOfDay(year: number, month: number, day: number): number {
  const asUtc = Date.UTC(year, month - 1, day);
  return asUtc - offset(asUtc - offset(asUtc));
}

/**
 * When something first written at `openedAt` (ms since the epoch) must be gone, for a retention of
 * `months` (1 to 3). Throws RangeError for any other value: a setting may shorten, never lengthen.
 */
export function purgeTime(openedAt: number, months: number): number {
  if (!Number.isInteger(months) || months < 1 || months > MAX_RETENTION_MONTHS) {
    throw new RangeError(`retention is 1 to ${MAX_RETENTION_MONTHS} calendar months, not ${months}`);
  }
  const { year, month, day } = wall(openedAt);
  const target = month - 1 + months;
  const targetYear = year + Math.floor(target / 12);
  const targetMonth = (target % 12) + 1;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate();
  return startOfDay(targetYear, targetMonth, Math.min(day, lastDay));
}

/** Whether it must be gone at `now`. */
export function isExpired(openedAt: number, months: number, now: number): boolean {
  return now >= purgeTime(openedAt, months);
}
