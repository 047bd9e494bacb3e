import { copyFileSync, existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { DAY, headOf, journalOf, NOON, OFFICER, temporaryFolder } from '../cache/cache.testkit.ts';
import { openDatabase } from '../cache/open-database.ts';
import { ProcessCache } from '../cache/process-cache.ts';
import { cacheWithin } from '../cache/within.testkit.ts';
import { openOrigin, rotateKey, sweepCaches } from './cache-opening.ts';
import type { Secrets } from './keychain.ts';
import { nodeSurroundings } from './surroundings.ts';
import { Vault } from './vault.ts';

/** A keychain that may stop to answer after so many calls, as in a power cut; what it holds then stays. */
class CutKeychain implements Secrets {
  readonly kept = new Map<string, string>();
  calls = 0;
  cutAfter = Number.POSITIVE_INFINITY;

  #answer(): void {
    this.calls += 1;
    if (this.calls > this.cutAfter) throw new Error('cut');
  }

  async read(name: string): Promise<string | null> {
    this.#answer();
    return this.kept.get(name) ?? null;
  }

  async write(name: string, secret: string): Promise<void> {
    this.#answer();
    this.kept.set(name, secret);
  }

  async remove(name: string): Promise<void> {
    this.#answer();
    this.kept.delete(name);
  }
}

describe('the key of a purged cache', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let secrets: CutKeychain;
  let vault: Vault;
  const started: ProcessCache[] = [];
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  const { officer } = OFFICER;

  beforeEach(() => {
    folder = temporaryFolder();
    secrets = new CutKeychain();
    vault = new Vault({
      keychain: { kind: 'usable', secrets },
      relay: 'https://relay.example',
      folder: folder.path,
    });
    logged.length = 0;
  });
  afterEach(async () => {
    for (const cache of started.splice(0)) await cache.end();
    folder.remove();
  });

  function launch() {
    const made = new ProcessCache({ ...nodeSurroundings, launch: cacheWithin, log: () => undefined });
    started.push(made);
    return made;
  }

  async function opened() {
    const origin = await openOrigin(vault, launch, officer, log);
    if (origin.kind !== 'file') throw new Error(`in memory: ${origin.why}`);
    return origin;
  }

  const kept = newId();

  /** A conversation that stays and one that was purged; answers the file and a copy made before the purge. */
  async function purged() {
    const { process, file } = await opened();
    const old = newId();
    for (const [conversation, at] of [
      [kept, NOON],
      [old, NOON - 100 * DAY],
    ] as const) {
      const entries = journalOf(conversation, ['un'], at);
      await process.call('append', { conversation, after: 0, through: entries.length, entries });
    }
    await process.call('heads', { all: true, heads: [headOf(kept)], gone: [] });
    await process.end();
    const image = `${folder.path}/image`;
    copyFileSync(file, image);
    const again = await opened();
    expect((await again.process.call('load', { now: NOON })).purged).toEqual([old]);
    return { process: again.process, file, image };
  }

  async function expectKept(process: Awaited<ReturnType<typeof opened>>['process']): Promise<void> {
    const { entries } = await process.call('entries', { conversation: kept, before: null, limit: 10 });
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
  }

  /** Whether anything in the keychain opens the copy. */
  function opens(image: string): boolean {
    return [...secrets.kept.values()].some((key) => {
      try {
        openDatabase(image, key).close();
        return true;
      } catch {
        return false;
      }
    });
  }

  it('is replaced in the keychain: a copy from before the purge is noise', async () => {
    const { process, file, image } = await purged();
    expect(opens(image)).toBe(true);
    await rotateKey(vault, process, file, log);
    expect(opens(image)).toBe(false);
    expect(secrets.kept.size).toBe(1);
    await expectKept(process);
    // Nothing was destroyed since: nothing is rotated.
    const [key] = secrets.kept.values();
    await rotateKey(vault, process, file, log);
    expect([...secrets.kept.values()]).toEqual([key]);
  });

  it('is replaced for officers who have not come back, too', async () => {
    const { process, image } = await purged();
    await process.end();
    await sweepCaches(vault, launch, null, NOON, log);
    expect(opens(image)).toBe(false);
    await expectKept((await opened()).process);
  });

  it('forgets the file, next key included, when its officer leaves', async () => {
    const { file } = await purged();
    await vault.makeNextKey(file);
    await vault.forgetCacheKey(file);
    expect(secrets.kept.size).toBe(0);
    await sweepCaches(vault, launch, null, NOON, log);
    expect(existsSync(file)).toBe(false);
  });

  it('is never lost, whichever of the keychain’s answers is the last before a power cut', async () => {
    // How many calls a whole rotation makes: one cut before each, and one after the last.
    let calls = 0;
    for (let cut = 0; cut <= (calls === 0 ? 1 : calls); cut += 1) {
      const { process, file, image } = await purged();
      const before = secrets.calls;
      if (cut > 0) secrets.cutAfter = before + cut - 1;
      await rotateKey(vault, process, file, log).catch(() => undefined);
      if (cut === 0) calls = secrets.calls - before;
      // A process that is killed in the middle has a test of its own (main/cache/rotation.test.ts).
      for (const cache of started.splice(0)) await cache.end();
      secrets.cutAfter = Number.POSITIVE_INFINITY;
      const again = await opened();
      await expectKept(again.process);
      await rotateKey(vault, again.process, file, log);
      expect(opens(image), `cut ${cut} of ${calls}`).toBe(false);
      expect(secrets.kept.size).toBe(1);
      await expectKept(again.process);
      await again.process.end();
      await vault.forgetCacheKey(file);
      await sweepCaches(vault, launch, null, NOON, log);
    }
    expect(calls).toBeGreaterThan(5);
  });
});
