import { randomBytes } from 'node:crypto';
import type { Chance } from '../../e2e/model/random.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { keyFromBytes, MASTER_KEY_BYTES } from '../../server/store/keys.ts';
import { openAccountStore } from '../../server/store/sqlite/accounts.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { addStaff, type Staff } from '../load/staff.ts';
import { pause, type Scope } from '../scope.ts';
import { LIFTED } from '../servers/relay-process.ts';
import { ServerProcess } from '../servers/server-process.ts';
import { Disk } from './disk.ts';

const MODULE = new URL('./relay-server.ts', import.meta.url);
/**
 * The relay's clock is wrong by up to this, either way, and jumps within it; milliseconds. Twice this is more than the
 * time a citizen or a desk may be away, and less than the hour for which a closed conversation can be read.
 */
const SKEW = 20 * 60_000;
/** A machine whose disk is full starts no relay: the supervisor tries again until it does. */
const START_WITHIN = 15_000;

/** The relay's process: killed and started again on the same data and the same port. */
export class ChaosRelay {
  readonly staff: Staff;
  readonly #scope: Scope;
  readonly #chance: Chance;
  readonly #disk: Disk;
  readonly #key: Buffer;
  readonly #compiled: string;
  #server: ServerProcess | null = null;
  #port = 0;
  kills = 0;
  fullDisks = 0;
  jumps = 0;
  failedStarts = 0;

  private constructor(scope: Scope, chance: Chance, disk: Disk, key: Buffer, staff: Staff) {
    this.#scope = scope;
    this.#chance = chance;
    this.#disk = disk;
    this.#key = key;
    this.#compiled = scope.directory();
    this.staff = staff;
  }

  static async open(scope: Scope, chance: Chance, officers: number): Promise<ChaosRelay> {
    const disk = Disk.open(scope);
    const { directory } = disk;
    const key = randomBytes(MASTER_KEY_BYTES);
    const store = await openSqliteStore({ directory, master: keyFromBytes(key) });
    const staff = await addStaff(openAccountStore(store.database), officers, 1);
    await store.close();
    const relay = new ChaosRelay(scope, chance, disk, key, staff);
    await relay.start();
    return relay;
  }

  get port(): number {
    return this.#port;
  }

  /** Starts it, again and again where it cannot. Rejects with its last complaint after 15 seconds. */
  async start(): Promise<void> {
    const until = performance.now() + START_WITHIN;
    for (;;) {
      try {
        await this.#startOnce();
        return;
      } catch (error) {
        if (performance.now() > until) throw error;
        this.failedStarts += 1;
        await pause(200);
      }
    }
  }

  #skew(): number {
    return this.#chance.below(2 * SKEW) - SKEW;
  }

  async #startOnce(): Promise<void> {
    this.#server = await ServerProcess.start(this.#scope, MODULE, {
      ...LIFTED,
      CHAOS_SKEW: String(this.#skew()),
      PERMANENCE_HOST: '127.0.0.1',
      PERMANENCE_PORT: String(this.#port),
      PERMANENCE_DATA_DIRECTORY: this.#disk.directory,
      PERMANENCE_MASTER_KEY: this.#key.toString('hex'),
      PERMANENCE_LOG_LEVEL: 'error',
      NODE_COMPILE_CACHE: this.#compiled,
    });
    this.#port = this.#server.port;
  }

  async kill(): Promise<void> {
    this.kills += 1;
    await this.#server?.kill();
    this.#server = null;
  }

  get diskIsReal(): boolean {
    return this.#disk.isReal;
  }

  fillDisk(): void {
    if (this.#server === null) return;
    this.fullDisks += 1;
    if (this.#disk.isReal) this.#disk.fill();
    else process.kill(this.#server.pid, 'SIGUSR2');
  }

  emptyDisk(): void {
    this.#disk.empty();
  }

  /** Its clock is wrong by something else from now on. */
  jump(): void {
    this.jumps += 1;
    this.#server?.tell({ kind: 'jump', skew: this.#skew() });
  }

  /** The journals as the files have them, once the process is gone. Answers also how many chains are broken. */
  async journals(
    conversations: readonly Id[],
  ): Promise<{ journals: Map<Id, readonly Entry[]>; broken: number }> {
    const store = await openSqliteStore({ directory: this.#disk.directory, master: keyFromBytes(this.#key) });
    try {
      const journals = new Map<Id, readonly Entry[]>();
      let broken = 0;
      for (const conversation of conversations) {
        journals.set(conversation, await store.entries(conversation, 0, 100_000, 100_000));
        if ((await store.verifyJournal(conversation)).kind !== 'intact') broken += 1;
      }
      return { journals, broken };
    } finally {
      await store.close();
    }
  }
}
