import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cursor, Epoch, Id, Time } from '../../../protocol/ids.ts';
import { StoreUnavailable } from '../errors.ts';
import type { KeyProvider } from '../keys.ts';
import type { Batch, Committed, Found, Purged, Store, StoredConversation, Verification } from '../store.ts';
import { DataKeys } from './data-keys.ts';
import { JOURNAL_FILE, KEYS_FILE, openDatabase, openDatabaseFile, type SqliteDatabase } from './database.ts';
import { translateError } from './failures.ts';
import { settleIdentity } from './identity.ts';
import { KEY_MIGRATIONS } from './migrations/index.ts';
import { openEntry } from './sealing.ts';
import { prepareStatements, type Statements, storedConversation } from './statements.ts';
import { verifyJournal } from './verifying.ts';
import { commitBatch } from './writing.ts';

export type SqliteStoreOptions = {
  /** Holds `journal.sqlite` and `keys.sqlite`; made when absent, for its owner alone. */
  readonly directory: string;
  readonly master: KeyProvider;
};

export interface SqliteStore extends Store {
  /** The journal's database, for the accounts that live in it. Closed with the store. */
  readonly database: SqliteDatabase;
}

/**
 * Opens, or makes, the store of a data directory. Rejects with `WrongMasterKey`, `KeyUnavailable`,
 * `StoreCorrupt`, `StoreTooNew` or `StoreUnavailable`.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const master = await options.master.load();
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const opened: SqliteDatabase[] = [];
  try {
    const keyFile = openDatabaseFile(join(options.directory, KEYS_FILE), KEY_MIGRATIONS);
    opened.push(keyFile);
    const keys = new DataKeys(keyFile, master);
    const journal = openDatabase(options.directory);
    opened.push(journal);
    for (const file of [KEYS_FILE, JOURNAL_FILE]) chmodSync(join(options.directory, file), 0o600);
    const epoch = settleIdentity(journal, keyFile, keys);
    return new Sqlite(journal, keyFile, keys, epoch);
  } catch (error) {
    for (const database of opened) database.close();
    throw translateError(error);
  }
}

/** Rows destroyed in one transaction of a purge: short enough not to hold up the messages. */
const PURGED_AT_ONCE = 50;
const PROBE_BYTES = 256 * 1024;

class Sqlite implements SqliteStore {
  readonly database: SqliteDatabase;
  readonly epoch: Epoch;
  readonly #keyFile: SqliteDatabase;
  readonly #keys: DataKeys;
  readonly #statements: Statements;

  constructor(journal: SqliteDatabase, keyFile: SqliteDatabase, keys: DataKeys, epoch: Epoch) {
    this.database = journal;
    this.#keyFile = keyFile;
    this.#keys = keys;
    this.epoch = epoch;
    this.#statements = prepareStatements(journal);
  }

  /** SQLite answers at once; the promise is what the contract promises. */
  async #run<Result>(work: () => Result): Promise<Result> {
    if (!this.database.open) throw new StoreUnavailable('the store is closed');
    try {
      return work();
    } catch (error) {
      throw translateError(error);
    }
  }

  commit(batch: Batch): Promise<Committed> {
    return this.#run(() => commitBatch(this.database, this.#statements, this.#keys, batch));
  }

  find(ids: readonly Id[]): Promise<readonly Found[]> {
    return this.#run(() => {
      const found: Found[] = [];
      for (const id of ids) {
        for (const row of this.#statements.byId.all(id)) {
          const key = this.#keys.get(row.conversation);
          if (key !== null) found.push(openEntry(key, row));
        }
      }
      return found;
    });
  }

  entries(conversation: Id, after: Cursor, through: Cursor, limit: number) {
    return this.#run(() => {
      const key = this.#keys.get(conversation);
      if (key === null) return [];
      return this.#statements.range
        .all(conversation, after, through, limit)
        .map((row) => openEntry(key, row).entry);
    });
  }

  conversation(conversation: Id): Promise<StoredConversation | null> {
    return this.#run(() => {
      const row = this.#statements.conversation.get(conversation);
      return row === undefined ? null : storedConversation(row);
    });
  }

  recent(closedSince: Time): Promise<readonly StoredConversation[]> {
    return this.#run(() => this.#statements.recent.all(closedSince).map(storedConversation));
  }

  bySession(digest: string): Promise<Id | null> {
    return this.#run(() => this.#statements.bySession.get(digest) ?? null);
  }

  verifyJournal(conversation: Id): Promise<Verification> {
    return this.#run(() => verifyJournal(this.#statements, this.#keys, conversation));
  }

  expired(now: Time, limit: number): Promise<readonly Id[]> {
    return this.#run(() => this.#statements.expired.all(now, limit));
  }

  async purge(conversations: readonly Id[]): Promise<Purged> {
    // The keys first: from here on, every copy of these journals is unreadable, whatever happens next.
    await this.#run(() => this.#keys.destroy(conversations));
    const destroyed: Id[] = [];
    let entries = 0;
    for (let start = 0; start < conversations.length; start += PURGED_AT_ONCE) {
      const slice = conversations.slice(start, start + PURGED_AT_ONCE);
      entries += await this.#run(() => this.#destroyRows(slice, destroyed));
      // Messages come in between.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    await this.#run(() => this.database.pragma('wal_checkpoint(TRUNCATE)'));
    return { conversations: destroyed, entries };
  }

  #destroyRows(conversations: readonly Id[], destroyed: Id[]): number {
    return this.database
      .transaction(() => {
        let entries = 0;
        for (const conversation of conversations) {
          const count = this.#statements.countEntries.get(conversation) ?? 0;
          if (this.#statements.destroy.run(conversation).changes === 0) continue;
          entries += count;
          destroyed.push(conversation);
        }
        return entries;
      })
      .immediate();
  }

  tighten(purgeTime: (openedAt: Time) => Time): Promise<number> {
    return this.#run(() =>
      this.database
        .transaction(() => {
          let changed = 0;
          for (const row of this.#statements.due.all()) {
            const due = purgeTime(row.opened_at);
            if (due >= row.purge_at) continue;
            this.#statements.setDue.run(due, row.conversation);
            changed += 1;
          }
          return changed;
        })
        .immediate(),
    );
  }

  probe(): Promise<void> {
    return this.#run(() => {
      // More than one page, so that a disk with no room for a message does not pass for a healthy one.
      this.#statements.fillProbe.run(PROBE_BYTES);
      this.#statements.emptyProbe.run();
    });
  }

  async close(): Promise<void> {
    this.database.close();
    this.#keyFile.close();
  }
}
