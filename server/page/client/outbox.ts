import type { FromCitizen } from '../../../protocol/citizen-channel.ts';
import type { CitizenEntry } from '../../../protocol/entry.ts';
import type { RefusalCode } from '../../../protocol/errors.ts';
import type { Id, Seq, Time } from '../../../protocol/ids.ts';

/** What is put in the outbox: a message, or the act of leaving after the messages before it. */
export type Act = Extract<FromCitizen, { type: 'message' | 'defer' | 'silence' | 'phrase' | 'leave' }>;

/**
 * Something the citizen did and that the journal does not show yet. It keeps its id for as long as it
 * lives here: sending it again is the same act (rule D1).
 */
export type OutboxItem = {
  readonly act: Act;
  /** By the page's own clock, corrected by the relay's when it is known. */
  readonly at: Time;
  /** `acknowledged`: durable on the relay, and its entry is on its way. `refused`: it will not be sent again. */
  readonly state: 'waiting' | 'acknowledged' | 'refused';
  readonly seq: Seq | null;
  readonly code: RefusalCode | null;
};

export type Outbox = readonly OutboxItem[];

/** At most this many unsent messages (rule B1): beyond it the composer waits. */
export const OUTBOX_CAPACITY = 50;

export function put(outbox: Outbox, act: Act, at: Time): Outbox {
  return [...outbox, { act, at, state: 'waiting', seq: null, code: null }];
}

/** The one to send now: one at a time, so that the sender's order is kept whatever is refused (rule D5). */
export function nextToSend(outbox: Outbox): OutboxItem | null {
  return outbox.find((item) => item.state === 'waiting') ?? null;
}

function change(outbox: Outbox, id: Id, to: Partial<OutboxItem>): Outbox {
  return outbox.map((item) => (item.act.id === id && item.state === 'waiting' ? { ...item, ...to } : item));
}

export function acknowledged(outbox: Outbox, id: Id, seq: Seq, at: Time): Outbox {
  return change(outbox, id, { state: 'acknowledged', seq, at });
}

export function refused(outbox: Outbox, id: Id, code: RefusalCode): Outbox {
  return change(outbox, id, { state: 'refused', code });
}

export function without(outbox: Outbox, id: Id): Outbox {
  return outbox.filter((item) => item.act.id !== id);
}

/** Drops what the journal now shows. */
export function settled(outbox: Outbox, entries: readonly CitizenEntry[]): Outbox {
  if (outbox.length === 0 || entries.length === 0) return outbox;
  const ids = new Set(entries.map((entry) => entry.id));
  return outbox.filter((item) => !ids.has(item.act.id));
}

/**
 * After a reset: an acknowledgement given in another epoch may speak of a store that is gone, so what it
 * covers is sent again, with the same id.
 */
export function unsettled(outbox: Outbox): Outbox {
  return outbox.map((item) =>
    item.state === 'acknowledged' ? { ...item, state: 'waiting', seq: null } : item,
  );
}

/** Whether something may still be lost by closing the page. */
export function hasUnsent(outbox: Outbox): boolean {
  return outbox.some((item) => item.state === 'waiting');
}
