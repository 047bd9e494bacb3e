import type { Time } from '../../../protocol/ids.ts';
import type { KeyProvider } from '../keys.ts';
import type { Store } from '../store.ts';
import type { SqliteDatabase } from './database.ts';

export type SqliteStoreOptions = {
  /** Holds `journal.sqlite` and `keys.sqlite`; made when absent, for its owner alone. */
  readonly directory: string;
  readonly master: KeyProvider;
  /** Milliseconds since the epoch. */
  readonly clock: () => Time;
};

export interface SqliteStore extends Store {
  /** The journal's database, for the accounts that live in it. Closed with the store. */
  readonly database: SqliteDatabase;
}

/**
 * Opens, or makes, the store of a data directory. Rejects with `WrongMasterKey`, `KeyUnavailable`,
 * `StoreCorrupt`, `StoreTooNew` or `StoreUnavailable`.
 */
export function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  return Promise.reject(new Error(`not yet: ${options.directory}`));
}
