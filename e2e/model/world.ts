import { dirname } from 'node:path';
import { type Id, newId, type Time } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { Hub } from '../../server/relay/hub.ts';
import { House, newSession, TERMS } from '../../server/relay/relay.testkit.ts';
import { type ManualTime, settle } from '../../server/relay/time.testkit.ts';
import { type Backup, copyJournal } from './backup.ts';
import { ModelCitizen } from './citizen.ts';
import { ModelDesk } from './desk.ts';
import { Chance } from './random.ts';
import { Rules } from './rules.ts';
import type { Watch } from './said.ts';
import { Truth } from './truth.ts';
import type { AnyWire } from './wire.ts';

/** What people of the model have of the world. */
export type Around = {
  readonly chance: Chance;
  readonly time: ManualTime;
  readonly watch: Watch;
  hub(): Hub;
  added(wire: AnyWire): void;
  deskCame(officer: Id, wire: AnyWire): void;
  deskWent(officer: Id, wire: AnyWire): void;
  /** A command was answered `done`. */
  done(officer: Id, kind: string, conversation: Id, id: Id): void;
  /** Something threw where only values may come back. */
  failed(error: unknown): void;
};

const OFFICERS = 3;
const SLICE = 5_000;
const UNBOUNDED = { burst: 10_000, perSecond: 10_000 };

/** A whole service in memory, but for the relay's store, which is a real one. Nothing moves by itself. */
export class World implements Around {
  readonly chance: Chance;
  readonly rules = new Rules();
  readonly truth = new Truth(this.rules);
  readonly watch: Watch = { rules: this.rules, truth: this.truth, isFull: () => this.isFull };
  readonly citizens: ModelCitizen[] = [];
  readonly desks: ModelDesk[] = [];
  wires: AnyWire[] = [];
  reachable = true;
  readonly counts = { crashes: 0, deskCrashes: 0, cuts: 0, restores: 0, fullDisks: 0 };
  readonly #present = new Map<Id, { readonly wires: Set<AnyWire>; since: Time }>();
  #house: House | null = null;
  #makeRoom: (() => void) | null = null;
  #backup: Backup | null = null;

  /** Officers to whom conversations are given together. */
  readonly group = newId();
  readonly seed: number;

  private constructor(seed: number) {
    this.seed = seed;
    this.chance = new Chance(seed);
  }

