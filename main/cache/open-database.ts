import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { MIGRATIONS } from './migrations/index.ts';
import { CacheError, type CacheFault } from './operations.ts';

export type CacheDatabase = Database.Database;

/** Codes by which SQLite says that a file is not one of ours, or not one any more: a wrong key looks so too. */
const UNREADABLE = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_FORMAT']);

/** What an error of the database means for the session. */
export function faultOf(error: unknown): CacheFault {
  if (error instanceof CacheError) return error.fault;
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (UNREADABLE.has(code) || code.startsWith('SQLITE_CORRUPT')) return 'unreadable';
  if (code === 'SQLITE_FULL') return 'full';
  return 'failed';
}

/**
 * Opens (or makes) an encrypted cache: SQLCipher's scheme, version 4, with a raw key of 32 bytes, so without
 * derivation. Throws `CacheError` `unreadable` for a wrong key or a damaged file, which is left in place.
 */
export function openDatabase(file: string, key: string): CacheDatabase {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = unlock(file, key);
  try {
    tune(database);
    migrate(database, Number(database.pragma('user_version', { simple: true })));
    return database;
  } catch (error) {
    database.close();
    throw new CacheError(faultOf(error));
  }
}

/** Opens a file with its key, as it stands. Throws `CacheError` as `openDatabase` does. */
export function unlock(file: string, key: string): CacheDatabase {
  const database = new Database(file);
  try {
    database.pragma("cipher='sqlcipher'");
    database.pragma('legacy=4');
    database.pragma(`key="${rawKey(key)}"`);
    database.pragma('secure_delete=ON');
    // The first read is where a wrong key shows.
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return database;
  } catch (error) {
    database.close();
    throw new CacheError(faultOf(error));
  }
}

/** How SQLCipher is given 32 bytes as they are, without deriving a key from a password. */
export function rawKey(key: string): string {
  return `x'${key}'`;
}

/** How a cache is read and written, encrypted or not (the bench compares both). */
export function tune(database: CacheDatabase): void {
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=NORMAL');
  database.pragma('foreign_keys=ON');
  database.pragma('temp_store=MEMORY');
  database.pragma('busy_timeout=2000');
  // In KiB below zero.
  database.pragma(`cache_size=-${pagesKept(database)}`);
}

/**
 * Decrypted pages kept at hand, in KiB: a share of what a file has beyond some size, below which its searches are quick
 * enough without and the desk's memory is better left alone (`docs/figures.md`).
 */
const KEPT = { beyond: 120_000, share: 5.5, least: 2_000, most: 96_000 } as const;

/** What a search reads again costs no second decryption: a large cache is given more room for it. */
function pagesKept(database: CacheDatabase): number {
  const size = (name: 'page_count' | 'page_size') => Number(database.pragma(name, { simple: true }));
  const file = (size('page_count') * size('page_size')) / 1024;
  return Math.round(Math.min(KEPT.most, Math.max(KEPT.least, (file - KEPT.beyond) / KEPT.share)));
}

function migrate(database: CacheDatabase, version: number): void {
  // A newer desk's file: this one cannot read it, and guessing would lose what was written.
  if (version > MIGRATIONS.length) throw new CacheError('failed', 'made by a newer version');
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(migration);
      database.pragma(`user_version=${index + 1}`);
    })();
  }
}
