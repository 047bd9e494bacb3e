import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import {
  DAY,
  draftOf,
  headOf,
  journalOf,
  NOON,
  OFFICER,
  startCache,
  type TestCache,
  temporaryFolder,
} from './cache.testkit.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { tune, unlock } from './open-database.ts';

/** What a workstation has on its disk when a newer desk is installed: an encrypted file of an older version. */
describe('a cache made by an older desk', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let test: TestCache;
  const key = randomBytes(32).toString('hex');
  const { officer } = OFFICER;

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'cache.db');
    test = startCache();
  });
  afterEach(async () => {
    await test.cache.end();
    folder.remove();
  });

  /** The file as a desk left it that knew the first `version` migrations, and then `sql`. */
  function leave(version: number, sql: string, ...values: readonly (string | number)[]): void {
    const database = unlock(file, key);
    tune(database);
    for (const migration of MIGRATIONS.slice(0, version)) database.exec(migration);
    database.pragma(`user_version=${version}`);
    database.prepare(sql).run(...values);
    database.close();
  }

  it.each([1, 2, 3])(
    'version %i: a draft comes back as the message it is, and never as a note',
    async (version) => {
      const conversation = newId();
      leave(
        version,
        'INSERT INTO drafts (conversation, text, opened_at, purge_at) VALUES (?, ?, ?, ?)',
        conversation,
        'Je vous réponds dans un inst',
        NOON,
        NOON + 90 * DAY,
      );
      const { cache } = test;
      expect(await cache.call('open', { file, key, next: null, officer })).toBe('opened');
      const message = draftOf(conversation, { message: 'Je vous réponds dans un inst' });
      expect((await cache.call('load', { now: NOON })).drafts).toEqual([message]);

      // It goes on as any other: both texts, and its end.
      const both = { ...message, note: 'entre nous', mode: 'note' } as const;
      await cache.call('draft', { draft: both, at: NOON });
      expect((await cache.call('load', { now: NOON })).drafts).toEqual([both]);
      expect((await cache.call('purge', { now: NOON + 90 * DAY - 1 })).purged).toEqual([]);
      expect((await cache.call('purge', { now: NOON + 90 * DAY })).purged).toEqual([conversation]);
      expect((await cache.call('load', { now: NOON + 100 * DAY })).drafts).toEqual([]);
    },
  );

  it('opened again it is migrated no second time', async () => {
    const conversation = newId();
    const draft = draftOf(conversation, { note: 'entre nous', mode: 'note' });
    const opening = { file, key, next: null, officer };
    expect(await test.cache.call('open', opening)).toBe('opened');
    const entries = journalOf(conversation, ['bonjour']);
    await test.cache.call('append', { conversation, after: 0, through: entries.length, entries });
    await test.cache.call('heads', { all: true, heads: [headOf(conversation)], gone: [] });
    await test.cache.call('draft', { draft, at: NOON });
    await test.cache.end();
    test = startCache();
    expect(await test.cache.call('open', opening)).toBe('opened');
    expect((await test.cache.call('load', { now: NOON })).drafts).toEqual([draft]);
  });
});