  static async open(seed: number): Promise<World> {
    const world = new World(seed);
    // Every third world has narrow limits of rate, so that refusals which may pass are met as well.
    const rates =
      seed % 3 === 0
        ? { citizenRate: { burst: 3, perSecond: 0.5 } }
        : { citizenRate: UNBOUNDED, deskRate: UNBOUNDED };
    world.#house = await House.open(
      // As short as it may be on a break: emergencies are rare here, and so is the rule then.
      { ...rates, distribute: seed % 2 === 0, unheardWithin: TIMES.deskGrace },
      world.truth.wrap,
    );
    world.truth.now = () => world.time.now;
    world.truth.grace = TIMES.deskGrace;
    world.truth.deskless = (officer) => {
      const present = world.#present.get(officer);
      return present === undefined || present.wires.size > 0 ? null : present.since;
    };
    for (let index = 0; index <= OFFICERS; index += 1) {
      const session = newSession(index === OFFICERS ? 'supervisor' : 'officer', 3);
      world.truth.officers.set(session.self.officer, session.self);
      world.#present.set(session.self.officer, { wires: new Set(), since: world.time.now });
      world.desks.push(new ModelDesk(world, `o${index}`, session));
    }
    // Two of the officers: who waits for them must not wait for ever when both are away.
    const members = world.desks.slice(0, 2).map(({ officer }) => officer);
    await world.house.regroup([{ group: world.group, name: 'NOTE groupe', members }]);
    for (let count = 0; count < 3; count += 1) await world.arrive();
    return world;
  }

  get house(): House {
    if (this.#house === null) throw new Error('the world is not open');
    return this.#house;
  }

  get time(): ManualTime {
    return this.house.time;
  }

  get isFull(): boolean {
    return this.#makeRoom !== null;
  }

  hub(): Hub {
    return this.house.hub;
  }

  added(wire: AnyWire): void {
    this.wires = this.wires.filter((each) => !each.isOver);
    this.wires.push(wire);
  }

  deskCame(officer: Id, wire: AnyWire): void {
    this.#present.get(officer)?.wires.add(wire);
  }

  deskWent(officer: Id, wire: AnyWire): void {
    const present = this.#present.get(officer);
    if (present?.wires.delete(wire) && present.wires.size === 0) present.since = this.time.now;
  }

  done(officer: Id, kind: string, conversation: Id, id: Id): void {
    const { truth, rules } = this;
    const seq = truth.seqOf(conversation, id);
    rules.hold('D4', seq !== null, () => `${kind} ${id} is done and not in the store`);
    if (seq === null || (kind !== 'take' && kind !== 'take-next')) return;
    const body = truth.entries(conversation)[seq - 1]?.body;
    const isTheirs = body?.kind === 'assignment' && body.to.officer === officer;
    rules.hold('Q2', isTheirs, () => `${officer} was told that they took ${conversation}`);
  }

  failed(error: unknown): void {
    this.rules.hold('E4', false, () => `a fault: ${error instanceof Error ? (error.stack ?? '') : ''}`);
  }

  async arrive(): Promise<void> {
    const name = `c${this.citizens.length}`;
    const id = newId();
    const subject = this.chance.happens(0.7) ? 'NOTE objet' : null;
    this.truth.names.set(id, name);
    const result = await this.hub().open({ id, termsVersion: TERMS, language: 'fr', subject });
    if (result.kind === 'refused') return;
    const { conversation } = result.opened;
    this.citizens.push(new ModelCitizen(this, name, result.token, conversation));
  }

  openCitizens(): readonly ModelCitizen[] {
    return this.citizens.filter(({ client, exited }) => !exited && client.state().phase === 'open');
  }

  fillDisk(): void {
    if (this.#makeRoom !== null) return;
    this.counts.fullDisks += 1;
    const { database } = this.house.store;
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
    this.#makeRoom = () => void database.pragma('max_page_count = 1073741823');
  }

  makeRoom(): void {
    this.#makeRoom?.();
    this.#makeRoom = null;
  }

  /** SIGKILL and a start on the same files, but for what `prepare` does to them. */
  async crash(keep: () => number, prepare?: (directory: string) => void): Promise<void> {
    this.counts.crashes += 1;
    for (const wire of this.wires) wire.killRelay(keep());
    await this.house.crash(prepare);
    this.#makeRoom = null;
    // A new process counts everybody's absence from its own start.
    for (const present of this.#present.values()) {
      present.wires.clear();
      present.since = this.time.now;
    }
  }

  /** A copy of the journal's file, as an operator's backup makes it. */
  backUp(): void {
    this.#backup = copyJournal(
      dirname(this.house.store.database.name),
      this.truth.lengths(),
      this.counts.crashes,
    );
  }

  /**
   * The relay is started again on the copy: another life of the store (rule R2), in which what came after the copy
   * never was, whatever had been promised.
   */
  async restore(): Promise<void> {
    const backup = this.#backup;
    // A copy made in this very life of the store does not always show as one: not what is looked at here.
    if (backup === null || backup.life === this.counts.crashes) return;
    await this.flushDisks();
    this.makeRoom();
    this.counts.restores += 1;
    const { epoch } = this.house.store;
    this.truth.truncate(backup.lengths);
    for (const citizen of this.citizens) {
      citizen.acked.clear();
      citizen.voided ||= citizen.client.state().phase !== 'open';
    }
    for (const desk of this.desks) {
      desk.acked.clear();
      desk.queued.clear();
      desk.voided = true;
    }
    await this.crash(() => 0, backup.putBack);
    this.rules.hold('R2', this.house.store.epoch !== epoch, () => 'a restored store kept its epoch');
  }

  /** Time passes while no wire moves; the workstations' disks go on. */
  async advance(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= SLICE) {
      await this.flushDisks();
      await this.time.advance(Math.min(SLICE, left));
    }
    await this.flushDisks();
  }

  async flushDisks(): Promise<void> {
    for (let round = 0; round < 10_000 && this.desks.some(({ disk }) => disk.isBusy); round += 1) {
      for (const { disk } of this.desks) disk.step();
      await tick();
    }
  }

  /** Every wire delivers all it has, in both directions, until nothing moves. */
  async flushWires(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      let moved = false;
      for (const wire of [...this.wires]) moved = move(wire) || moved;
      await settle();
      await this.flushDisks();
      if (!moved && !this.wires.some((wire) => wire.canGoUp() || wire.canGoDown() || wire.canOpen())) return;
    }
  }

  async close(): Promise<void> {
    this.makeRoom();
    await settle();
    await this.house.close();
  }
}

function move(wire: AnyWire): boolean {
  let moved = false;
  if (wire.canOpen()) {
    wire.open(true);
    moved = true;
  }
  for (; wire.canGoUp(); moved = true) wire.up();
  for (; wire.canGoDown(); moved = true) wire.down();
  wire.linger();
  return moved;
}

/** One turn of the loop: what was only waiting for promises happens, group commit begins. */
export function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
