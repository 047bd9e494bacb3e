import type { Head } from '../../protocol/head.ts';
import type { RosterRow } from '../../protocol/officer.ts';

/** One look at the queue. Times in milliseconds, by the relay's clock. */
export type Sample = { readonly at: number; readonly waiting: number; readonly longest: number };

/** One sample a minute for 12 hours: a shift and its handover. */
export const SAMPLE_EVERY = 60_000;
export const MAX_SAMPLES = 12 * 60;

/** The samples with one more, when the last is old enough. Bounded. */
export function addSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && sample.at - last.at < SAMPLE_EVERY) return samples;
  return [...samples, sample].slice(-MAX_SAMPLES);
}

/** How long the one who waits longest has waited, 0 when nobody does. */
export function longestWait(queue: readonly Head[], now: number): number {
  let longest = 0;
  for (const head of queue) longest = Math.max(longest, now - head.waitingSince);
  return longest;
}

export type Duty = { readonly officers: number; readonly active: number; readonly perOfficer: number };

/** Who is on duty (connected and not away) and how much each carries, parked conversations not counted. */
export function dutyOf(roster: readonly RosterRow[]): Duty {
  const onDuty = roster.filter((row) => row.presence !== 'offline' && row.presence !== 'away');
  const active = onDuty.reduce((sum, row) => sum + row.active, 0);
  return {
    officers: onDuty.length,
    active,
    perOfficer: onDuty.length === 0 ? 0 : active / onDuty.length,
  };
}

export type HourRow = {
  readonly from: number;
  readonly highest: number;
  readonly mean: number;
  readonly longest: number;
};

/** The samples as one row a quarter of an hour, the latest first: the plot for those who cannot see it. */
export function byQuarter(samples: readonly Sample[]): readonly HourRow[] {
  const quarter = 15 * 60_000;
  const groups = new Map<number, Sample[]>();
  for (const sample of samples) {
    const from = Math.floor(sample.at / quarter) * quarter;
    const group = groups.get(from);
    if (group === undefined) groups.set(from, [sample]);
    else group.push(sample);
  }
  return [...groups]
    .map(([from, group]) => ({
      from,
      highest: Math.max(...group.map((sample) => sample.waiting)),
      mean: group.reduce((sum, sample) => sum + sample.waiting, 0) / group.length,
      longest: Math.max(...group.map((sample) => sample.longest)),
    }))
    .sort((a, b) => b.from - a.from);
}
