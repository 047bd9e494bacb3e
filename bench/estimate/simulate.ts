import type { WaitEstimate } from '../../protocol/citizen-channel.ts';
import {
  estimateWait,
  type Forecast,
  forecast,
  learn,
  type Measured,
  NOTHING_MEASURED,
  paceOf,
  withMeasure,
} from '../../server/domain/estimate.ts';
import { chanceOf } from './chance.ts';
import type { Regime } from './regimes.ts';

const HOUR = 60 * 60_000;

/** Somebody who was told an interval at their arrival, and what came of it. Milliseconds; minutes in the interval. */
export type Told = {
  readonly estimate: NonNullable<WaitEstimate>;
  readonly waited: number;
  /** Found no place free. */
  readonly queued: boolean;
};
export type Played = { readonly told: readonly Told[]; readonly untold: number };

type Person = {
  readonly at: number;
  readonly givesUpAt: number;
  readonly urgent: boolean;
  readonly made: Forecast | null;
  readonly estimate: WaitEstimate;
};

/** One run of the queue, with the relay's own estimator; the same for the same seed. */
export function play(regime: Regime, seed: number): Played {
  const chance = chanceOf(seed);
  const told: Told[] = [];
  let untold = 0;
  let measured: Measured = NOTHING_MEASURED;
  let queue: Person[] = [];
  let talks: { readonly endsAt: number; readonly lasts: number }[] = [];
  let takesAt = Number.POSITIVE_INFINITY;
  let arrivesAt = nextArrival(0);

  function nextArrival(now: number): number {
    return now + chance.exponential(HOUR / Math.max(0.001, regime.arrivals(now)));
  }

  function places(now: number): number {
    return regime.officers(now) * regime.capacity;
  }

  function arrive(now: number): void {
    const urgent = chance.happens(regime.urgent);
    const free = Math.max(0, places(now) - talks.length);
    const pace = paceOf(measured, now, { busy: talks.length, free });
    const position = queue.length + 1;
    const estimate = urgent ? null : estimateWait(position, pace);
    if (!urgent && estimate === null) untold += 1;
    const made = urgent ? null : forecast(position, pace);
    const person = { at: now, givesUpAt: now + chance.exponential(regime.patience), urgent, made, estimate };
    if (urgent) queue.unshift(person);
    else queue.push(person);
  }

  function take(now: number): void {
    takesAt = Number.POSITIVE_INFINITY;
    if (talks.length >= places(now)) return;
    const person = queue.shift();
    if (person === undefined) return;
    const waited = now - person.at;
    if (person.made !== null) measured = learn(measured, person.made, waited, now);
    if (person.estimate !== null) {
      told.push({ estimate: person.estimate, waited, queued: person.made?.kind === 'turns' });
    }
    const lasts = chance.logNormal(regime.service.mean, regime.service.variation);
    talks.push({ endsAt: now + lasts, lasts });
  }

  function end(now: number): void {
    for (const { lasts } of talks.filter(({ endsAt }) => endsAt <= now)) {
      measured = { ...measured, services: withMeasure(measured.services, now, lasts) };
    }
    talks = talks.filter(({ endsAt }) => endsAt > now);
  }

  for (let now = 0; now < regime.hours * HOUR; ) {
    // Somebody comes on or goes off duty at the latest in half a minute.
    const ends = talks.map(({ endsAt }) => endsAt);
    now = Math.min(now + 30_000, arrivesAt, takesAt, ...ends, ...queue.map(({ givesUpAt }) => givesUpAt));
    end(now);
    queue = queue.filter(({ givesUpAt }) => givesUpAt > now);
    if (now >= takesAt) take(now);
    if (now >= arrivesAt) {
      arrive(now);
      arrivesAt = nextArrival(now);
    }
    const wanted = queue.length > 0 && talks.length < places(now);
    if (wanted && takesAt === Number.POSITIVE_INFINITY) takesAt = now + chance.logNormal(regime.take, 1);
  }
  return { told, untold };
}

export type Coverage = {
  readonly people: number;
  /** Shares of one. */
  readonly held: number;
  readonly heldQueued: number;
  readonly untold: number;
  /** Minutes: of the intervals in the middle and on average, and of the waits. */
  readonly widthMedian: number;
  readonly widthMean: number;
  readonly waitMean: number;
};

function holds({ estimate, waited }: Told): boolean {
  const minutes = waited / 60_000;
  return minutes >= estimate.low && minutes <= estimate.high;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function share(all: readonly Told[]): number {
  return all.length === 0 ? 1 : all.filter(holds).length / all.length;
}

/** How often the interval held, and how wide it was, over so many runs of a regime. */
export function coverageOf(regime: Regime, seeds: readonly number[]): Coverage {
  const played = seeds.map((seed) => play(regime, seed));
  const told = played.flatMap((run) => run.told);
  const untold = played.reduce((sum, run) => sum + run.untold, 0);
  const widths = told.map(({ estimate }) => estimate.high - estimate.low).sort((a, b) => a - b);
  return {
    people: told.length,
    held: share(told),
    heldQueued: share(told.filter(({ queued }) => queued)),
    untold: untold / Math.max(1, told.length + untold),
    widthMedian: widths[Math.floor(widths.length / 2)] ?? 0,
    widthMean: mean(widths),
    waitMean: mean(told.map(({ waited }) => waited / 60_000)),
  };
}
