import type { Id, Time } from '../../protocol/ids.ts';
import type { Clock } from '../relay/ports.ts';
import type { AccountStore, SessionRow } from '../store/accounts.ts';

/** How often a session's last use is written down: what is lost by a crash is at most this. */
const SEEN_EVERY = 60_000;

export type SessionTimes = {
  /** Milliseconds from sign-in, whatever is done. */
  readonly absolute: number;
  /** Milliseconds without anything done by the officer. */
  readonly idle: number;
};

export type Ended = { readonly officer: Id; readonly session: Id | null };

type Live = { readonly row: SessionRow; seenAt: Time; writtenAt: Time };

/**
 * The sessions this relay has seen in use, so that their sockets are closed when they end: by time, here,
 * or from another process (the command line).
 */
export class LiveSessions {
  readonly #store: AccountStore;
  readonly #clock: Clock;
  readonly #times: SessionTimes;
  readonly #live = new Map<Id, Live>();
  readonly #listeners = new Set<(ended: Ended) => void>();
  #outside = -1;

  constructor(store: AccountStore, clock: Clock, times: SessionTimes) {
    this.#store = store;
    this.#clock = clock;
    this.#times = times;
  }

  onEnded(listener: (ended: Ended) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Remembers that a session is in use; false when its time is over. */
  use(row: SessionRow): boolean {
    const now = this.#clock();
    const live = this.#live.get(row.session) ?? { row, seenAt: row.seenAt, writtenAt: row.seenAt };
    live.seenAt = Math.max(live.seenAt, row.seenAt);
    if (this.#isOver(live, now)) return false;
    live.seenAt = now;
    this.#live.set(row.session, live);
    return true;
  }

  /** The officer did something on a socket of this session. */
  touch(session: Id): void {
    const live = this.#live.get(session);
    if (live !== undefined) live.seenAt = this.#clock();
  }

  /** Tells the listeners that one session ended. */
  end(officer: Id, session: Id): void {
    this.#live.delete(session);
    for (const listener of this.#listeners) listener({ officer, session });
  }

  /** Tells the listeners that every session of an officer ended. */
  endAll(officer: Id): void {
    for (const [session, live] of this.#live) if (live.row.officer === officer) this.#live.delete(session);
    for (const listener of this.#listeners) listener({ officer, session: null });
  }

  /** Ends what is over, writes down what was used, and sees what another process ended. */
  async sweep(): Promise<void> {
    const now = this.#clock();
    for (const [session, live] of this.#live) {
      if (this.#isOver(live, now)) {
        this.end(live.row.officer, session);
        await this.#store.endSessions([session], null);
      } else if (live.seenAt - live.writtenAt >= SEEN_EVERY) {
        live.writtenAt = live.seenAt;
        await this.#store.seen(session, live.seenAt);
      }
    }
    const outside = await this.#store.outsideVersion();
    if (outside === this.#outside) return;
    const still = await this.#store.stillLive([...this.#live.keys()]);
    this.#outside = outside;
    for (const [session, live] of this.#live) {
      if (!still.has(session)) this.end(live.row.officer, session);
    }
  }

  #isOver(live: Live, now: Time): boolean {
    return now >= live.row.expiresAt || now - live.seenAt >= this.#times.idle;
  }
}
