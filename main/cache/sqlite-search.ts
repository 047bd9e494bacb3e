import type { CacheQuery } from '../../protocol/cache-search.ts';
import { Entry } from '../../protocol/entry.ts';
import { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import { type Form, lookUps } from '../../protocol/search-terms.ts';
import { Lexicon } from './lexicon.ts';
import type { CacheDatabase } from './open-database.ts';
import type { CacheStore } from './operations.ts';
import { parseRow } from './parse-row.ts';
import { createPersonalIndex } from './personal-index.ts';
import { placeOf, type Scan, type Scanned, search } from './searching.ts';
import { createIndex, type SearchIndex } from './sqlite-index.ts';
import { createLatest, createWalk, PASSES } from './sqlite-latest.ts';

export type Search = Pick<CacheStore, 'search' | 'facets' | 'index' | 'elsewhere'> & {
  readonly keep: SearchIndex;
};

/** Matches looked at for one answer: filters that few match must not hold the desk up. */
const LOOKED_AT = 4_000;
const FACETS = 200;

type Row = { readonly place: number; readonly entry: string; readonly head: string };

/** Search on the encrypted file: FTS5 finds, the conversations' columns filter, the newest first. */
export function createSearch(database: CacheDatabase): Search {
  const lexicon = new Lexicon();
  const personal = createPersonalIndex(database);
  const keep = createIndex(database, { lexicon, personal, latest: createLatest(database) });
  const latest = createWalk(database);

  const named = database
    .prepare<[string], string>('SELECT head FROM conversations WHERE reference = ?')
    .pluck();
  const last = database
    .prepare<[string, bigint, bigint], number>(
      `SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?
       ORDER BY rowid DESC LIMIT 1 OFFSET ${LOOKED_AT - 1}`,
    )
    .pluck();
  const rows = database.prepare<Parameters, Row>(
    `SELECT found.place, entries.entry, conversations.head
     FROM (SELECT rowid AS place FROM search WHERE search MATCH @match AND rowid >= @from AND rowid < @until
           ORDER BY rowid DESC LIMIT ${LOOKED_AT}) AS found
     JOIN entries ON entries.place = found.place
     JOIN conversations ON conversations.conversation = entries.conversation
     WHERE conversations.head IS NOT NULL
       AND ${PASSES('conversations.conversation')}
     ORDER BY found.place DESC LIMIT @limit`,
  );
  const tags = database
    .prepare<[], string>(`SELECT DISTINCT tag FROM conversation_tags ORDER BY tag LIMIT ${FACETS}`)
    .pluck();
  const officers = database.prepare<[], { officer: Id; rank: string; alias: string }>(
    `SELECT officer, max(rank) AS rank, max(alias) AS alias FROM conversation_officers
     GROUP BY officer ORDER BY alias LIMIT ${FACETS}`,
  );

  function scan({ groups, before, limit, query }: Scan): Scanned {
    const match = groups.map((forms) => `(${forms.map(lookedUp).join(' OR ')})`).join(' AND ');
    const { from, until } = bounds(query, before);
    const { disposition, tag, officer } = query;
    const found = rows.all({ match, from, until, disposition, tag, officer, limit });
    const finds = found.flatMap(({ place, entry, head }) => {
      const parsed = parseRow(Entry, entry);
      const line = parseRow(Head, head);
      return parsed === null || line === null ? [] : [{ place, entry: parsed, head: line }];
    });
    if (found.length === limit) return { finds, next: found.at(-1)?.place ?? null };
    return { finds, next: last.get(match, from, until) ?? null };
  }

  return {
    keep,
    search: ({ query }) =>
      search(
        {
          lexicon,
          scan,
          latest,
          named: (reference) => {
            const head = named.get(reference);
            return head === undefined ? null : parseRow(Head, head);
          },
          whole: keep.isWhole,
        },
        query,
      ),
    facets: () => ({ tags: tags.all(), officers: officers.all() }),
    index: () => ({ left: keep.step() }),
    elsewhere: personal.elsewhere,
  };
}

type Parameters = {
  match: string;
  from: bigint;
  until: bigint;
  disposition: string | null;
  tag: string | null;
  officer: string | null;
  limit: number;
};

/** A form in FTS5's language. Words hold letters and digits only. */
function lookedUp(form: Form): string {
  const all = lookUps(form).map(({ word, begins }) => (begins ? `"${word}" *` : `"${word}"`));
  return all.length === 1 ? all.join('') : `(${all.join(' AND ')})`;
}

/** FTS5 heeds bounds of its row numbers that are integers for SQLite: a plain number beyond 2³¹ is not. */
function bounds({ from, until }: CacheQuery, before: number | null): { from: bigint; until: bigint } {
  const end = Math.min(
    until === null ? Number.MAX_SAFE_INTEGER : placeOf(until),
    before ?? Number.MAX_SAFE_INTEGER,
  );
  return { from: BigInt(from === null ? 0 : placeOf(from)), until: BigInt(end) };
}
