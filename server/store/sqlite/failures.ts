import Database from 'better-sqlite3';
import { StoreConflict, StoreCorrupt, StoreFull, StoreUnavailable } from '../errors.ts';

/** SQLite's error codes, said in the store's words. What is not SQLite's is a bug, and stays what it is. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  if (code === 'SQLITE_FULL') return new StoreFull('no room left to write', { cause: error });
  if (code.startsWith('SQLITE_CONSTRAINT')) return new StoreConflict(code, { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new StoreCorrupt(code, { cause: error });
  }
  return new StoreUnavailable(code, { cause: error });
}
