import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CacheQuery } from '../../protocol/cache-search.ts';
import { newId } from '../../protocol/ids.ts';
import { bytesIn, headOf, journalOf, NOON, OFFICER, temporaryFolder } from './cache.testkit.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteStore } from './sqlite-store.ts';

const QUERY: CacheQuery = {
  text: '',
  from: null,
  until: null,
  disposition: null,
  tag: null,
  officer: null,
  after: null,
  limit: 20,
};

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
const key = randomBytes(32).toString('hex');
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'cache.db');
});
afterEach(() => folder.remove());

function plainBytes(): Buffer {
  const database = new Database(file);
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  database.pragma(`key="x'${key}'"`);
  database.pragma('journal_mode=DELETE');
  database.pragma("rekey=''");
  database.close();
  return bytesIn(folder.path);
}

/** Words made of letters drawn at random: no two share a beginning that FTS5 would store once for both. */
function words(count: number): string[] {
  return Array.from({ length: count }, () =>
    [...randomBytes(14)].map((byte) => String.fromCharCode(97 + (byte % 26))).join(''),
  );
}

it.each([
  ['a few, word by word', 40, 40],
  ['many, by making the index anew', 40, 5_100],
])('nothing of a purged text is in the decrypted pages: %s', (_name, keptTexts, doomedTexts) => {
  const database = openDatabase(file, key);
  const store = createSqliteStore(database, OFFICER.officer);
  const texts = (count: number) => Array.from({ length: count }, () => words(6).join(' '));
  const doomed = texts(doomedTexts);
  const kept = texts(keptTexts);
  const fill = (all: readonly string[]) => {
    const conversation = newId();
    store.heads({ all: false, heads: [headOf(conversation)], gone: [] });
    const entries = journalOf(conversation, all);
    for (let after = 0; after < entries.length; after += 200) {
      const some = entries.slice(after, after + 200);
      store.append({ conversation, after, through: after + some.length, entries: some });
    }
    return conversation;
  };
  const going = fill(doomed);
  fill(kept);
  const sought = doomed[7]?.split(' ')[2] ?? '';
  expect(store.search({ query: { ...QUERY, text: `${sought} ` } }).finds).toHaveLength(1);
  store.destroy({ conversations: [going] });
  for (let left = true; left; ) ({ left } = store.index(null));
  const vocabulary = database.prepare<[], string>('SELECT term FROM search_words').pluck().all();
  const doomedWords = new Set(doomed.flatMap((text) => text.split(' ')));
  expect(vocabulary.filter((word) => doomedWords.has(word))).toEqual([]);
  expect(store.search({ query: { ...QUERY, text: `${kept[3]?.split(' ')[1] ?? ''} ` } }).finds).toHaveLength(
    1,
  );
  database.close();
  const bytes = plainBytes();
  // A term may be stored without the letters it shares with its neighbour: its last eight are looked for.
  const traces = [...doomedWords].filter((word) => bytes.includes(word.slice(-8)));
  expect(traces).toEqual([]);
  // The same look finds what is kept: it can fail.
  const keptWords = kept.flatMap((text) => text.split(' '));
  expect(keptWords.every((word) => bytes.includes(word.slice(-8)))).toBe(true);
});

it('indexes what an older cache holds, in slices, and finds all of it in the end', () => {
  const conversation = newId();
  const entries = journalOf(conversation, [
    'vélo volé',
    ...Array.from({ length: 900 }, (_, n) => `mot ${n}`),
  ]);
  const old = new Database(file);
  old.pragma("cipher='sqlcipher'");
  old.pragma('legacy=4');
  old.pragma(`key="x'${key}'"`);
  old.exec(firstTables);
  old.pragma('user_version=1');
  const head = headOf(conversation, { tags: ['vélo'] });
  old
    .prepare(
      'INSERT INTO conversations (conversation, opened_at, purge_at, cursor, head) VALUES (?, ?, ?, ?, ?)',
    )
    .run(conversation, NOON, NOON * 2, entries.length, JSON.stringify(head));
  const insert = old.prepare('INSERT INTO entries VALUES (?, ?, ?)');
  for (const entry of entries) insert.run(conversation, entry.seq, JSON.stringify(entry));
  old.close();

  const database = openDatabase(file, key);
  const store = createSqliteStore(database, OFFICER.officer);
  const ask = (text: string) => store.search({ query: { ...QUERY, text } });
  expect(ask('velo ')).toMatchObject({ finds: [], whole: false });
  // A message that comes meanwhile waits its turn.
  const more = journalOf(conversation, [...Array(entries.length)].map(String)).slice(
    entries.length,
    entries.length + 1,
  );
  store.append({ conversation, after: entries.length, through: entries.length + 1, entries: more });
  let slices = 0;
  for (let left = true; left; slices += 1) ({ left } = store.index(null));
  expect(slices).toBeGreaterThan(2);
  expect(ask('velo ')).toMatchObject({ whole: true });
  expect(ask('velo ').finds).toHaveLength(1);
  expect(ask('899 ').finds).toHaveLength(1);
  expect(ask('mot 7').finds.length).toBeGreaterThan(0);
  expect(store.facets(null).tags).toEqual(['vélo']);
  database.close();
});
