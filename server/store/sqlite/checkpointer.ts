import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SqliteDatabase } from './database.ts';
import { truncate } from './truncate.ts';

/** What the two threads share: `held` by the relay's thread, `busy` by the worker's. */
export const FLAG = { held: 0, busy: 1 } as const;

export type CheckpointWork = { readonly files: readonly string[]; readonly flags: Int32Array };

/** A checkpoint takes milliseconds; a disk that takes longer than this does not keep people waiting for more. */
const PATIENCE = 1_000;
/**
 * The log of a relay whose worker died is folded in by its own commits from this size on (pages of 4 KiB), as SQLite
 * does by itself from 1,000.
 */
const OWN_CHECKPOINT = 16_000;

/**
 * Folds the logs in on a thread of its own. SQLite does it within a commit otherwise: two syncs and up to a thousand
 * pages, for which everybody who talks waits (measured: bench/sections/purge.ts).
 */
export class Checkpointer {
  readonly #worker: Worker;
  readonly #flags = new Int32Array(new SharedArrayBuffer(8));
  #ended = false;

  constructor(databases: readonly SqliteDatabase[]) {
    const work: CheckpointWork = { files: databases.map(({ name }) => name), flags: this.#flags };
    this.#worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: work });
    this.#worker.unref();
    this.#worker.once('exit', () => {
      this.#ended = true;
    });
    // Its end is not the relay's: commits fold in by themselves then.
    this.#worker.once('error', () => undefined);
    for (const database of databases) database.pragma(`wal_autocheckpoint = ${OWN_CHECKPOINT}`);
  }

  /** Empties a log now: what was destroyed must not stay in it. */
  truncate(database: SqliteDatabase): void {
    Atomics.store(this.#flags, FLAG.held, 1);
    try {
      // Two checkpoints of one file exclude each other, and SQLite would put this one off.
      if (Atomics.load(this.#flags, FLAG.busy) === 1) Atomics.wait(this.#flags, FLAG.busy, 1, PATIENCE);
      truncate(database);
    } finally {
      Atomics.store(this.#flags, FLAG.held, 0);
    }
  }

  /** Lets go of the files. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#worker.ref();
    const gone = once(this.#worker, 'exit');
    this.#worker.postMessage(null);
    await gone;
  }
}
