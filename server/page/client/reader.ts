import type { ToCitizen } from '../../../protocol/citizen-channel.ts';
import type { CitizenEntry } from '../../../protocol/entry.ts';
import type { Cursor, Epoch, Id } from '../../../protocol/ids.ts';

type Frame<Type extends ToCitizen['type']> = Extract<ToCitizen, { type: Type }>;

/** What the page holds of its journal: a complete range from the beginning to `cursor`. */
export type Reader = {
  readonly epoch: Epoch | null;
  readonly cursor: Cursor;
  readonly conversation: Id | null;
  readonly entries: readonly CitizenEntry[];
};

export const EMPTY_READER: Reader = { epoch: null, cursor: 0, conversation: null, entries: [] };

export type Welcomed =
  | { readonly kind: 'resumed'; readonly reader: Reader }
  /** Rule R2: what was held is void. */
  | { readonly kind: 'reset'; readonly reader: Reader }
  /** The cookie now opens another conversation: nothing of the first may be sent there. */
  | { readonly kind: 'other-conversation' }
  /** Another epoch without `reset`: the relay contradicts itself; ask again from nothing. */
  | { readonly kind: 'mismatch' };

export function welcome(reader: Reader, frame: Frame<'welcome'>): Welcomed {
  if (reader.conversation !== null && reader.conversation !== frame.conversation) {
    return { kind: 'other-conversation' };
  }
  const fresh = { epoch: frame.epoch, cursor: 0, conversation: frame.conversation, entries: [] };
  if (frame.reset) return { kind: 'reset', reader: fresh };
  // Nothing held: the first welcome, or the one after a mismatch, which is a reset by another road.
  if (reader.epoch === null) {
    return { kind: reader.conversation === null ? 'resumed' : 'reset', reader: fresh };
  }
  return reader.epoch === frame.epoch ? { kind: 'resumed', reader } : { kind: 'mismatch' };
}

/**
 * The reader after an `entries` frame, or null when the frame does not follow what it holds (rules R1, R3):
 * another cursor, or entries outside the range the frame names or out of order.
 */
export function read(reader: Reader, frame: Frame<'entries'>): Reader | null {
  if (frame.after !== reader.cursor || frame.through < frame.after) return null;
  let last = frame.after;
  for (const entry of frame.entries) {
    if (entry.seq <= last || entry.seq > frame.through) return null;
    last = entry.seq;
  }
  if (frame.entries.length === 0) return { ...reader, cursor: frame.through };
  return { ...reader, cursor: frame.through, entries: [...reader.entries, ...frame.entries] };
}
