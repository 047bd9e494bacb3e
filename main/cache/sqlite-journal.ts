import { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { expiryOf } from './expiry.ts';
import { holdingAfter } from './holding.ts';
import type { CacheDatabase } from './open-database.ts';
import type { CacheStore, StoreInput } from './operations.ts';
import { parseRow } from './parse-row.ts';
import type { SearchIndex } from './sqlite-index.ts';
import type { Meta } from './sqlite-meta.ts';

type Row = { readonly cursor: number; readonly mine: number; readonly indexed: number };

/** Journals: appended by ranges, read backwards, forgotten when the relay says so. */
export function createJournals(
  database: CacheDatabase,
  meta: Meta,
  index: SearchIndex,
  officer: Id,
): Pick<CacheStore, 'append' | 'entries' | 'forget'> {
  const conversation = database.prepare<[string], Row>(
    'SELECT cursor, mine, indexed FROM conversations WHERE conversation = ?',
  );
  const insertConversation = database.prepare(
    'INSERT INTO conversations (conversation, opened_at, purge_at) VALUES (?, ?, ?)',
  );
  const insertEntry = database.prepare(
    'INSERT OR REPLACE INTO entries (conversation, seq, entry) VALUES (?, ?, ?)',
  );
  const advance = database.prepare(
    'UPDATE conversations SET cursor = ?, mine = ?, indexed = ? WHERE conversation = ?',
  );
  const deliver = database.prepare('DELETE FROM outbox WHERE id = ? AND conversation = ?');
  const read = database
    .prepare<[string, number, number], string>(
      'SELECT entry FROM entries WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
    )
    .pluck();
  const forgetEntries = database.prepare('DELETE FROM entries WHERE conversation = ?');
  const forgetCursor = database.prepare('UPDATE conversations SET cursor = 0 WHERE conversation = ?');

  const forgetOne = database.transaction((id: Id) => {
    index.remove([id]);
    forgetEntries.run(id);
    forgetCursor.run(id);
    meta.setSpent(true);
  });

  const forgetAll = database.transaction(() => {
    index.clear();
    database.exec('DELETE FROM entries; UPDATE conversations SET cursor = 0;');
    meta.setSpent(true);
  });

  /** What an older cache left to be indexed comes first: the index has no holes before its mark. */
  function indexAfter(range: StoreInput<'append'>, mark: number): number {
    if (mark !== range.after) return mark;
    index.add(range.entries);
    return range.through;
  }

  const append = database.transaction<CacheStore['append']>((range) => {
    const known = conversation.get(range.conversation);
    const cursor = known?.cursor ?? 0;
    const delivered: Id[] = [];
    if (cursor !== range.after) return { cursor, delivered };
    if (known === undefined) {
      const openedAt = Math.min(...range.entries.map((entry) => entry.at));
      if (!Number.isFinite(openedAt)) return { cursor, delivered };
      insertConversation.run(range.conversation, openedAt, expiryOf(openedAt, meta.months(), null));
    }
    for (const entry of range.entries) {
      insertEntry.run(range.conversation, entry.seq, JSON.stringify(entry));
      if (deliver.run(entry.id, range.conversation).changes > 0) delivered.push(entry.id);
    }
    const mine = holdingAfter(range.entries, officer, known?.mine === 1);
    const indexed = indexAfter(range, known?.indexed ?? 0);
    advance.run(range.through, Number(mine), indexed, range.conversation);
    return { cursor: range.through, delivered };
  });

  return {
    append,
    entries({ conversation: id, before, limit }) {
      const rows = read.all(id, before ?? Number.MAX_SAFE_INTEGER, limit);
      const entries = rows.map((row) => parseRow(Entry, row)).reverse();
      if (entries.some((entry) => entry === null)) {
        // Damaged or from another version: this journal is read again from the relay, whole (rule R2).
        forgetOne(id);
        return { entries: [], complete: false, forgotten: true };
      }
      const whole = entries.filter((entry) => entry !== null);
      return { entries: whole, complete: whole[0]?.seq === 1 };
    },
    forget({ conversations }) {
      if (conversations === null) {
        forgetAll();
      } else {
        for (const id of conversations) forgetOne(id);
      }
      return null;
    },
  };
}
