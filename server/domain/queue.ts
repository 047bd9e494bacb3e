import type { WaitEstimate } from '../../protocol/citizen-channel.ts';
import { compareQueue } from '../../protocol/head.ts';
import type { ConversationState } from '../../protocol/journal.ts';

export type Waiting = Pick<ConversationState, 'conversation' | 'emergency' | 'returned' | 'waitingSince'>;

/**
 * Whether somebody is there to be answered. One who left in a hurry keeps the place, and is passed over until
 * they are back; under a flagged emergency an officer must see it all the same.
 */
export function isThere(state: Pick<ConversationState, 'left' | 'emergency'>): boolean {
  return state.left === null || state.emergency === 'flagged';
}

/** Whether the citizen left in a hurry and kept what it takes to come back (rule S4). */
export function isAwaited(state: Pick<ConversationState, 'left' | 'mayReturn'>): boolean {
  return state.left === 'quick-exit' && state.mayReturn;
}

/** Rule Q1: the queue from the next one to the last. The input is left as it was. */
export function inQueueOrder<Item extends Waiting>(waiting: Iterable<Item>): Item[] {
  return [...waiting].sort(compareQueue);
}

/** The first of the queue without sorting all of it; null when nobody waits. */
export function firstInQueue<Item extends Waiting>(waiting: Iterable<Item>): Item | null {
  let first: Item | null = null;
  for (const item of waiting) if (first === null || compareQueue(item, first) < 0) first = item;
  return first;
}

/** Below this many measurements nothing is promised. */
export const MEASURES_NEEDED = 3;
const MEASURES_KEPT = 64;
/** The night's pace says nothing about the morning's: what is older than this is forgotten. */
const MEASURES_LAST_MILLISECONDS = 2 * 60 * 60_000;

type Measure = { readonly at: number; readonly milliseconds: number };

/** Recent durations, bounded in number and in age. */
export type Measures = readonly Measure[];

export function withMeasure(measures: Measures, at: number, milliseconds: number): Measures {
  return [...measures.slice(-(MEASURES_KEPT - 1)), { at, milliseconds: Math.max(0, milliseconds) }];
}

function quartiles(measures: Measures, now: number): { low: number; high: number } | null {
  const recent = measures
    .filter(({ at }) => now - at <= MEASURES_LAST_MILLISECONDS)
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  if (recent.length < MEASURES_NEEDED) return null;
  const at = (share: number) => recent[Math.floor(share * (recent.length - 1))] ?? 0;
  return { low: at(0.25), high: at(0.75) };
}

/** What an estimate rests on: the last service times and waits, and how the desks stand. */
export type Pace = {
  /** From an assignment to the closure or the release. */
  readonly services: { readonly low: number; readonly high: number } | null;
  /** From arrival to assignment. */
  readonly waits: { readonly low: number; readonly high: number } | null;
  /** Conversations being answered by officers on duty, and how many more they could take. */
  readonly busy: number;
  readonly free: number;
};

export function paceOf(
  services: Measures,
  waits: Measures,
  now: number,
  load: { readonly busy: number; readonly free: number },
): Pace {
  return { services: quartiles(services, now), waits: quartiles(waits, now), ...load };
}

const MINUTE = 60_000;

/**
 * An honest interval, in whole minutes, for whoever is at `position` (1 is next); null when nothing supports
 * one: nobody on duty, or too few recent measurements. With places free, it is what recent people waited;
 * otherwise somebody must finish first, and `busy` conversations finish at the recent services' pace.
 */
export function estimateWait(position: number, pace: Pace): WaitEstimate {
  const ahead = position - pace.free;
  if (ahead <= 0) return pace.waits === null ? null : interval(pace.waits.low, pace.waits.high);
  if (pace.busy === 0 || pace.services === null) return null;
  const turns = ahead / pace.busy;
  return interval(turns * pace.services.low, turns * pace.services.high);
}

function interval(low: number, high: number): WaitEstimate {
  const from = Math.floor(low / MINUTE);
  return { low: from, high: Math.max(from + 1, Math.ceil(high / MINUTE)) };
}
