import type { SqliteDatabase } from './database.ts';

/** How a log is folded in and emptied: where a worker does so too, it must stand aside. */
export type Truncate = (database: SqliteDatabase) => void;

/** Folds the log in and empties it; a reader in another process puts it off to the next time, at no wait. */
export function truncate(database: SqliteDatabase): void {
  const patience = Number(database.pragma('busy_timeout', { simple: true }));
  database.pragma('busy_timeout = 0');
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.pragma(`busy_timeout = ${patience}`);
  }
}
