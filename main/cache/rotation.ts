import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { NEXT } from './cache-files.ts';
import { type CacheDatabase, rawKey, unlock } from './open-database.ts';
import { createMeta } from './sqlite-meta.ts';

/**
 * A key for what is left. What is destroyed in a file may live on in a copy of it (a backup of the workstation, a
 * disk's old blocks), and only the end of the key destroys that: so a file gets a new one after a purge.
 *
 * Writes the open database anew beside itself, under another key. Throws SQLite's and the file system's errors;
 * the file itself is untouched either way. `PRAGMA rekey` works on the copy only, because a power cut in the
 * middle of it leaves half of the pages under each key.
 */
export function writeUnder(
  database: CacheDatabase,
  { file, key, next }: { readonly file: string; readonly key: string; readonly next: string },
): void {
  const copy = `${file}${NEXT}`;
  rmSync(copy, { force: true });
  database.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(file, copy);
  const rewritten = unlock(copy, key);
  try {
    rewritten.pragma('journal_mode=DELETE');
    // A copy that a cut leaves half done is thrown away: nothing needs to be undone in it.
    rewritten.pragma('journal_mode=OFF');
    createMeta(rewritten).setSpent(false);
    rewritten.pragma(`rekey="${rawKey(next)}"`);
  } finally {
    rewritten.close();
  }
  // It opens with its key, and it is on the disk, before the old one goes.
  unlock(copy, next).close();
  sync(copy);
}

/** The copy takes the place of the closed file, in one step. */
export function changeOver(file: string): void {
  // The log of the old file must never be played back into the new one; closing folded it in.
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  renameSync(`${file}${NEXT}`, file);
  if (process.platform !== 'win32') sync(dirname(file));
}

/** What a rotation that was cut short left: a copy whose key nobody keeps. What resists is tried again next time. */
export function removeLeftOver(file: string): void {
  for (const suffix of [NEXT, `${NEXT}-journal`]) {
    try {
      rmSync(`${file}${suffix}`, { force: true });
    } catch {
      // It stands in the way of the next rotation, which then says so, and of nothing else.
    }
  }
}

function sync(path: string): void {
  // Windows syncs what is open for writing only; directories are not opened there.
  const handle = openSync(path, path.endsWith(NEXT) ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
