import Database from 'better-sqlite3-multiple-ciphers';
import { Entry } from '../../protocol/entry.ts';
import type { Id, Seq } from '../../protocol/ids.ts';
import type { Lexicon } from './lexicon.ts';
import type { CacheDatabase } from './open-database.ts';
import { parseRow } from './parse-row.ts';
import type { PersonalIndex } from './personal-index.ts';
import { entryWords, freePlace, LAST_TIME, olderWords, partakers } from './searching.ts';
import type { LatestIndex } from './sqlite-latest.ts';

/** What keeps the index in step with the entries. All of it belongs inside the transaction of the change it follows. */
export type SearchIndex = {
  /** New entries, which go on from what is indexed of their conversation. */
  add(entries: readonly Entry[]): void;
  /** Before these conversations' entries are deleted: the index needs their texts to forget them. */
  remove(conversations: readonly Id[]): void;
  /** All entries go. */
  clear(): void;
  /** One slice of what an older cache, or a large purge, left to be indexed. False when nothing is left. */
  step(): boolean;
  isWhole(): boolean;
};

/** Rises when words are told apart otherwise: every cache is then indexed anew, but for one of the version before. */
const VERSION = '3';
/** Its entries are gone through one by one, and can be searched meanwhile: `search_older` says which. */
const OLDER = '2';
/** Above it the index is made anew in slices: forgetting word by word takes about half a millisecond an entry. */
const REMOVED_ONE_BY_ONE = 5_000;
const SLICE = 400;
/** Fewer where words go too: in a journal of signs each entry has one, and searches wait for a slice at most. */
const RENEWED = 100;
const WORDS_SLICE = 4_000;

/** What else follows the entries. */
export type Followers = {
  readonly lexicon: Lexicon;
  readonly personal: Omit<PersonalIndex, 'elsewhere'>;
  readonly latest: LatestIndex;
};

type Stored = { readonly seq: Seq; readonly entry: string; readonly place: number | null };

