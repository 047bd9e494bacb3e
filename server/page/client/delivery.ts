import type { CitizenEntry } from '../../../protocol/entry.ts';
import { isRetryable, type RefusalCode } from '../../../protocol/errors.ts';
import type { Id, Seq, Time } from '../../../protocol/ids.ts';
import { reconnectDelay } from './backoff.ts';
import type { Environment } from './environment.ts';
import {
  type Act,
  acknowledged,
  nextToSend,
  type Outbox,
  put,
  refused,
  settled,
  unsettled,
  without,
} from './outbox.ts';

/** After a refusal that may pass (a full disk, a rate), the act is sent again no sooner than this (ms). */
const SHORTEST_RETRY = 1_000;

export type Delivery = {
  readonly outbox: () => Outbox;
  readonly add: (act: Act, at: Time) => void;
  /** The relay welcomed us. `reset`: it may be another store (rule R2). */
  readonly connected: (reset: boolean) => void;
  readonly disconnected: () => void;
  readonly acknowledged: (id: Id, seq: Seq, at: Time) => void;
  readonly refused: (id: Id | null, code: RefusalCode) => void;
  /** These entries are in the journal now. */
  readonly seen: (entries: readonly CitizenEntry[]) => void;
  /** Takes a refused message out; its text, or null when there is none such. */
  readonly takeBack: (id: Id) => string | null;
  /** Lets go of a refused act: what was asked for is asked for anew, or not at all. */
  readonly discard: (id: Id) => void;
  /** The conversation is over: what waits will not be sent. */
  readonly refuseAll: (code: RefusalCode) => void;
  readonly forget: () => void;
  /** Whether leaving was asked for and is neither in the journal, nor acknowledged, nor refused. */
  readonly isLeaving: () => boolean;
};

/**
 * Sends the outbox, one act at a time, and keeps each until the relay has it for good. One at a time keeps the
 * sender's order even when an act is refused for a while and the next would not have been (rule D5).
 */
export function createDelivery(
  environment: Pick<Environment, 'random' | 'after'>,
  transmit: (act: Act) => boolean,
  changed: () => void,
): Delivery {
  let outbox: Outbox = [];
  let connected = false;
  /** Sent on this connection and not yet answered. */
  let inFlight: Id | null = null;
  let refusals = 0;
  let cancelRetry: (() => void) | null = null;

  function set(next: Outbox): void {
    if (next === outbox) return;
    outbox = next;
    changed();
  }

  function flush(): void {
    if (!connected || inFlight !== null || cancelRetry !== null) return;
    const item = nextToSend(outbox);
    if (item !== null && transmit(item.act)) inFlight = item.act.id;
  }

  function answered(id: Id): void {
    if (inFlight === id) inFlight = null;
  }

  function stopWaiting(): void {
    inFlight = null;
    cancelRetry?.();
    cancelRetry = null;
  }

  function retryLater(): void {
    const delay = reconnectDelay(refusals, environment.random, SHORTEST_RETRY);
    refusals += 1;
    cancelRetry?.();
    cancelRetry = environment.after(delay, () => {
      cancelRetry = null;
      flush();
    });
  }

  return {
    outbox: () => outbox,
    add: (act, at) => {
      set(put(outbox, act, at));
      flush();
    },
    connected: (reset) => {
      connected = true;
      if (reset) set(unsettled(outbox));
      flush();
    },
    disconnected: () => {
      connected = false;
      stopWaiting();
    },
    acknowledged: (id, seq, at) => {
      refusals = 0;
      answered(id);
      set(acknowledged(outbox, id, seq, at));
      flush();
    },
    refused: (id, code) => {
      // Refusals of what has no outbox (`typing`, `read`) change nothing.
      if (id === null || id !== inFlight) return;
      inFlight = null;
      if (isRetryable(code)) {
        retryLater();
        return;
      }
      set(refused(outbox, id, code));
      flush();
    },
    seen: (entries) => {
      for (const entry of entries) answered(entry.id);
      set(settled(outbox, entries));
      flush();
    },
    takeBack: (id) => {
      const item = outbox.find((candidate) => candidate.act.id === id);
      if (item?.state !== 'refused' || item.act.type !== 'message') return null;
      set(without(outbox, id));
      return item.act.text;
    },
    discard: (id) => {
      if (outbox.some((item) => item.act.id === id && item.state === 'refused')) set(without(outbox, id));
    },
    refuseAll: (code) => {
      stopWaiting();
      set(outbox.map((item) => (item.state === 'waiting' ? { ...item, state: 'refused', code } : item)));
    },
    forget: () => {
      stopWaiting();
      set([]);
    },
    isLeaving: () => outbox.some((item) => item.act.type === 'leave' && item.state === 'waiting'),
  };
}
