import { Entry } from '../../protocol/entry.ts';
import type { Id, Seq, Time } from '../../protocol/ids.ts';
import type { Lexicon } from './lexicon.ts';
import type { CacheDatabase } from './open-database.ts';
import { parseRow } from './parse-row.ts';
import type { PersonalIndex } from './personal-index.ts';
import { entryWords, LAST_TIME, partakers, placeOf } from './searching.ts';

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

/** Rises when words are told apart otherwise: every cache is then indexed anew. */
const VERSION = '2';
/** Above it the index is made anew in slices: forgetting word by word takes about half a millisecond an entry. */
const REMOVED_ONE_BY_ONE = 5_000;
const SLICE = 400;
const WORDS_SLICE = 4_000;

type Stored = { readonly seq: Seq; readonly entry: string; readonly place: number | null };

export function createIndex(
  database: CacheDatabase,
  lexicon: Lexicon,
  personal: Omit<PersonalIndex, 'elsewhere'>,
): SearchIndex {
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
  /** The last word read into the lexicon; null when it holds all there are. */
  let wordsRead: string | null = '';

  /** The first free place of an instant, or of the next one that has any: a burst of entries may share one. */
  function freePlace(at: Time): number {
    for (let instant = at; ; instant += 1) {
      const first = placeOf(instant);
      const end = placeOf(instant + 1);
      const place = (highest.get(BigInt(first), BigInt(end)) ?? first - 1) + 1;
      if (place < end) return place;
    }
  }

  function addOne(entry: Entry, known: number | null): void {
    personal.add(entry);
    for (const { officer, rank, alias } of partakers(entry))
      putOfficer.run(entry.conversation, officer, rank, alias);
    const found = entryWords(entry);
    if (found.length === 0 || entry.at >= LAST_TIME) return;
    const place = known ?? freePlace(entry.at);
    if (known === null) setPlace.run(BigInt(place), entry.conversation, entry.seq);
    insert.run(BigInt(place), found.join(' '));
    for (const word of found) lexicon.add(word);
  }

  function clear(): void {
    empty.run();
    personal.clear();
    lexicon.clear();
    wordsRead = null;
    database.exec('UPDATE conversations SET indexed = 0; DELETE FROM conversation_officers;');
  }

  function removeOne(conversation: Id, doomed: Set<string>): void {
    let after = 0;
    for (
      let rows = indexed.all(conversation, after);
      rows.length > 0;
      rows = indexed.all(conversation, after)
    ) {
      for (const { seq, entry, place } of rows) {
        after = seq;
        const parsed = parseRow(Entry, entry);
        // What does not parse cannot be forgotten word by word: all of the index is made anew, then.
        if (parsed === null) throw new Unreadable();
        const found = entryWords(parsed);
        forget.run(BigInt(place ?? 0), found.join(' '));
        for (const word of found) doomed.add(word);
      }
    }
    personal.remove(conversation);
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
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      clear();
      return;
    }
    for (const word of doomed) if (holds.get(`"${word}"`) === undefined) lexicon.remove(word);
  }

  const indexSlice = database.transaction((): boolean => {
    const next = unindexed.get();
    if (next === undefined) return false;
    const rows = following.all(next.conversation, next.indexed);
    for (const { entry, place } of rows) {
      const parsed = parseRow(Entry, entry);
      if (parsed !== null) addOne(parsed, place);
    }
    setIndexed.run(rows.length < SLICE ? next.cursor : (rows.at(-1)?.seq ?? next.cursor), next.conversation);
    return true;
  });

  function readWords(): boolean {
    if (wordsRead === null) return false;
    const read = words.all(wordsRead);
    for (const { term, doc } of read) lexicon.add(term, doc);
    wordsRead = read.length < WORDS_SLICE ? null : (read.at(-1)?.term ?? null);
    return wordsRead !== null;
  }

  if (version.get() !== VERSION) {
    database.transaction(() => {
      clear();
      setVersion.run(VERSION);
    })();
  }

  return {
    add: (entries) => {
      for (const entry of entries) addOne(entry, null);
    },
    remove,
    clear,
    step: () => indexSlice() || readWords(),
    isWhole: () => wordsRead === null && unindexed.get() === undefined,
  };
}

class Unreadable extends Error {}
