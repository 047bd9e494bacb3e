import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What keeps the garbage of a shift small in a process that little waits for. The young generation stays as it begins (1
 * or 2 MB) instead of doubling up to 16 MB for good; the old one is collected when it has grown by a third since the last
 * time, instead of up to four times.
 */
const FLAGS = ['--semi-space-growth-factor=1', '--heap-growing-percent=33', '--expose-gc'];

/** Between two looks at the heap, in milliseconds. */
const LOOK_EVERY = 30_000;
/** Bytes a heap may grow by before it is swept out; the young generation alone comes and goes by 2 MB. */
const SLACK = 3_000_000;
const SLACK_SHARE = 0.25;

/** One heap: the bytes it holds, garbage and holes included, and what gives back all that it can. */
export type Heap = { readonly held: () => number; readonly collect: () => void };

/** This process's heap; null where the engine does not let itself be asked. `--expose-gc` is set by then. */
export function ownHeap(): Heap | null {
  const collect: unknown = runInNewContext('typeof gc === "function" ? gc : undefined');
  if (typeof collect !== 'function') return null;
  return {
    held: () => getHeapStatistics().total_physical_size,
    collect: () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
  };
}

/** Looks at a heap, and sweeps it out when it has grown by the slack since the last time. */
export function sweeperOf({ held, collect }: Heap): () => void {
  let left = 0;
  return () => {
    if (held() < left + Math.max(SLACK, left * SLACK_SHARE)) return;
    collect();
    left = held();
  };
}

/**
 * Gives back what a heap no longer needs. While there is work the engine does so when memory is short: it collects an old
 * generation for the first time at tens of megabytes, and keeps the pages of a fragmented one. In such a process that is
 * a slow, steady growth for nothing, some 1 MB an hour. A sweep takes 45 ms, and comes about once an hour of work.
 */
function sweepOut(): void {
  const heap = ownHeap();
  if (heap !== null) setInterval(sweeperOf(heap), LOOK_EVERY).unref();
}

/**
 * As early as possible in a process. The engine's own limits can only be given on a command line, which a double click
 * does not have; these are read each time the heap grows.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags, v8/src/flags/flag-definitions.h
 */
export function keepHeapSmall(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
  sweepOut();
}
