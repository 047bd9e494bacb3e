import type { CannedResponse } from '../../protocol/canned.ts';
import type { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { CitizenReader } from './citizen-reader.ts';
import type { Core } from './core.ts';
import type { DeskReader } from './desk-reader.ts';
import { encode } from './encode.ts';
import { allHeads, HeadDelta, leftFrames } from './heads.ts';
import type { Live } from './live.ts';
import { PaceKeeper } from './pace.ts';
import { placeQueue, statusFrame } from './queue-status.ts';
import { cutOffIfSlow } from './reading.ts';

/** The roster goes to every desk, and positions to everyone who waits: at most this often. */
const ROSTER_EVERY = 500;
const QUEUE_EVERY = 250;

/**
 * Tells what is not a journal: heads and roster to desks, status to pages. Whatever changed in one turn of
 * the loop is told once, at its end; frames that many readers get are built once.
 */
export class Teller {
  readonly #core: Core;
  readonly pace = new PaceKeeper();
  #heads = new Set<Live>();
  #statuses = new Set<Live>();
  #readers = new Set<Live>();
  #rosterDue = false;
  #queueDue = false;
  #rosterAt = Number.NEGATIVE_INFINITY;
  #queueAt = Number.NEGATIVE_INFINITY;
  #scheduled = false;
  /** When the timer for what had to wait fires; null when none runs. */
  #later: (() => void) | null = null;

  constructor(core: Core) {
    this.#core = core;
  }

  headChanged(live: Live): void {
    this.#heads.add(live);
    this.#schedule();
  }

  statusChanged(live: Live): void {
    this.#statuses.add(live);
    // One who waits and has no place yet gets it from the next count of the queue.
    if (live.state.status === 'waiting' && live.position === 0) this.#queueDue = true;
    this.#schedule();
  }

  /** Somebody put it on screen, or looks elsewhere. */
  readersChanged(live: Live): void {
    this.#readers.add(live);
    this.#schedule();
  }

  queueChanged(): void {
    this.#queueDue = true;
    this.#schedule();
  }

  rosterChanged(): void {
    this.#rosterDue = true;
    // Who is on duty decides how long the queue takes.
    this.queueChanged();
  }

  /** An officer came or went: their citizens see whether somebody is there. */
  officerFlipped(officer: Id): void {
    for (const live of this.#core.registry.all()) {
      if (live.state.holder?.officer === officer) this.statusChanged(live);
    }
  }

  /** All that a desk may see, at once: at its hello. */
  greet(desk: DeskReader): void {
    for (const frame of allHeads(this.#core.registry, desk.viewer)) desk.link.send(frame);
    for (const frame of leftFrames(this.#core.registry.all(), desk.viewer, true)) desk.link.send(frame);
    desk.link.send(this.#groupsFrame());
    desk.link.send(this.#rosterFrame());
    this.officerFlipped(desk.viewer.officer);
    this.rosterChanged();
    this.#core.committer.schedule();
  }

  /** Rule Q6: it went out of their hands in this moment. */
  left(live: Live, officer: Id): void {
    for (const desk of this.#core.officers.desks()) {
      if (desk.viewer.officer !== officer) continue;
      for (const frame of leftFrames([live], desk.viewer, false)) desk.link.send(frame);
    }
  }

  /** The content in force, to every desk: each is a large frame, and it is built once. */
  contentChanged(): void {
    const frame = encode({ type: 'content', content: this.#core.content.current() });
    for (const desk of this.#core.officers.desks()) {
      desk.sendContent(frame);
      cutOffIfSlow(this.#core, desk);
    }
  }

  /** Each desk then fetches the directory: it is too large to be said to all of them here (rule E8). */
  stationsChanged(): void {
    const { stations } = this.#core;
    if (stations !== null) this.#tellDesks(encode({ type: 'stations', version: stations.version }));
  }

  groupsChanged(): void {
    this.#tellDesks(this.#groupsFrame());
    // Whom a conversation waits for may have changed with them.
    this.#core.committer.schedule();
  }

  #groupsFrame(): string {
    return encode({ type: 'groups', groups: [...this.#core.groups.current()] });
  }

  #tellDesks(frame: string): void {
    for (const desk of this.#core.officers.desks()) {
      desk.link.send(frame);
      cutOffIfSlow(this.#core, desk);
    }
  }

  /** To the officer's own desks, whichever workstation they sit at. */
  personalChanged(officer: Id, responses: readonly CannedResponse[]): void {
    const frame = encode({ type: 'personal', responses: [...responses] });
    for (const desk of this.#core.officers.desks()) {
      if (desk.viewer.officer !== officer) continue;
      desk.link.send(frame);
      cutOffIfSlow(this.#core, desk);
    }
  }

  #rosterFrame(): string {
    return encode({ type: 'roster', rows: this.#core.officers.rows() });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#core.scheduler.soon(() => {
      this.#scheduled = false;
      this.#tell();
    });
  }

  #tell(): void {
    const now = this.#core.scheduler.elapsed();
    this.#tellHeads();
    this.#tellReaders();
    if (this.#queueDue && now - this.#queueAt >= QUEUE_EVERY) this.#countQueue(now);
    this.#tellStatuses();
    if (this.#rosterDue && now - this.#rosterAt >= ROSTER_EVERY) this.#tellRoster(now);
    if ((this.#queueDue || this.#rosterDue) && this.#later === null) {
      this.#later = this.#core.scheduler.after(QUEUE_EVERY, () => {
        this.#later = null;
        this.#schedule();
      });
    }
  }

  #tellHeads(): void {
    if (this.#heads.size === 0) return;
    const delta = new HeadDelta(this.#heads);
    this.#heads = new Set();
    for (const desk of this.#core.officers.desks()) {
      for (const frame of delta.frames(desk.viewer)) desk.link.send(frame);
      cutOffIfSlow(this.#core, desk);
    }
  }

  /** Rule G4: to those who look at it, and to nobody else. */
  #tellReaders(): void {
    const changed = this.#readers;
    this.#readers = new Set();
    for (const { state, lookers } of changed) {
      const readers = new Map(
        [...lookers].map(({ record: { officer, rank, alias } }) => [officer, { officer, rank, alias }]),
      );
      const frame = encode({
        type: 'readers',
        conversation: state.conversation,
        readers: [...readers.values()].slice(0, LIMITS.readersShown),
      });
      for (const desk of [...lookers]) {
        desk.link.send(frame);
        cutOffIfSlow(this.#core, desk);
      }
    }
  }

  #countQueue(now: number): void {
    this.#queueDue = false;
    this.#queueAt = now;
    const { registry, officers, clock } = this.#core;
    const pace = this.pace.now(clock(), officers.duty());
    for (const live of placeQueue(registry.waiting, pace)) this.#statuses.add(live);
  }

  #tellStatuses(): void {
    const statuses = this.#statuses;
    this.#statuses = new Set();
    for (const live of statuses) {
      if (live.citizens.length === 0) continue;
      if (live.state.status === 'waiting' && live.position === 0) continue;
      const { holder } = live.state;
      const frame = statusFrame(live, holder !== null && this.#core.officers.isOnline(holder.officer));
      for (const citizen of live.citizens) tellStatus(this.#core, citizen, frame);
    }
  }

  #tellRoster(now: number): void {
    this.#rosterDue = false;
    this.#rosterAt = now;
    this.#tellDesks(this.#rosterFrame());
  }

  stop(): void {
    this.#later?.();
    this.#later = null;
  }
}

function tellStatus(core: Core, citizen: CitizenReader, frame: string): void {
  if (citizen.isOver || citizen.status === frame) return;
  citizen.status = frame;
  citizen.link.send(frame);
  cutOffIfSlow(core, citizen);
}
