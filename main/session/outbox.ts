import { isRetryable, type RefusalCode } from '../../protocol/errors.ts';
import type { Id, Seq } from '../../protocol/ids.ts';
import type { OutboxItem } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';

/**
 * What an officer wrote and the journal does not hold yet. Pure: the session writes it to the cache, sends
 * what `due` gives and tells it what became of it. One item of a conversation is on the wire at a time, so
 * that a refusal to be tried again can never let a later message overtake an earlier one (rule D5).
 */
export type OutboxEntry = {
  readonly item: OutboxItem;
  /** `acked`: committed on the relay; it stays on screen until its entry arrives, and is never sent again. */
  readonly progress: 'idle' | 'sent' | 'acked';
  /** Not before this (`elapsed`): a refusal said to try later. */
  readonly notBefore: number;
  readonly refusals: number;
  readonly seq: Seq | null;
  /** Never handed to a wire, as far as anyone knows: it may be dropped without asking the relay. */
  readonly untouched: boolean;
};

export type Outbox = readonly OutboxEntry[];

/** Items an officer can have outstanding; more is refused at once (rule B1). */
export const OUTBOX_LIMIT = 500;
/** Items on the wire at once: below what the relay holds for one sender. */
const IN_FLIGHT = Math.floor(LIMITS.pendingPerSender / 2);
const RETRY_FIRST = 1_000;
const RETRY_CEILING = 30_000;

const fresh = { progress: 'idle', notBefore: 0, refusals: 0, seq: null } as const;

/** After a start: all that the cache held is to be sent again, with the same ids (rule D1). */
export function restoredOutbox(items: readonly OutboxItem[]): Outbox {
  return items.map((item) => ({ ...fresh, item, untouched: false }));
}

export function put(outbox: Outbox, item: OutboxItem): Outbox {
  return [...outbox, { ...fresh, item, untouched: true }];
}

function change(outbox: Outbox, id: Id, with_: (entry: OutboxEntry) => OutboxEntry): Outbox {
  return outbox.map((entry) => (entry.item.id === id ? with_(entry) : entry));
}

export function remove(outbox: Outbox, ids: readonly Id[]): Outbox {
  return outbox.filter((entry) => !ids.includes(entry.item.id));
}

/** What may go on the wire now, in order. */
export function due(outbox: Outbox, now: number): OutboxItem[] {
  const busy = new Set<Id>();
  let flying = 0;
  for (const { item, progress } of outbox) {
    if (progress !== 'sent') continue;
    busy.add(item.conversation);
    flying += 1;
  }
  const items: OutboxItem[] = [];
  for (const { item, progress, notBefore } of outbox) {
    if (progress !== 'idle' || item.state !== 'sending' || busy.has(item.conversation)) continue;
    // The first of its conversation that is still to go, even when it must wait: the others wait behind it.
    busy.add(item.conversation);
    if (notBefore <= now && flying + items.length < IN_FLIGHT) items.push(item);
  }
  return items;
}

/** When something that must wait becomes due; null when nothing waits. */
export function nextDue(outbox: Outbox, now: number): number | null {
  const times = outbox
    .filter(
      ({ item, progress, notBefore }) => progress === 'idle' && item.state === 'sending' && notBefore > now,
    )
    .map(({ notBefore }) => notBefore);
  return times.length === 0 ? null : Math.min(...times);
}

export function sent(outbox: Outbox, ids: readonly Id[]): Outbox {
  return outbox.map((entry) =>
    ids.includes(entry.item.id) ? { ...entry, progress: 'sent', untouched: false } : entry,
  );
}

export function acked(outbox: Outbox, id: Id, seq: Seq): Outbox {
  return change(outbox, id, (entry) => ({ ...entry, progress: 'acked', seq }));
}

/** The wire is gone: whatever was on it is sent again later, with the same id. */
export function cut(outbox: Outbox): Outbox {
  return outbox.map((entry) => (entry.progress === 'sent' ? { ...entry, progress: 'idle' } : entry));
}

/**
 * The relay's store is another one than that which acknowledged (rule R2), or may be: what it acknowledged is sent
 * again, with the same id. `conversations`: null for all of them.
 */
export function unsettled(outbox: Outbox, conversations: readonly Id[] | null): Outbox {
  return outbox.map((entry) =>
    entry.progress === 'acked' && (conversations === null || conversations.includes(entry.item.conversation))
      ? { ...entry, progress: 'idle', seq: null }
      : entry,
  );
}

/** A retryable refusal keeps the item and waits longer each time; another one leaves it to the officer. */
export function refused(outbox: Outbox, id: Id, code: RefusalCode, now: number, random: number): Outbox {
  return change(outbox, id, (entry) => {
    if (!isRetryable(code)) {
      return { ...entry, progress: 'idle', item: { ...entry.item, state: 'refused', code } };
    }
    const ceiling = Math.min(RETRY_CEILING, RETRY_FIRST * 2 ** Math.min(entry.refusals, 10));
    return {
      ...entry,
      progress: 'idle',
      refusals: entry.refusals + 1,
      notBefore: now + Math.round(ceiling / 2 + (random * ceiling) / 2),
    };
  });
}

/** The officer sends a refused item again. */
export function retried(outbox: Outbox, id: Id): Outbox {
  return change(outbox, id, (entry) =>
    entry.item.state === 'refused'
      ? { ...entry, ...fresh, item: { ...entry.item, state: 'sending', code: null } }
      : entry,
  );
}

/** Whether dropping it cannot contradict the journal: refused, or never on a wire. */
export function canDrop(outbox: Outbox, id: Id): boolean {
  const entry = outbox.find(({ item }) => item.id === id);
  return entry !== undefined && (entry.item.state === 'refused' || entry.untouched);
}

/** Whether anything written in these conversations is still to be taken by the relay. */
export function isWriting(outbox: Outbox, conversations: readonly Id[]): boolean {
  return outbox.some(
    ({ item, progress }) =>
      item.state === 'sending' && progress !== 'acked' && conversations.includes(item.conversation),
  );
}

export function findItem(outbox: Outbox, id: Id): OutboxEntry | undefined {
  return outbox.find(({ item }) => item.id === id);
}

export function itemsOf(outbox: Outbox): OutboxItem[] {
  return outbox.map(({ item }) => item);
}
