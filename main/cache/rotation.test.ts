import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import {
  bytesIn,
  DAY,
  headOf,
  journalOf,
  NOON,
  OFFICER,
  startCache,
  type TestCache,
  temporaryFolder,
} from './cache.testkit.ts';
import { openDatabase } from './open-database.ts';
import { changeOver, writeUnder } from './rotation.ts';

const CANARY = 'CANARI-vol-de-vélo-7f3a';

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

function newKey(): string {
  return randomBytes(32).toString('hex');
}

describe('a new key for a cache that was purged', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let key: string;
  let next: string;
  const started: TestCache[] = [];
  const { officer } = OFFICER;

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'cache.db');
    key = newKey();
    next = newKey();
  });
  afterEach(async () => {
    for (const { cache } of started.splice(0)) await cache.end();
    folder.remove();
  });

  function start(): TestCache {
    const made = startCache();
    started.push(made);
    return made;
  }

  /** One conversation of yesterday that stays, one whose time is over, and as many more as make the file large. */
  async function purged(more = 0): Promise<{ readonly test: TestCache; readonly kept: Id }> {
    const test = start();
    const { cache } = test;
    expect(await cache.call('open', { file, key, next: null, officer })).toBe('opened');
    const [kept, old] = [newId(), newId()];
    for (const [conversation, openedAt] of [
      [kept, NOON],
      [old, NOON - 100 * DAY],
      ...Array.from({ length: more }, (): [Id, number] => [newId(), NOON]),
    ] as [Id, number][]) {
      const entries = journalOf(conversation, [CANARY, 'x'.repeat(more === 0 ? 10 : 3_000)], openedAt);
      await cache.call('append', { conversation, after: 0, through: entries.length, entries });
    }
    await cache.call('heads', { all: true, heads: [headOf(kept)], gone: [] });
    expect(await cache.call('rotation-due', null)).toBe(false);
    copyFileSync(file, join(folder.path, 'image'));
    copyFileSync(`${file}-wal`, join(folder.path, 'image-wal'));
    expect((await cache.call('purge', { now: NOON })).purged).toEqual([old]);
    expect(await cache.call('rotation-due', null)).toBe(true);
    return { test, kept };
  }

  async function expectKept({ cache }: TestCache, kept: Id): Promise<void> {
    const { entries, complete } = await cache.call('entries', {
      conversation: kept,
      before: null,
      limit: 10,
    });
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
    expect(complete).toBe(true);
    const found = await cache.call('load', { now: NOON });
    expect(found.heads.map((head) => head.conversation)).toEqual([kept]);
  }

  it('makes every copy of the file that was taken before useless, and loses nothing that stays', async () => {
    const { test, kept } = await purged();
    // The image is a good one: this is what rotation is against.
    const image = openDatabase(join(folder.path, 'image'), key);
    expect(image.prepare('SELECT count(*) AS n FROM conversations').get()).toEqual({ n: 2 });
    image.close();

    expect(await test.cache.call('rotate', { next })).toBe('rotated');
    expect(await test.cache.call('rotation-due', null)).toBe(false);
    await expectKept(test, kept);
    expect(() => openDatabase(join(folder.path, 'image'), next)).toThrow('unreadable');
    // Writing goes on, and all of it is under the new key alone.
    const entries = journalOf(newId(), ['encore']).map((entry) => ({ ...entry }));
    const conversation = entries[0]?.conversation ?? '';
    await test.cache.call('append', { conversation, after: 0, through: 3, entries });
    await test.cache.end();
    expect(() => openDatabase(file, key)).toThrow('unreadable');
    const database = openDatabase(file, next);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.prepare('SELECT count(*) AS n FROM conversations').get()).toEqual({ n: 2 });
    database.close();
    expect(readdirSync(folder.path).filter((name) => name.includes('next'))).toEqual([]);
    expect(bytesIn(folder.path).includes(CANARY)).toBe(false);
  });

  it('is due when what was read goes with its queue line or is forgotten, and not for a mere line', async () => {
    const { cache } = start();
    await cache.call('open', { file, key, next: null, officer });
    const [line, read] = [newId(), newId()];
    const entries = journalOf(read, ['lu']);
    await cache.call('append', { conversation: read, after: 0, through: entries.length, entries });
    const heads = [line, read].map((conversation) =>
      headOf(conversation, { holder: null, status: 'waiting' }),
    );
    await cache.call('heads', { all: true, heads, gone: [] });
    await cache.call('heads', { all: false, heads: [], gone: [line] });
    expect(await cache.call('rotation-due', null)).toBe(false);
    await cache.call('heads', { all: false, heads: [], gone: [read] });
    expect(await cache.call('rotation-due', null)).toBe(true);
    expect(await cache.call('rotate', { next })).toBe('rotated');
    await cache.call('forget', { conversations: null });
    expect(await cache.call('rotation-due', null)).toBe(true);
  });

  it('cut while the copy was written, leaves the file under its old key', async () => {
    const { test, kept } = await purged();
    await test.cache.end();
    const database = openDatabase(file, key);
    writeUnder(database, { file, key, next });
    database.close();
    truncateSync(`${file}.next`, 5_000);
    writeFileSync(`${file}.next-journal`, 'half');
    const again = start();
    expect(await again.cache.call('open', { file, key, next, officer })).toBe('opened');
    expect(existsSync(`${file}.next`)).toBe(false);
    expect(existsSync(`${file}.next-journal`)).toBe(false);
    expect(await again.cache.call('rotation-due', null)).toBe(true);
    await expectKept(again, kept);
  });

  it('cut after the change and before anybody knew, opens by the next key', async () => {
    const { test, kept } = await purged();
    await test.cache.end();
    const database = openDatabase(file, key);
    writeUnder(database, { file, key, next });
    database.close();
    changeOver(file);
    const again = start();
    expect(await again.cache.call('open', { file, key, next, officer })).toBe('opened-next');
    await expectKept(again, kept);
    // Asked again, it is done already.
    expect(await again.cache.call('rotate', { next })).toBe('rotated');
  });

  it('is not made where there is no room for the copy, and may be asked again', async () => {
    const { test, kept } = await purged();
    // A folder in the place of the copy: the disk refuses it.
    mkdirSync(`${file}.next`);
    expect(await test.cache.call('rotate', { next })).toBe('not-now');
    expect(await test.cache.call('rotation-due', null)).toBe(true);
    await expectKept(test, kept);
    rmdirSync(`${file}.next`);
    expect(await test.cache.call('rotate', { next })).toBe('rotated');
    await expectKept(test, kept);
  });

  it('survives a process that is killed at any moment of it', async () => {
    const seed = Math.floor(Math.random() * 1e9);
    let state = seed;
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    const { test, kept } = await purged(150);
    let current = test;
    for (let round = 0; round < 6; round += 1) {
      next = newKey();
      const rotation = current.cache.call('rotate', { next });
      const killed = current.processes.at(-1);
      // A fault's moment is chance: no condition stands for "anywhere in the middle".
      await new Promise((done) => setTimeout(done, random() * 40));
      killed?.kill();
      expect(await rotation, `seed ${seed}, round ${round}`).toBe('rotated');
      await expectKept(current, kept);
      await current.cache.end();
      current = start();
      const outcome = await current.cache.call('open', { file, key, next, officer });
      expect(outcome, `seed ${seed}, round ${round}`).toBe('opened-next');
      key = next;
    }
  });
});
