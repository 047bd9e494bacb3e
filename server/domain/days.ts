import type { Time } from '../../protocol/ids.ts';

const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Paris, YYYY-MM-DD: what daily counts are counted by. */
export function parisDay(at: Time): string {
  return DAY.format(at);
}
