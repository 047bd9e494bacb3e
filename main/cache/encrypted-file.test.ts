import { randomBytes } from 'node:crypto';
import { existsSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import {
  bytesIn,
  DAY,
  draftOf,
  headOf,
  itemOf,
  journalOf,
  NOON,
  OFFICER,
  startCache,
  type TestCache,
  temporaryFolder,
} from './cache.testkit.ts';
import { openDatabase } from './open-database.ts';

const CANARY = 'CANARI-vol-de-vélo-7f3a';

describe('the encrypted file', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let key: string;
  const started: TestCache[] = [];
  const { officer } = OFFICER;

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'cache.db');
    key = randomBytes(32).toString('hex');
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

  async function filled(): Promise<{ conversation: string; test: TestCache }> {
    const test = start();
    const { cache } = test;
    expect(await cache.call('open', { file, key, next: null, officer })).toBe('opened');
    const conversation = newId();
    const entries = journalOf(conversation, [CANARY, 'et encore']);
    await cache.call('append', { conversation, after: 0, through: entries.length, entries });
    await cache.call('heads', { all: true, heads: [headOf(conversation, { subject: CANARY })], gone: [] });
    await cache.call('draft', { draft: draftOf(conversation, { message: CANARY, note: CANARY }), at: NOON });
    await cache.call('outbox-put', { item: itemOf(conversation, CANARY) });
    return { conversation, test };
  }

  it('holds no plaintext, neither in the file nor in the write-ahead log, open or closed', async () => {
    const { test } = await filled();
    expect(existsSync(`${file}-wal`)).toBe(true);
    const open = bytesIn(folder.path);
    expect(open.length).toBeGreaterThan(10_000);
    const words = [CANARY, 'CANARI', 'et encore', 'conversation', 'SQLite format', OFFICER.alias, officer];
    for (const word of words) expect(open.includes(word)).toBe(false);
    await test.cache.call('close', null);
    const closed = bytesIn(folder.path);
    for (const word of words) expect(closed.includes(word)).toBe(false);
  });

  it('is an SQLCipher file: its first page is noise, and its key opens it', async () => {
    const { test } = await filled();
    await test.cache.call('close', null);
    expect(new Set(readFileSync(file).subarray(0, 1024)).size).toBeGreaterThan(200);
    const database = new Database(file);
    database.pragma("cipher='sqlcipher'");
    database.pragma('legacy=4');
    database.pragma(`key="x'${key}'"`);
    expect(database.prepare('SELECT message, note FROM drafts').get()).toEqual({
      message: CANARY,
      note: CANARY,
    });
    database.close();
    const plain = new Database(file);
    expect(() => plain.prepare('SELECT 1 FROM drafts').get()).toThrow('not a database');
    plain.close();
  });

  it('keeps conversations, drafts and outbox through a restart', async () => {
    const { conversation, test } = await filled();
    const before = await test.cache.call('load', { now: NOON });
    await test.cache.end();
    const { cache } = start();
    expect(await cache.call('open', { file, key, next: null, officer })).toBe('opened');
    expect(await cache.call('load', { now: NOON })).toEqual(before);
    expect(before.outbox).toHaveLength(1);
    const page = await cache.call('entries', { conversation, before: null, limit: 10 });
    expect(page.entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
  });

  it('refuses a wrong key, and leaves it to main whether nobody can read it', async () => {
    const { test } = await filled();
    await test.cache.end();
    const { cache } = start();
    const wrong = randomBytes(32).toString('hex');
    expect(await cache.call('open', { file, key: wrong, next: null, officer })).toBe('unreadable');
    await expect(cache.call('load', { now: NOON })).rejects.toMatchObject({ fault: 'failed' });
    // The process goes on, with the right key or on a new file in its place.
    expect(await cache.call('open', { file, key, next: null, officer })).toBe('opened');
    expect((await cache.call('load', { now: NOON })).outbox).toHaveLength(1);
    await cache.call('erase', { file });
    expect(existsSync(file)).toBe(false);
    expect(await cache.call('open', { file, key, next: null, officer })).toBe('opened');
    expect((await cache.call('load', { now: NOON })).heads).toEqual([]);
  });

  it.each([
    ['noise', () => writeFileSync(file, randomBytes(50_000))],
    ['a cut file', () => truncateSync(file, 2_000)],
    ['a plain database', () => writeFileSync(file, 'SQLite format 3\0'.padEnd(8_192, '\0'))],
  ])('says that a damaged file is unreadable: %s', async (_name, damage) => {
    const { test } = await filled();
    await test.cache.end();
    damage();
    const { cache } = start();
    expect(await cache.call('open', { file, key, next: null, officer })).toBe('unreadable');
  });

  it('says so too when the damage shows only later', async () => {
    const { conversation, test } = await filled();
    const entries = journalOf(conversation, []);
    for (let round = 0; round < 40; round += 1) {
      const id = newId();
      await test.cache.call('append', { conversation: id, after: 0, through: 2, entries: journalOf(id, []) });
    }
    expect(entries).toHaveLength(2);
    await test.cache.end();
    // Everything behind the first two pages is overwritten: opening works, reading does not.
    const size = readFileSync(file).length;
    const handle = openSync(file, 'r+');
    writeSync(handle, randomBytes(size - 8_192), 0, size - 8_192, 8_192);
    const { cache } = start();
    const opened = await cache.call('open', { file, key, next: null, officer });
    if (opened === 'opened') {
      await expect(cache.call('load', { now: NOON })).rejects.toMatchObject({ fault: 'unreadable' });
    }
  });

  it('forgets a journal of which one row says nothing any more, and says so once', async () => {
    const { conversation, test } = await filled();
    await test.cache.end();
    const database = openDatabase(file, key);
    database.prepare("UPDATE entries SET entry = '{}' WHERE seq = 2").run();
    database.close();
    const { cache } = start();
    await cache.call('open', { file, key, next: null, officer });
    const page = { conversation, before: null, limit: 10 };
    const nothing = { entries: [], complete: false };
    expect(await cache.call('entries', page)).toEqual({ ...nothing, forgotten: true });
    expect(await cache.call('entries', page)).toEqual(nothing);
    expect((await cache.call('load', { now: NOON })).cursors).toEqual([]);
  });

  it('loses nothing it answered for when its process is killed at any moment, and starts again by itself', async () => {
    const { test } = await filled();
    const { cache, processes } = test;
    const answered: string[] = [];
    const asked: Promise<void>[] = [];
    for (let round = 0; round < 60; round += 1) {
      const item = itemOf(newId(), `réponse ${round}`);
      asked.push(cache.call('outbox-put', { item }).then(() => void answered.push(item.id)));
      // Killed while operations are in flight and waiting, twice.
      if (round === 20 || round === 40) {
        await asked[round - 10];
        processes.at(-1)?.kill();
      }
    }
    await Promise.all(asked);
    expect(processes).toHaveLength(3);
    expect(answered).toHaveLength(60);
    processes.at(-1)?.kill();
    const { outbox } = await cache.call('load', { now: NOON });
    expect(outbox.slice(1).map((item) => item.id)).toEqual(answered);
  });

  it('gives up after dying again and again, and says so to whoever asks', async () => {
    const { cache, processes } = (await filled()).test;
    for (let round = 0; round < 4; round += 1) {
      await cache.call('purge', { now: NOON }).catch(() => undefined);
      processes.at(-1)?.kill();
    }
    await expect(cache.call('load', { now: NOON })).rejects.toMatchObject({ fault: 'failed' });
    await expect(cache.call('load', { now: NOON })).rejects.toMatchObject({ fault: 'failed' });
    expect(processes.length).toBeLessThanOrEqual(4);
  });

  it('leaves nothing of what it purged, not even encrypted pages in the log', async () => {
    const { test } = await filled();
    const { purged } = await test.cache.call('purge', { now: NOON + 200 * DAY });
    expect(purged).toHaveLength(1);
    expect(readFileSync(`${file}-wal`)).toHaveLength(0);
    await test.cache.end();
    const database = new Database(file);
    database.pragma("cipher='sqlcipher'");
    database.pragma('legacy=4');
    database.pragma(`key="x'${key}'"`);
    // secure_delete: free pages are zeroes, so a decrypted copy holds no trace either.
    database.pragma("rekey=''");
    database.close();
    expect(bytesIn(folder.path).includes(CANARY)).toBe(false);
    expect(bytesIn(folder.path).includes('SQLite format 3')).toBe(true);
  });

  it('refuses what is not an operation, and what does not parse', async () => {
    const { test } = await filled();
    const call = test.cache.call.bind(test.cache) as (name: string, input: unknown) => Promise<unknown>;
    await expect(call('load', { now: 'hier' })).rejects.toMatchObject({ fault: 'failed' });
    await expect(call('entries', { conversation: '../..', before: null, limit: 3 })).rejects.toMatchObject({
      fault: 'failed',
    });
    expect((await test.cache.call('load', { now: NOON })).heads).toHaveLength(1);
  });

  describe('of another officer of this workstation', () => {
    it('is purged without being opened for them', async () => {
      const { test } = await filled();
      await test.cache.end();
      const { cache } = start();
      expect(await cache.call('open', { file, key, next: null, officer: null })).toBe('opened');
      expect(await cache.call('sweep', { now: NOON })).toBe('kept');
      expect(await cache.call('sweep', { now: NOON + 122 * DAY })).toBe('empty');
      expect(existsSync(file)).toBe(false);
    });
  });
});
