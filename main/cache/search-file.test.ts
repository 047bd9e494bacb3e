import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CacheQuery, searchedText } from '../../protocol/cache-search.ts';
import type { Entry } from '../../protocol/entry.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { wordsOf } from '../../protocol/words.ts';
import {
  bytesIn,
  draftOf,
  entryOf,
  headOf,
  itemOf,
  journalOf,
  NOON,
  OFFICER,
  temporaryFolder,
} from './cache.testkit.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { type CacheDatabase, openDatabase, tune, unlock } from './open-database.ts';
import type { CacheStore } from './operations.ts';
import { entryWords } from './searching.ts';
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

/** The file as a desk left it that indexed words only: a run of signs was one, and a number its groups. */
function leaveOlder(conversation: Id, entries: readonly Entry[]): void {
  const old = unlock(file, key);
  tune(old);
  for (const migration of MIGRATIONS.slice(0, 4)) old.exec(migration);
  old.pragma('user_version=4');
  old.exec("INSERT INTO meta (name, value) VALUES ('search-version', '2')");
  const head = headOf(conversation, { tags: ['vélo'] });
  old
    .prepare(
      'INSERT INTO conversations (conversation, opened_at, purge_at, cursor, indexed, head) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(conversation, NOON, NOON * 2, entries.length, entries.length, JSON.stringify(head));
  const insert = old.prepare('INSERT INTO entries (conversation, seq, entry, place) VALUES (?, ?, ?, ?)');
  old.prepare('INSERT INTO conversation_tags (conversation, tag) VALUES (?, ?)').run(conversation, 'vélo');
  const index = old.prepare('INSERT INTO search (rowid, words) VALUES (?, ?)');
  for (const entry of entries) {
    const text = searchedText(entry.body);
    const place = text === null ? null : BigInt(NOON * 1_024 + entry.seq);
    insert.run(conversation, entry.seq, JSON.stringify(entry), place);
    if (text !== null) index.run(place, wordsOf(text).join(' '));
  }
  old.close();
}

/** Written twice, joined and in groups: one word of the older index, two of this one. */
const TWICE = 'le 0798765432, je répète : 07 98 76 54 32';

it('an index that cannot forget is made anew, and costs nothing of what was written here', () => {
  const database = openDatabase(file, key);
  const store = createSqliteStore(database, OFFICER.officer);
  const [going, staying] = [newId(), newId()];
  const entries = journalOf(going, [TWICE]);
  store.append({ conversation: going, after: 0, through: 3, entries });
  const place = database.prepare<[], bigint>('SELECT place FROM entries WHERE place IS NOT NULL');
  const at = place.safeIntegers().pluck().get();
  const words = entries.flatMap(entryWords);
  // As a desk left it that brought an older index up without counting.
  const write = database.prepare('INSERT INTO search (search, rowid, words) VALUES (?, ?, ?)');
  write.run('delete', at, words.join(' '));
  write.run(null, at, [...new Set(words)].join(' '));
  store.draft({ draft: draftOf(staying, { message: 'brouillon' }), at: NOON });
  store['outbox-put']({ item: itemOf(staying, 'réponse') });
  store.destroy({ conversations: [going] });
  expect(store.load({ now: NOON })).toMatchObject({ drafts: [{}], outbox: [{}], cursors: [] });
  expect(database.prepare('SELECT term FROM search_words').all()).toEqual([]);
  store.append({ conversation: staying, after: 0, through: 3, entries: journalOf(staying, [TWICE]) });
  store.heads({ all: true, heads: [headOf(staying)], gone: [] });
  expect(store.search({ query: { ...QUERY, text: '07 98 76 54 32 ' } }).finds).toHaveLength(1);
  database.close();
});

describe('a cache whose index an older desk made', () => {
  const conversation = newId();
  const texts = [
    '我的居留证在地铁上被偷了 iphone',
    'rappelez au 06 12 34 56 78',
    'zinzolin vélo',
    ...Array.from({ length: 900 }, (_, n) => `mot ${n}`),
    '我的钱包',
    TWICE,
  ];
  const entries = journalOf(conversation, texts);
  let database: CacheDatabase;
  let store: CacheStore;
  beforeEach(() => {
    leaveOlder(conversation, entries);
    database = openDatabase(file, key);
    store = createSqliteStore(database, OFFICER.officer);
  });
  afterEach(() => database.close());

  const ask = (text: string, more: Partial<CacheQuery> = {}) =>
    store.search({ query: { ...QUERY, text, ...more } });
  const terms = () => database.prepare<[], string>('SELECT term FROM search_words').pluck().all();

  it('is searched while it is gone through in slices, the newest first', () => {
    expect(ask('zinzolin ')).toMatchObject({ finds: [{}], whole: false });
    expect(ask('', { tag: 'vélo' })).toMatchObject({ finds: [], whole: false });
    expect(ask('居留证').finds).toEqual([]);
    let slices = 0;
    for (let left = true; left && ask('钱包').finds.length === 0; slices += 1) ({ left } = store.index(null));
    expect(ask('居留证').finds).toEqual([]);
    expect(ask('', { tag: 'vélo' }).finds).toHaveLength(1);
    for (let left = true; left; slices += 1) ({ left } = store.index(null));
    expect(slices).toBeGreaterThan(3);
    for (const text of ['居留证', '0612345678', 'zinzolin ', 'iphone ', '06 12 ', 'mot 899 '])
      expect(ask(text), text).toMatchObject({ finds: [{}], whole: true });
    // The runs that were words are words no more.
    expect(terms().filter((term) => [...term].length > 2 && /\p{Script=Han}/u.test(term))).toEqual([]);
    // And it is not gone through again.
    store = createSqliteStore(database, OFFICER.officer);
    expect(store.index(null)).toEqual({ left: false });
  });

  it.each([0, 1, 2, 3, 4])('forgets by the words it was given, after %i slices', (slices) => {
    for (let slice = 0; slice < slices; slice += 1) store.index(null);
    const more = entryOf(conversation, entries.length + 1, { kind: 'message', text: '新的 AB-123-CD' });
    store.append({ conversation, after: entries.length, through: more.seq, entries: [more] });
    expect(ask('AB123CD').finds).toHaveLength(1);
    store.destroy({ conversations: [conversation] });
    for (let left = true; left; ) ({ left } = store.index(null));
    expect(terms()).toEqual([]);
    expect(ask('zinzolim ').words).toEqual(['zinzolim']);
    expect(ask('', { from: 0 })).toMatchObject({ finds: [], whole: true });
    expect(database.prepare('SELECT 1 FROM search_older').all()).toEqual([]);
  });

  it('counts a word that was written twice, so that the last text can go as the others', () => {
    for (let left = true; left; ) ({ left } = store.index(null));
    const places = database
      .prepare<[], bigint>('SELECT place FROM entries WHERE place IS NOT NULL')
      .safeIntegers()
      .pluck()
      .all();
    expect(places).toHaveLength(texts.length);
    const forget = database.prepare("INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)");
    // Without the way out for an index that counts wrongly.
    for (const [at, entry] of entries.slice(-texts.length).entries())
      forget.run(places[at], entryWords(entry).join(' '));
    expect(terms()).toEqual([]);
  });

  it('is made anew where everything is void', () => {
    store.index(null);
    store.forget({ conversations: null });
    store.append({ conversation, after: 0, through: entries.length, entries: entries.slice(0, 200) });
    for (let left = true; left; ) ({ left } = store.index(null));
    expect(ask('居留证').finds).toHaveLength(1);
  });
});
