import type { CacheQuery } from '../../protocol/cache-search.ts';
import { Entry } from '../../protocol/entry.ts';
import { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { CacheDatabase } from './open-database.ts';
import { parseRow } from './parse-row.ts';
import { freePlace, inPeriod, LAST_TIME, placeOf, type Scanned, type Walk } from './searching.ts';

/** Conversations by the newest of what happened in them. All of it belongs inside the transaction it follows. */
export type LatestIndex = {
  /** Entries of one conversation. */
  happened(entries: readonly Entry[]): void;
  remove(conversation: Id): void;
  clear(): void;
};

/** Conversations looked at for one answer: filters that few pass must not hold the desk up. */
const LOOKED_AT = 4_000;
/** What a conversation must pass, by its row `one` of a table that has its id. */
export const PASSES = (conversation: string) => `
  (@disposition IS NULL OR EXISTS (SELECT 1 FROM conversations AS one INDEXED BY conversations_by_disposition
    WHERE one.disposition = @disposition AND one.conversation = ${conversation}))
  AND (@tag IS NULL OR EXISTS (SELECT 1 FROM conversation_tags AS one
    WHERE one.conversation = ${conversation} AND one.tag = @tag))
  AND (@officer IS NULL OR EXISTS (SELECT 1 FROM conversation_officers AS one
    WHERE one.conversation = ${conversation} AND one.officer = @officer))`;

export function createLatest(database: CacheDatabase): LatestIndex {
  const known = database.prepare<[string], number>('SELECT place FROM latest WHERE conversation = ?').pluck();
  const highest = database
    .prepare<[bigint, bigint], number | null>('SELECT max(place) FROM latest WHERE place >= ? AND place < ?')
    .pluck();
  const put = database.prepare('INSERT OR REPLACE INTO latest (place, conversation) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM latest WHERE conversation = ?');
  return {
    happened(entries) {
      const [first] = entries;
      if (first === undefined) return;
      const { conversation } = first;
      const at = entries.reduce((newest, entry) => Math.max(newest, entry.at), first.at);
      if (at >= LAST_TIME || (known.get(conversation) ?? -1) >= placeOf(at)) return;
      put.run(BigInt(freePlace(highest, at)), conversation);
    },
    remove: (conversation) => void remove.run(conversation),
    clear: () => void database.exec('DELETE FROM latest'),
  };
}

type Parameters = Pick<CacheQuery, 'disposition' | 'tag' | 'officer' | 'limit'> & {
  readonly from: bigint;
  readonly until: bigint;
};

/** Walks the conversations that pass a query's filters, the newest first. */
export function createWalk(database: CacheDatabase): (walk: Walk) => Scanned {
  const passing = database.prepare<[Parameters], { place: number; conversation: Id }>(
    `SELECT place, conversation
     FROM (SELECT place, conversation FROM latest WHERE place >= @from AND place < @until
           ORDER BY place DESC LIMIT ${LOOKED_AT}) AS looked
     WHERE ${PASSES('looked.conversation')} ORDER BY place DESC LIMIT @limit`,
  );
  const last = database
    .prepare<[bigint, bigint], number>(
      `SELECT place FROM latest WHERE place >= ? AND place < ? ORDER BY place DESC LIMIT 1 OFFSET ${LOOKED_AT - 1}`,
    )
    .pluck();
  const headOf = database
    .prepare<[string], string | null>('SELECT head FROM conversations WHERE conversation = ?')
    .pluck();
  // From the journal's end: an index of places would be walked through for other conversations' entries.
  const said = database
    .prepare<[string, bigint, bigint], string>(
      `SELECT entry FROM entries WHERE conversation = ? AND +place >= ? AND +place < ? ORDER BY seq DESC LIMIT 1`,
    )
    .pluck();
  const newest = database
    .prepare<[string], string>('SELECT entry FROM entries WHERE conversation = ? ORDER BY seq DESC LIMIT 1')
    .pluck();

  function shown(conversation: Id, query: CacheQuery): Entry | null {
    const { from, until } = query;
    const end = until === null ? Number.MAX_SAFE_INTEGER : placeOf(until);
    const found = said.get(conversation, BigInt(placeOf(from ?? 0)), BigInt(end)) ?? newest.get(conversation);
    const entry = found === undefined ? null : parseRow(Entry, found);
    return entry !== null && inPeriod(entry.at, query) ? entry : null;
  }

  return ({ before, limit, query }) => {
    const { disposition, tag, officer } = query;
    const from = BigInt(placeOf(query.from ?? 0));
    const until = BigInt(before ?? Number.MAX_SAFE_INTEGER);
    const passed = passing.all({ from, until, disposition, tag, officer, limit });
    const finds = passed.flatMap(({ place, conversation }) => {
      const row = headOf.get(conversation);
      const head = row === undefined || row === null ? null : parseRow(Head, row);
      const entry = head === null ? null : shown(conversation, query);
      return head === null || entry === null ? [] : [{ place, entry, head }];
    });
    if (passed.length === limit) return { finds, next: passed.at(-1)?.place ?? null };
    return { finds, next: last.get(from, until) ?? null };
  };
}
