import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from '../scope.ts';

/** How long the disk stays full; milliseconds. */
export const FULL_FOR = 1_500;
const MEGABYTES = 96;
const PIECE = Buffer.alloc(256 * 1024);

/**
 * The disk that the relay's data lie on: a small file system of its own where this process may mount one (root on
 * Linux), so that it really fills and the relay really meets ENOSPC; otherwise an ordinary directory.
 */
export class Disk {
  readonly directory: string;
  readonly isReal: boolean;
  #emptyAt: NodeJS.Timeout | null = null;

  private constructor(directory: string, isReal: boolean) {
    this.directory = directory;
    this.isReal = isReal;
  }

  static open(scope: Scope): Disk {
    const directory = scope.directory();
    const options = `size=${MEGABYTES}m,mode=0700`;
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'permanence-chaos', directory]);
    const disk = new Disk(directory, mounted.status === 0);
    if (disk.isReal) scope.defer(() => void spawnSync('umount', ['--lazy', directory]));
    scope.defer(() => disk.empty());
    return disk;
  }

  get #filler(): string {
    return join(this.directory, 'filler');
  }

  /** Not one byte is left, until `empty` or for 1.5 seconds. Only a real disk can be filled. */
  fill(): void {
    this.empty();
    const file = openSync(this.#filler, 'w');
    try {
      for (let size = PIECE.length; size > 0; ) {
        try {
          writeSync(file, PIECE, 0, size);
        } catch {
          // No room for so much: less, down to the last byte.
          size = Math.floor(size / 2);
        }
      }
    } finally {
      closeSync(file);
    }
    this.#emptyAt = setTimeout(() => this.empty(), FULL_FOR);
  }

  /** There is room again. */
  empty(): void {
    if (this.#emptyAt !== null) clearTimeout(this.#emptyAt);
    this.#emptyAt = null;
    if (this.isReal) rmSync(this.#filler, { force: true });
  }
}
