import type { Id, Time } from '../../protocol/ids.ts';
import type { Holder } from '../../protocol/journal.ts';
import type { OfficerSelf, Presence, RosterRow } from '../../protocol/officer.ts';
import {
  absent,
  choose,
  deskCame,
  deskWent,
  graceIsOver,
  isReceiving,
  type OfficerPresence,
  visible,
} from '../domain/presence.ts';
import type { Candidate } from '../domain/routing.ts';
import type { Core } from './core.ts';
import type { DeskReader } from './desk-reader.ts';
import type { Registry } from './live.ts';

/** What is shown of an officer of whom only the journals speak, until their desk says who they are. */
const UNKNOWN_CAPACITY = 6;

/** An officer whom this relay has met since it started. */
export type OfficerRecord = {
  readonly officer: Id;
  rank: string;
  alias: string;
  role: OfficerSelf['role'];
  capacity: number;
  presence: OfficerPresence;
  readonly desks: Set<DeskReader>;
  /** Whether they, or the relay for them, said a presence since it met them: what is shown is then that word. */
  isHeard: boolean;
  /** Since when (`elapsed`) no desk of theirs is connected; meaningful while there is none. */
  goneAt: number;
  /** When (`elapsed`) they last got or gave up a conversation, or came on duty. */
  idleSince: number;
};

/** One moment twice: what the wall says, which is shown, and `elapsed`, by which durations are measured. */
export type Moment = { readonly wall: Time; readonly elapsed: number };

export function momentOf(core: Pick<Core, 'clock' | 'scheduler'>): Moment {
  return { wall: core.clock(), elapsed: core.scheduler.elapsed() };
}

/** A presence was said, by them or for them: what is shown is that word from now on. */
export function hear(record: OfficerRecord, presence: Presence, now: Time): void {
  record.presence = choose(record.presence, presence, now);
  record.isHeard = true;
}

function isGone({ presence, goneAt }: OfficerRecord, elapsed: number, grace: number): boolean {
  return graceIsOver(presence, goneAt, elapsed, grace);
}

/** Who is there, and how loaded. */
export class Officers {
  readonly #records = new Map<Id, OfficerRecord>();
  readonly #registry: Registry;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  get(officer: Id): OfficerRecord | undefined {
    return this.#records.get(officer);
  }

  all(): IterableIterator<OfficerRecord> {
    return this.#records.values();
  }

  /** Greeted desks of everybody; a copy, because telling may cut one off. */
  desks(): DeskReader[] {
    const desks: DeskReader[] = [];
    for (const { desks: open } of this.#records.values()) {
      for (const desk of open) if (desk.greeted && !desk.isOver) desks.push(desk);
    }
    return desks;
  }

  /** A holder whom only a journal names: after a restart their grace begins now. */
  remember(holder: Holder, now: Moment): void {
    if (this.#records.has(holder.officer)) return;
    this.#records.set(holder.officer, {
      ...holder,
      role: 'officer',
      capacity: UNKNOWN_CAPACITY,
      presence: absent(now.wall),
      desks: new Set(),
      isHeard: false,
      goneAt: now.elapsed,
      idleSince: now.elapsed,
    });
  }

  came(desk: DeskReader, self: OfficerSelf, now: Moment): OfficerRecord {
    this.remember(self, now);
    const record = this.#records.get(self.officer);
    if (record === undefined) throw new Error('an officer was not remembered');
    record.rank = self.rank;
    record.alias = self.alias;
    record.role = self.role;
    record.capacity = self.capacity;
    if (record.presence.desks === 0) record.idleSince = now.elapsed;
    record.presence = deskCame(record.presence, now.wall);
    record.desks.add(desk);
    return record;
  }

  /** True when it was the officer's last desk. */
  went(desk: DeskReader, now: Moment): boolean {
    const record = this.#records.get(desk.viewer.officer);
    if (record === undefined || !record.desks.delete(desk)) return false;
    record.presence = deskWent(record.presence, now.wall);
    record.goneAt = now.elapsed;
    return record.presence.desks === 0;
  }

  isOnline(officer: Id): boolean {
    return (this.#records.get(officer)?.presence.desks ?? 0) > 0;
  }

  /** Whether a desk of anybody else is connected. */
  isNotAlone(officer: Id): boolean {
    for (const each of this.#records.values()) {
      if (each.officer !== officer && each.presence.desks > 0) return true;
    }
    return false;
  }

  /** Rule Q3: officers who hold conversations and whose desks have been gone for too long. */
  *lost(elapsed: number, grace: number): Generator<OfficerRecord> {
    for (const officer of this.#registry.holders()) {
      const record = this.#records.get(officer);
      if (record !== undefined && isGone(record, elapsed, grace)) yield record;
    }
  }

  /** Forgets who has been gone for long and holds nothing. */
  prune(elapsed: number, after: number): boolean {
    let changed = false;
    for (const record of this.#records.values()) {
      const load = this.#registry.load(record.officer);
      if (load.active + load.parked > 0 || !isGone(record, elapsed, after)) continue;
      this.#records.delete(record.officer);
      changed = true;
    }
    return changed;
  }

  /** For distribution; `active` is asked of the overlay. */
  *candidates(active: (officer: Id) => number): Generator<Candidate & { readonly since: Time }> {
    for (const { officer, presence, capacity, idleSince } of this.#records.values()) {
      yield {
        officer,
        available: isReceiving(presence),
        active: active(officer),
        capacity,
        idleSince,
        since: presence.since,
      };
    }
  }

  /** How many receive conversations, what is being answered, and how many more could be taken now. */
  duty(): { readonly ready: number; readonly busy: number; readonly free: number } {
    let ready = 0;
    let busy = 0;
    let free = 0;
    for (const { officer, presence, capacity } of this.#records.values()) {
      if (presence.desks === 0) continue;
      const { active } = this.#registry.load(officer);
      busy += active;
      if (!isReceiving(presence)) continue;
      ready += 1;
      free += Math.max(0, capacity - active);
    }
    return { ready, busy, free };
  }

  rows(): RosterRow[] {
    return [...this.#records.values()].map((record) => ({
      officer: record.officer,
      rank: record.rank,
      alias: record.alias,
      role: record.role,
      presence: visible(record.presence),
      ...this.#registry.load(record.officer),
      capacity: record.capacity,
      since: record.presence.since,
    }));
  }
}
