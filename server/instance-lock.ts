import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Another process holds this data directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/**
 * Holds a data directory for one process. The lock is SQLite's own on an empty file: the operating system
 * lets it go when the process ends, however it ends, so that no stale lock is ever left. The answer lets go.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const database = new Database(join(directory, 'relay.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw new DirectoryInUse(`another relay or command works in ${directory}`, { cause: error });
  }
  return () => {
    database.close();
  };
}