export function createIndex(database: CacheDatabase, { lexicon, personal, latest }: Followers): SearchIndex {
  const insert = database.prepare('INSERT INTO search (rowid, words) VALUES (?, ?)');
  const forget = database.prepare("INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)");
  const empty = database.prepare("INSERT INTO search (search) VALUES ('delete-all')");
  const highest = database
    .prepare<[bigint, bigint], number | null>('SELECT max(place) FROM entries WHERE place >= ? AND place < ?')
    .pluck();
  const setPlace = database.prepare('UPDATE entries SET place = ? WHERE conversation = ? AND seq = ?');
  const putOfficer = database.prepare(
    'INSERT OR REPLACE INTO conversation_officers (conversation, officer, rank, alias) VALUES (?, ?, ?, ?)',
  );
  const indexed = database.prepare<[string, number], Stored>(
    `SELECT entries.seq, entries.entry, entries.place FROM entries
       JOIN conversations USING (conversation)
       WHERE conversation = ? AND place IS NOT NULL AND seq <= conversations.indexed AND seq > ?
       ORDER BY seq LIMIT 200`,
  );
  const size = database
    .prepare<[string], number>('SELECT count(*) FROM entries WHERE conversation = ? AND place IS NOT NULL')
    .pluck();
  const holds = database.prepare<[string], 1>('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1');
  const unindexed = database.prepare<[], { conversation: Id; indexed: number; cursor: number }>(
    'SELECT conversation, indexed, cursor FROM conversations WHERE indexed < cursor LIMIT 1',
  );
  const following = database.prepare<[string, number], Stored>(
    `SELECT seq, entry, place FROM entries WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ${SLICE}`,
  );
  const setIndexed = database.prepare('UPDATE conversations SET indexed = ? WHERE conversation = ?');
  const words = database.prepare<[string], { term: string; doc: number }>(
    `SELECT term, doc FROM search_words WHERE term > ? LIMIT ${WORDS_SLICE}`,
  );
  const version = database
    .prepare<[], string>("SELECT value FROM meta WHERE name = 'search-version'")
    .pluck();
  const setVersion = database.prepare(
    "INSERT OR REPLACE INTO meta (name, value) VALUES ('search-version', ?)",
  );
  const older = database.prepare<[], { conversation: Id; through: number }>(
    // The newest first: ids begin with their time.
    'SELECT conversation, through FROM search_older ORDER BY conversation DESC LIMIT 1',
  );
  const olderThrough = database
    .prepare<[string], number>('SELECT through FROM search_older WHERE conversation = ?')
    .pluck();
  const setOlder = database.prepare('UPDATE search_older SET through = ? WHERE conversation = ?');
  const endOlder = database.prepare('DELETE FROM search_older WHERE conversation = ?');
  const preceding = database.prepare<[string, number], Stored>(
    `SELECT seq, entry, place FROM entries WHERE conversation = ? AND seq <= ? ORDER BY seq DESC LIMIT ${RENEWED}`,
  );
  /** The last word read into the lexicon; null when it holds all there are. */
  let wordsRead: string | null = '';

  function addOne(entry: Entry, known: number | null): void {
    personal.add(entry);
    for (const { officer, rank, alias } of partakers(entry))
      putOfficer.run(entry.conversation, officer, rank, alias);
    const found = entryWords(entry);
    if (found.length === 0 || entry.at >= LAST_TIME) return;
    const place = known ?? freePlace(highest, entry.at);
    if (known === null) setPlace.run(BigInt(place), entry.conversation, entry.seq);
    insert.run(BigInt(place), found.join(' '));
    for (const word of found) lexicon.add(word);
  }

  function clear(): void {
    empty.run();
    personal.clear();
    latest.clear();
    lexicon.clear();
    wordsRead = null;
    database.exec(
      'UPDATE conversations SET indexed = 0; DELETE FROM conversation_officers; DELETE FROM search_older;',
    );
  }

  function removeOne(conversation: Id, doomed: Set<string>): void {
    const through = olderThrough.get(conversation) ?? 0;
    let after = 0;
    for (
      let rows = indexed.all(conversation, after);
      rows.length > 0;
      rows = indexed.all(conversation, after)
    ) {
      for (const { seq, entry, place } of rows) {
        after = seq;
        const parsed = parseRow(Entry, entry);
        const found = wordsIn(parsed, seq <= through);
        forget.run(BigInt(place ?? 0), found.join(' '));
        for (const word of found) doomed.add(word);
      }
    }
    personal.remove(conversation);
    latest.remove(conversation);
    endOlder.run(conversation);
    setIndexed.run(0, conversation);
  }

  function remove(conversations: readonly Id[]): void {
    const entries = conversations.reduce((sum, id) => sum + (size.get(id) ?? 0), 0);
    if (entries > REMOVED_ONE_BY_ONE) {
      clear();
      return;
    }
    const doomed = new Set<string>();
    try {
      for (const conversation of conversations) removeOne(conversation, doomed);
      unlearn(doomed);
    } catch (error) {
      if (!isOfIndex(error)) throw error;
      clear();
    }
  }

  function unlearn(words: Iterable<string>): void {
    for (const word of words) if (holds.get(`"${word}"`) === undefined) lexicon.remove(word);
  }

  const indexSlice = database.transaction((): boolean => {
    const next = unindexed.get();
    if (next === undefined) return false;
    const rows = following.all(next.conversation, next.indexed);
    const parsed = parsedOf(rows);
    for (const { entry, place } of parsed) addOne(entry, place);
    latest.happened(parsed.map(({ entry }) => entry));
    setIndexed.run(rows.length < SLICE ? next.cursor : (rows.at(-1)?.seq ?? next.cursor), next.conversation);
    return true;
  });

  /** Brings one entry of the version before up to this one: a word that is added costs less than one that goes. */
  function renewOne(entry: Entry, place: number): void {
    const before = olderWords(entry);
    const words = entryWords(entry);
    const [had, has] = [new Set(before), new Set(words)];
    const added = words.filter((word) => !had.has(word));
    // Counted: FTS5 sums up the words of all rows, and calls itself corrupt where more of them go than came. And one that is
    // there already cannot be added once more to the same row: the first of two would stay when the row goes.
    const isCounted = before.length + added.length === words.length;
    if (isCounted && before.every((word) => has.has(word))) {
      if (added.length > 0) insert.run(BigInt(place), added.join(' '));
      for (const word of added) lexicon.add(word);
      return;
    }
    forget.run(BigInt(place), before.join(' '));
    insert.run(BigInt(place), words.join(' '));
    for (const word of words) lexicon.add(word);
    unlearn(before.filter((word) => !has.has(word)));
  }

  const renewSlice = database.transaction((): boolean => {
    const next = older.get();
    if (next === undefined) return false;
    const rows = preceding.all(next.conversation, next.through);
    const parsed = parsedOf(rows);
    for (const { entry, place } of parsed) if (place !== null) renewOne(entry, place);
    latest.happened(parsed.map(({ entry }) => entry));
    const left = rows.length < RENEWED ? 0 : (rows.at(-1)?.seq ?? 1) - 1;
    if (left > 0) setOlder.run(left, next.conversation);
    else endOlder.run(next.conversation);
    return true;
  });

  function readWords(): boolean {
    if (wordsRead === null) return false;
    const read = words.all(wordsRead);
    for (const { term, doc } of read) lexicon.add(term, doc);
    wordsRead = read.length < WORDS_SLICE ? null : (read.at(-1)?.term ?? null);
    return wordsRead !== null;
  }

  const made = version.get();
  if (made !== VERSION) {
    database.transaction(() => {
      if (made !== OLDER) clear();
      setVersion.run(VERSION);
    })();
  }

  return {
    add: (entries) => {
      for (const entry of entries) addOne(entry, null);
      latest.happened(entries);
    },
    remove,
    clear,
    step: () => indexSlice() || readWords() || renewSlice(),
    isWhole: () => wordsRead === null && unindexed.get() === undefined && older.get() === undefined,
  };
}

/** Those that this version can read. */
function parsedOf(rows: readonly Stored[]): { readonly entry: Entry; readonly place: number | null }[] {
  return rows.flatMap(({ entry, place }) => {
    const parsed = parseRow(Entry, entry);
    return parsed === null ? [] : [{ entry: parsed, place }];
  });
}

/** What does not parse cannot be forgotten word by word: all of the index is made anew, then. */
class Unreadable extends Error {}

/**
 * The index can be made anew from the entries: nothing of it is worth the file, where drafts and outbox are. A file that
 * is damaged itself says so again when the index is emptied.
 */
function isOfIndex(error: unknown): boolean {
  return (
    error instanceof Unreadable ||
    (error instanceof Database.SqliteError && error.code === 'SQLITE_CORRUPT_VTAB')
  );
}

function wordsIn(entry: Entry | null, older: boolean): string[] {
  if (entry === null) throw new Unreadable();
  return older ? olderWords(entry) : entryWords(entry);
}
