import { randomBytes } from 'node:crypto';
import type { Chance } from '../../e2e/model/random.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { keyFromBytes, MASTER_KEY_BYTES } from '../../server/store/keys.ts';
import { openAccountStore } from '../../server/store/sqlite/accounts.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { addStaff, type Staff } from '../load/staff.ts';
import type { Scope } from '../scope.ts';
import { LIFTED } from '../servers/relay-process.ts';
import { ServerProcess } from '../servers/server-process.ts';

const MODULE = new URL('./relay-server.ts', import.meta.url);
/** The relay's clock starts wrong by up to this, either way; milliseconds. */
const SKEW = 60_000;

/** The relay's process: killed and started again on the same data and the same port. */
export class ChaosRelay {
  readonly staff: Staff;
  readonly #scope: Scope;
  readonly #chance: Chance;
  readonly #directory: string;
  readonly #key: Buffer;
  #server: ServerProcess | null = null;
  #port = 0;
  kills = 0;
  fullDisks = 0;

  private constructor(scope: Scope, chance: Chance, directory: string, key: Buffer, staff: Staff) {
    this.#scope = scope;
    this.#chance = chance;
    this.#directory = directory;
    this.#key = key;
    this.staff = staff;
  }

  static async open(scope: Scope, chance: Chance, officers: number): Promise<ChaosRelay> {
    const directory = scope.directory();
    const key = randomBytes(MASTER_KEY_BYTES);
    const store = await openSqliteStore({ directory, master: keyFromBytes(key) });
    const staff = await addStaff(openAccountStore(store.database), officers, 1);
    await store.close();
    const relay = new ChaosRelay(scope, chance, directory, key, staff);
    await relay.start();
    return relay;
  }

  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    this.#server = await ServerProcess.start(this.#scope, MODULE, {
      ...LIFTED,
      CHAOS_SKEW: String(this.#chance.below(2 * SKEW) - SKEW),
      PERMANENCE_HOST: '127.0.0.1',
      PERMANENCE_PORT: String(this.#port),
      PERMANENCE_DATA_DIRECTORY: this.#directory,
      PERMANENCE_MASTER_KEY: this.#key.toString('hex'),
      PERMANENCE_LOG_LEVEL: 'error',
    });
    this.#port = this.#server.port;
  }

  async kill(): Promise<void> {
    this.kills += 1;
    await this.#server?.kill();
    this.#server = null;
  }

  fillDisk(): void {
    if (this.#server === null) return;
    this.fullDisks += 1;
    process.kill(this.#server.pid, 'SIGUSR2');
  }

  /** The journals as the files have them, once the process is gone. Answers also how many chains are broken. */
  async journals(
    conversations: readonly Id[],
  ): Promise<{ journals: Map<Id, readonly Entry[]>; broken: number }> {
    const store = await openSqliteStore({ directory: this.#directory, master: keyFromBytes(this.#key) });
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
