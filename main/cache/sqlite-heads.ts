import { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import { expiryOf } from './expiry.ts';
import { holdingOf } from './holding.ts';
import type { CacheDatabase } from './open-database.ts';
import type { CacheStore } from './operations.ts';
import { parseRow } from './parse-row.ts';
import type { SearchIndex } from './sqlite-index.ts';
import type { Meta } from './sqlite-meta.ts';

export type Heads = Pick<CacheStore, 'heads' | 'history'> & { listed(): Head[] };

/** The lines of queue, conversations and history. */
export function createHeads(database: CacheDatabase, meta: Meta, index: SearchIndex, officer: Id): Heads {
  const put = database.prepare(
    `INSERT INTO conversations (conversation, opened_at, purge_at, listed, mine, closed_at, head)
     VALUES (@conversation, @openedAt, @purgeAt, 1, @mine, @closedAt, @head)
     ON CONFLICT (conversation) DO UPDATE SET opened_at = @openedAt, purge_at = @purgeAt, listed = 1,
       mine = @mine, closed_at = @closedAt, head = @head`,
  );
  const listed = database
    .prepare<[], string>('SELECT conversation FROM conversations WHERE listed = 1')
    .pluck();
  const unlist = database.prepare(
    'UPDATE conversations SET listed = 0 WHERE conversation = ? AND mine = 1 AND closed_at IS NOT NULL',
  );
  const clearTags = database.prepare('DELETE FROM conversation_tags WHERE conversation = ?');
  const putTag = database.prepare(
    'INSERT OR IGNORE INTO conversation_tags (conversation, tag) VALUES (?, ?)',
  );
  const keepDates = database.prepare(
    `INSERT OR REPLACE INTO dates_kept (conversation, opened_at, purge_at)
     SELECT conversation, opened_at, purge_at FROM conversations WHERE conversation = ? AND cursor > 0`,
  );
  const drop = database.prepare('DELETE FROM conversations WHERE conversation = ?');
  const read = database.prepare('SELECT 1 FROM conversations WHERE conversation = ? AND cursor > 0');
  const heads = database
    .prepare<[], string>('SELECT head FROM conversations WHERE listed = 1 AND head IS NOT NULL')
    .pluck();
  const history = database
    .prepare<[number, number], string>(
      `SELECT head FROM conversations WHERE mine = 1 AND closed_at < ? AND head IS NOT NULL
       ORDER BY closed_at DESC LIMIT ?`,
    )
    .pluck();

  function readHeads(rows: readonly string[]): Head[] {
    return rows.map((row) => parseRow(Head, row)).filter((head) => head !== null);
  }

  return {
    heads: database.transaction<CacheStore['heads']>(({ all, heads: changed, gone }) => {
      for (const head of changed) {
        put.run({
          conversation: head.conversation,
          openedAt: head.openedAt,
          purgeAt: expiryOf(head.openedAt, meta.months(), head.purgeAt),
          mine: Number(holdingOf(head, officer)),
          closedAt: head.closedAt,
          head: JSON.stringify(head),
        });
        clearTags.run(head.conversation);
        for (const tag of head.tags) putTag.run(head.conversation, tag);
      }
      const present = new Set(changed.map((head) => head.conversation));
      const leaving = all ? listed.all().filter((id) => !present.has(id)) : gone;
      const dropped: Id[] = [];
      for (const id of leaving) {
        if (unlist.run(id).changes > 0) continue;
        dropped.push(id);
      }
      index.remove(dropped);
      // Texts that nobody may see any more; a mere line of the queue is no reason for a new key.
      if (dropped.some((id) => read.get(id) !== undefined)) meta.setSpent(true);
      for (const id of dropped) {
        keepDates.run(id);
        drop.run(id);
      }
      return { dropped };
    }),
    history: ({ before, limit }) => ({
      heads: readHeads(history.all(before ?? Number.MAX_SAFE_INTEGER, limit)),
    }),
    listed: () => readHeads(heads.all()),
  };
}
