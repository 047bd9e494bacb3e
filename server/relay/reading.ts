import type { CloseReason } from '../../protocol/errors.ts';
import type { Cursor } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Store } from '../store/store.ts';
import type { Live } from './live.ts';
import type { LogSink, MetricsSink, Scheduler } from './options.ts';
import { type Range, splitRanges } from './ranges.ts';

/** While a reader catches up, the next range waits until less than this is unsent. */
const PACE_BYTES = 128 * 1024;
const PACE_EVERY = 25;
/** A reader that takes nothing for this long while it catches up is cut off. */
const PACE_LIMIT = 30_000;

/** What reading a journal needs of the hub. */
export type ReadingParts = {
  readonly store: Store;
  readonly scheduler: Scheduler;
  readonly log: LogSink;
  readonly metrics: MetricsSink;
};

/** One reader of one journal: a citizen's page, or a desk that follows it. */
export interface JournalReader {
  readonly live: Live;
  cursor: Cursor;
  /** While true, `catchUp` reads from the store; commits are picked up by it, not sent past it. */
  catchingUp: boolean;
  /** The wire is gone, or this reader was replaced. */
  readonly isOver: boolean;
  buffered(): number;
  sendRange(range: Range): void;
  cutOff(reason: CloseReason): void;
}

/** Rule B2: a reader that leaves too much unsent is closed; it resumes with its cursor. */
export function cutOffIfSlow(
  parts: Pick<ReadingParts, 'metrics'>,
  reader: Pick<JournalReader, 'buffered' | 'cutOff'>,
): boolean {
  if (reader.buffered() <= LIMITS.socketBufferBytes) return false;
  parts.metrics.readerCutOff();
  reader.cutOff('too-slow');
  return true;
}

/**
 * Sends everything after the reader's cursor, as fast as the reader takes it, then leaves it live: from then
 * on it gets what is published. Between the last check and `catchingUp = false` nothing can be published.
 */
export async function catchUp(parts: ReadingParts, reader: JournalReader): Promise<void> {
  reader.catchingUp = true;
  const { live } = reader;
  while (!reader.isOver && reader.cursor < live.state.lastSeq) {
    const entries = await parts.store.entries(
      live.state.conversation,
      reader.cursor,
      live.state.lastSeq,
      LIMITS.entriesPerFrame,
    );
    if (reader.isOver) return;
    if (entries.length === 0) throw new Error('a journal is shorter than its state');
    for (const range of splitRanges(reader.cursor, entries)) {
      if (!(await hasRoom(parts, reader))) return;
      reader.sendRange(range);
    }
  }
  reader.catchingUp = false;
}

async function hasRoom(parts: ReadingParts, reader: JournalReader): Promise<boolean> {
  for (let waited = 0; reader.buffered() > PACE_BYTES; waited += PACE_EVERY) {
    if (waited >= PACE_LIMIT) {
      parts.metrics.readerCutOff();
      reader.cutOff('too-slow');
      return false;
    }
    await new Promise<void>((resolve) => parts.scheduler.after(PACE_EVERY, resolve));
    if (reader.isOver) return false;
  }
  return !reader.isOver;
}
