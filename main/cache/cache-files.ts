import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, rmSync } from 'node:fs';

/** Where a rotation writes the file anew, before it takes the place of the old one. */
export const NEXT = '.next';

const BESIDE = ['', '-wal', '-shm', '-journal', NEXT, `${NEXT}-journal`] as const;

/** Destroys a cache file and what SQLite keeps beside it. The key goes first, elsewhere: this is the tidying up. */
export function eraseFiles(file: string): void {
  for (const suffix of BESIDE) {
    const path = `${file}${suffix}`;
    if (!existsSync(path)) continue;
    try {
      const handle = openSync(path, 'r+');
      ftruncateSync(handle, 0);
      fsyncSync(handle);
      closeSync(handle);
    } catch {
      // Not writable: removing it is what remains to be tried.
    }
    rmSync(path, { force: true });
  }
}
