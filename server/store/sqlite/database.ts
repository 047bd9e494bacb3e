import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreTooNew } from '../errors.ts';
import { translateError } from './failures.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export type SqliteDatabase = Database.Database;

/** The file that holds journals, sessions and accounts. */
export const JOURNAL_FILE = 'journal.sqlite';
/** The file that holds the wrapped data keys: never back it up together with the journal. */
export const KEYS_FILE = 'keys.sqlite';

/** The loop stands still meanwhile: long enough for a command line's write, not for a heartbeat to be missed. */
const BUSY_TIMEOUT_MILLISECONDS = 1_000;

/**
 * Opens one SQLite file as this house wants it (WAL, a full sync at each commit, freed pages overwritten,
 * foreign keys) and brings its shape up to date. Throws the named errors of ../errors.ts.
 */
export function openDatabaseFile(path: string, migrations: readonly Migration[]): SqliteDatabase {
  let database: SqliteDatabase | null = null;
  try {
    database = new Database(path, { timeout: BUSY_TIMEOUT_MILLISECONDS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('foreign_keys = ON');
    // Nothing a query sorts or stages may reach the disk outside the file.
    database.pragma('temp_store = MEMORY');
    migrate(database, migrations);
    return database;
  } catch (error) {
    database?.close();
    throw translateError(error);
  }
}

/** Opens the journal database of a data directory: the relay's store, its accounts and the command line share it. */
export function openDatabase(directory: string): SqliteDatabase {
  return openDatabaseFile(join(directory, JOURNAL_FILE), MIGRATIONS);
}

function migrate(database: SqliteDatabase, migrations: readonly Migration[]): void {
  database
    .transaction(() => {
      database.exec(
        'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT',
      );
      const applied = new Set(database.prepare<[], number>('SELECT number FROM migrations').pluck().all());
      const known = new Set(migrations.map((migration) => migration.number));
      for (const number of applied) {
        if (!known.has(number)) throw new StoreTooNew(`migration ${number} is not known to this version`);
      }
      const remember = database.prepare('INSERT INTO migrations (number, name) VALUES (?, ?)');
      for (const migration of migrations) {
        if (applied.has(migration.number)) continue;
        database.exec(migration.sql);
        remember.run(migration.number, migration.name);
      }
    })
    .immediate();
}
