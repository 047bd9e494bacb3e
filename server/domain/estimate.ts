import type { WaitEstimate } from '../../protocol/citizen-channel.ts';

/** Below this many measurements nothing is promised. */
export const MEASURES_NEEDED = 3;
const MEASURES_KEPT = 64;
/** The night's pace says nothing about the morning's: what is older than this is forgotten. */
const MEASURES_LAST_MILLISECONDS = 2 * 60 * 60_000;
/** How far off a forecast was is told in its own spread, and stays true for longer. */
const ERRORS_LAST_MILLISECONDS = 12 * 60 * 60_000;

type Measure = { readonly at: number; readonly value: number };

/** Recent measurements, bounded in number and in age. */
export type Measures = readonly Measure[];

export function withMeasure(measures: Measures, at: number, value: number): Measures {
  return [...measures.slice(-(MEASURES_KEPT - 1)), { at, value }];
}

function recent(measures: Measures, now: number, last: number): number[] {
  return measures
    .filter(({ at }) => now - at <= last)
    .map(({ value }) => value)
    .sort((a, b) => a - b);
}

/** Between two of the sorted values where it falls between them; `sorted` is not empty. */
function quantile(sorted: readonly number[], share: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length + 1) - 1));
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  return low + ((sorted[below + 1] ?? low) - low) * (place - below);
}

/** What of the errors lies inside the interval: more than the 80 % that are promised, because the pace changes. */
const INSIDE = { low: 0.06, high: 0.94 } as const;
/** With places free an officer takes the conversation soon: nearly always sooner than this share of the recent ones. */
const SOON = 0.97;
/** Errors of waits that end by chance at an even pace; they stand in until enough are measured. */
const USUAL_ERRORS = [-0.95, -0.85, -0.7, -0.5, -0.3, -0.1, 0.1, 0.4, 0.8, 1.3, 1.9, 2.4];
const ERRORS_NEEDED = 24;

/** What an estimate rests on: how long conversations take, how far off forecasts were, how the desks stand. */
export type Pace = {
  /** From an assignment to the closure or the release, on average; null when too few were seen. */
  readonly service: number | null;
  /** From arrival to assignment of nearly all who found a place free. */
  readonly soon: number | null;
  /** By which errors, in spreads of the forecast, an interval begins and ends. */
  readonly errors: { readonly low: number; readonly high: number };
  /** Conversations being answered by officers on duty, and how many more they could take. */
  readonly busy: number;
  readonly free: number;
};

export type Measured = {
  readonly services: Measures;
  /** Waits of those who found a place free. */
  readonly takes: Measures;
  readonly errors: Measures;
};

export const NOTHING_MEASURED: Measured = { services: [], takes: [], errors: [] };

export function paceOf(
  { services, takes, errors }: Measured,
  now: number,
  load: { readonly busy: number; readonly free: number },
): Pace {
  const lasted = recent(services, now, MEASURES_LAST_MILLISECONDS);
  const taken = recent(takes, now, MEASURES_LAST_MILLISECONDS);
  const off = recent(errors, now, ERRORS_LAST_MILLISECONDS);
  const known = off.length >= ERRORS_NEEDED ? off : [...off, ...USUAL_ERRORS].sort((a, b) => a - b);
  const enough = (values: readonly number[]) => values.length >= MEASURES_NEEDED;
  return {
    service: enough(lasted) ? lasted.reduce((sum, value) => sum + value, 0) / lasted.length : null,
    soon: enough(taken) ? quantile(taken, SOON) : null,
    errors: { low: quantile(known, INSIDE.low), high: quantile(known, INSIDE.high) },
    busy: load.busy,
    free: load.free,
  };
}

/**
 * What can be said of the wait at a place of the queue (1 is next): with a place free, soon; otherwise so many
 * conversations must end first. Null when nothing supports a forecast.
 */
export type Forecast =
  | { readonly kind: 'soon' }
  /** `mean` in milliseconds; its spread grows as the square root of the turns that make it. */
  | { readonly kind: 'turns'; readonly mean: number; readonly turns: number };

export function forecast(position: number, { service, busy, free }: Pace): Forecast | null {
  const turns = position - free;
  if (turns <= 0) return { kind: 'soon' };
  if (busy === 0 || service === null) return null;
  return { kind: 'turns', mean: (turns / busy) * service, turns };
}

/** What a wait that ended teaches about the forecast that was made of it. */
export function learn(measured: Measured, made: Forecast, waited: number, at: number): Measured {
  if (made.kind === 'soon') return { ...measured, takes: withMeasure(measured.takes, at, waited) };
  const error = (waited / Math.max(1, made.mean) - 1) * Math.sqrt(made.turns);
  return { ...measured, errors: withMeasure(measured.errors, at, error) };
}

const MINUTE = 60_000;

/**
 * An honest interval, in whole minutes, that at least 4 waits in 5 end in (`npm run bench estimate`); null when
 * nothing supports one: nobody on duty, or too few recent measurements. It is the forecast, as wide as recent ones
 * were wrong: whatever makes the queue faster or slower than the count of turns says, it widens and moves the
 * interval by itself.
 */
export function estimateWait(position: number, pace: Pace): WaitEstimate {
  const made = forecast(position, pace);
  if (made === null) return null;
  if (made.kind === 'soon') return pace.soon === null ? null : interval(0, pace.soon);
  const { low, high } = pace.errors;
  const spread = made.mean / Math.sqrt(made.turns);
  return interval(Math.max(0, made.mean + low * spread), Math.max(0, made.mean + high * spread));
}

function interval(low: number, high: number): WaitEstimate {
  const from = Math.floor(low / MINUTE);
  return { low: from, high: Math.max(from + 1, Math.ceil(high / MINUTE)) };
}
