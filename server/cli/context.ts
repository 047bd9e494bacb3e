import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Officers } from '../accounts/officers.ts';
import { type Config, loadConfig } from '../config/index.ts';
import { DirectoryInUse, lockDirectory } from '../instance-lock.ts';
import { masterKeysOf } from '../master-key.ts';
import type { AccountStore } from '../store/accounts.ts';
import { openAccountStore } from '../store/sqlite/accounts.ts';
import { openDatabase, type SqliteDatabase } from '../store/sqlite/database.ts';
import { openSqliteStore, type SqliteStore } from '../store/sqlite/open.ts';

/** What a command answers with: 0 done, 1 refused or failed, 2 asked wrongly. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** A command that cannot be done, in words for whoever asked. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Options of every command. */
export type GlobalOptions = { readonly config?: string; readonly data?: string };

export function readConfig(options: GlobalOptions): Config {
  const environment = {
    ...process.env,
    ...(options.data === undefined ? {} : { PERMANENCE_DATA_DIRECTORY: options.data }),
  };
  const loaded = loadConfig({ environment, file: options.config });
  if (loaded.kind === 'invalid') throw new Refused(loaded.problems.join('\n'), EXIT.usage);
  return loaded.config;
}

/** Who acts, for the audit: the operating system's number for them, never their name. */
export function actor(): string {
  return `command-line:${userInfo().uid}`;
}

/** Leaves an audit row: what was done, to which id, and why where that is asked for. */
export type Audit = (act: string, subject: string | null, reason?: string) => Promise<void>;

function auditOf(store: AccountStore): Audit {
  return (act, subject, reason) =>
    store.audit({ at: Date.now(), actor: actor(), act, subject, reason: reason ?? null });
}

/** Holds the data directory; null when a relay works in it. */
export function lockUnlessRunning(directory: string): (() => void) | null {
  try {
    return lockDirectory(directory);
  } catch (error) {
    if (error instanceof DirectoryInUse) return null;
    throw error;
  }
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export type DatabaseWork = {
  readonly config: Config;
  readonly database: SqliteDatabase;
  readonly accounts: AccountStore;
  readonly audit: Audit;
};

/** Runs with the journal's database, whether or not the relay runs; nothing sealed can be read with it. */
export async function withDatabase(
  options: GlobalOptions,
  work: (given: DatabaseWork) => Promise<void>,
): Promise<void> {
  const config = readConfig(options);
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
  const database = openDatabase(config.dataDirectory);
  try {
    const accounts = openAccountStore(database);
    await work({ config, database, accounts, audit: auditOf(accounts) });
  } finally {
    database.close();
  }
}

/** Runs with the accounts of the data directory, whether or not the relay runs. */
export async function withAccounts(
  options: GlobalOptions,
  work: (officers: Officers, audit: Audit, store: AccountStore, database: SqliteDatabase) => Promise<void>,
): Promise<void> {
  await withDatabase(options, ({ accounts, audit, database }) =>
    work(new Officers(accounts, Date.now, actor()), audit, accounts, database),
  );
}

export type StoreWork = {
  readonly config: Config;
  readonly store: SqliteStore;
  readonly accounts: AccountStore;
  readonly audit: Audit;
};

/**
 * Runs with the open store. `alone`: the relay must not be running, because it keeps in memory what the
 * command is about to change.
 */
export async function withStore(
  options: GlobalOptions,
  alone: boolean,
  work: (given: StoreWork) => Promise<void>,
): Promise<void> {
  const config = readConfig(options);
  const unlock = alone ? lockDirectory(config.dataDirectory) : () => undefined;
  try {
    const keys = await masterKeysOf(config);
    const store = await openSqliteStore({ directory: config.dataDirectory, ...keys });
    try {
      const accounts = openAccountStore(store.database);
      await work({ config, store, accounts, audit: auditOf(accounts) });
    } finally {
      await store.close();
    }
  } finally {
    unlock();
  }
}
