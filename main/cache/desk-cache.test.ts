import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { headOf, itemOf, NOON, OFFICER, startCache, temporaryFolder } from './cache.testkit.ts';
import { callStore, DeskCache } from './desk-cache.ts';
import { canRun } from './runtime.ts';

describe('a desk whose cache file fails', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('goes on in memory with what the session knows, once, and says why', async () => {
    const { cache: process, processes } = startCache();
    const file = join(folder.path, 'cache.db');
    await process.call('open', {
      file,
      key: randomBytes(32).toString('hex'),
      next: null,
      officer: OFFICER.officer,
    });
    const item = itemOf(newId(), 'réponse');
    const faults: string[] = [];
    const cache = new DeskCache({
      officer: OFFICER.officer,
      origin: { kind: 'file', process, file },
      seed: (memory) => void callStore(memory, 'outbox-put', { item }),
      onDegraded: (fault) => void faults.push(fault),
    });
    expect(cache.mode).toEqual({ kind: 'encrypted' });
    const head = headOf(newId());
    await cache.call('heads', { all: true, heads: [head], gone: [] });
    for (let round = 0; round < 4; round += 1) {
      processes.at(-1)?.kill();
      await cache.call('purge', { now: NOON });
    }
    expect(cache.mode).toEqual({ kind: 'memory', why: 'failed' });
    expect(faults).toEqual(['failed']);
    const [one, two] = await Promise.all([
      cache.call('load', { now: NOON }),
      cache.call('load', { now: NOON }),
    ]);
    expect(one.outbox).toEqual([item]);
    expect(two).toEqual(one);
    // Its file is whole, so it stays: the next start finds it.
    expect(existsSync(file)).toBe(true);
    await cache.close();
  });

  it('knows the runtimes that the database would crash', () => {
    expect(canRun({ node: '20.18.1' })).toBe(false);
    expect(canRun({ node: '24.9.0' })).toBe(true);
    expect(canRun({ node: '20.18.1', electron: '33.2.1' })).toBe(false);
    expect(canRun({ node: '24.11.0', electron: '45.4.1' })).toBe(true);
  });
});
