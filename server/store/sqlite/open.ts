import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyProvider } from '../keys.ts';
import { Checkpointer } from './checkpointer.ts';
import { DataKeys } from './data-keys.ts';
import { JOURNAL_FILE, KEYS_FILE, openDatabase, openDatabaseFile, type SqliteDatabase } from './database.ts';
import { Deferred, type OnFault } from './deferred.ts';
import { translateError } from './failures.ts';
import { settleDueTimes, settleIdentity } from './identity.ts';
import { MasterKeys } from './master-keys.ts';
import { KEY_MIGRATIONS } from './migrations/index.ts';
import { Purging } from './purging.ts';
import { ReceiptBook } from './receipt-book.ts';
import { ReturnPhrases } from './return-phrases.ts';
import { Sqlite, type SqliteStore } from './sqlite-store.ts';
import { type Truncate, truncate } from './truncate.ts';

export type { SqliteStore } from './sqlite-store.ts';

export type SqliteStoreOptions = {
  /** Holds `journal.sqlite` and `keys.sqlite`; made when absent, for its owner alone. */
  readonly directory: string;
  /** The master key. New keys are wrapped by it from now on. */
  readonly master: KeyProvider;
  /** During a rotation: the master key of before. `rotateMaster` then finishes what was begun. */
  readonly previous?: KeyProvider | null;
  /** Folds the logs in on a thread of its own: for a relay that serves, not for a command. */
  readonly aside?: boolean;
  /** Told of what failed and is tried again later: for the log. */
  readonly onFault?: OnFault;
};

/**
 * Opens, or makes, the store of a data directory. Rejects with `WrongMasterKey`, `KeyUnavailable`,
 * `StoreCorrupt`, `StoreTooNew` or `StoreUnavailable`.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const master = await options.master.open();
  const previous = (await options.previous?.open()) ?? null;
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const opened: SqliteDatabase[] = [];
  try {
    const keyFile = openDatabaseFile(join(options.directory, KEYS_FILE), KEY_MIGRATIONS);
    opened.push(keyFile);
    const masters = await MasterKeys.open(keyFile, master, previous);
    const keys = new DataKeys(keyFile, masters);
    const journal = openDatabase(options.directory);
    opened.push(journal);
    for (const file of [KEYS_FILE, JOURNAL_FILE]) chmodSync(join(options.directory, file), 0o600);
    const epoch = settleIdentity(journal, keyFile, keys);
    settleDueTimes(journal, keyFile);
    const receipts = await ReceiptBook.open(keyFile, masters);
    const checkpointer = options.aside === true ? new Checkpointer([journal, keyFile]) : null;
    const empty: Truncate = (database) =>
      checkpointer === null ? truncate(database) : checkpointer.truncate(database);
    const purging = new Purging(journal, keyFile, keys, receipts, empty);
    const deferred = new Deferred(
      journal,
      keyFile,
      masters,
      keys,
      empty,
      options.onFault ?? (() => undefined),
    );
    const phrases = new ReturnPhrases(journal, keys);
    return new Sqlite({
      journal,
      keyFile,
      masters,
      keys,
      receipts,
      purging,
      deferred,
      phrases,
      checkpointer,
      empty,
      epoch,
    });
  } catch (error) {
    for (const database of opened) database.close();
    throw translateError(error);
  }
}
