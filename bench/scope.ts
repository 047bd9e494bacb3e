import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a section opened and must give back, whatever happens to it: processes (ended by pid), directories
 * (on the system's temporary disk, the same for all sides of a comparison), sockets.
 */
export class Scope {
  readonly #undo: (() => void | Promise<void>)[] = [];
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  /** Runs at close, the last deferred first. Runs at once when the scope is closed already. */
  defer(undo: () => void | Promise<void>): void {
    if (this.#closed) void undo();
    else this.#undo.push(undo);
  }

  directory(): string {
    const path = mkdtempSync(join(tmpdir(), 'permanence-bench-'));
    this.defer(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
    return path;
  }

  /** Forks a module of this repository. Its output is kept quiet unless `stdio` says otherwise. */
  fork(module: URL, options: ForkOptions, args: readonly string[] = []): ChildProcess {
    if (this.#closed) throw new Error('the section is over');
    const child = fork(module, args, options);
    this.defer(() => end(child));
    return child;
  }

  /** Gives everything back; never rejects, so that one failing undo does not keep the others from running. */
  async close(): Promise<void> {
    this.#closed = true;
    for (let undo = this.#undo.pop(); undo !== undefined; undo = this.#undo.pop()) {
      try {
        await undo();
      } catch {
        // The figures are taken; a directory that is already gone is no news.
      }
    }
  }
}

/** Ends a child with SIGKILL and waits until the system says it is gone. */
export function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });
}

/** Waits until `condition` holds, looking every 10 ms; rejects after `limit` milliseconds, naming `what`. */
export async function until(what: string, limit: number, condition: () => boolean): Promise<void> {
  const end = performance.now() + limit;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`${what}: not within ${limit} ms`);
    await new Promise((next) => setTimeout(next, 10));
  }
}

/** Resolves after `milliseconds`: for the length of a measurement, never for waiting on something. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((next) => setTimeout(next, milliseconds));
}

/** Runs `task` for every item, at most `width` at once, and keeps the order of the results. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  task: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await task(items[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
