import { Head } from '../../protocol/head.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import { expiryOf, purgeNow } from './expiry.ts';
import type { CacheDatabase } from './open-database.ts';
import type { SearchIndex } from './sqlite-index.ts';
import type { Meta } from './sqlite-meta.ts';

export type Purge = {
  /** Destroys what is due by the latest time ever seen; answers the conversations it destroyed. */
  run(now: Time): Id[];
  /** The relay's time and period: the one thing that may lower the latest time ever seen. */
  trust(now: Time, months: number): Id[];
  destroy(conversations: readonly Id[]): void;
};

type Dated = { readonly key: string | number; readonly opened_at: number; readonly head: string | null };

/** Retention on the workstation: destruction that leaves nothing behind in file or write-ahead log. */
export function createPurge(database: CacheDatabase, meta: Meta, index: SearchIndex): Purge {
  const tables = ['conversations', 'drafts', 'outbox', 'dates_kept'] as const;
  const due = database
    .prepare<[number, number, number], string>(
      `SELECT conversation FROM conversations WHERE purge_at <= ?
       UNION SELECT conversation FROM drafts WHERE purge_at <= ?
       UNION SELECT conversation FROM outbox WHERE purge_at <= ?`,
    )
    .pluck();
  // No text of anybody is in these: they are no reason for a new key.
  const removeDates = database.prepare('DELETE FROM dates_kept WHERE purge_at <= ?');
  const remove = tables.map((table) => database.prepare(`DELETE FROM ${table} WHERE conversation = ?`));

  const destroy = database.transaction((conversations: readonly Id[]) => {
    index.remove(conversations);
    for (const conversation of conversations) for (const statement of remove) statement.run(conversation);
    meta.setSpent(true);
  });

  function destroyAndTruncate(conversations: readonly Id[]): void {
    if (conversations.length === 0) return;
    destroy(conversations);
    // secure_delete zeroes the pages; the log still holds the old ones until it is truncated.
    database.pragma('wal_checkpoint(TRUNCATE)');
  }

  const redate = database.transaction((months: number) => {
    const sources = [
      ['conversations', 'conversation AS key, opened_at, head', 'conversation'],
      ['drafts', 'conversation AS key, opened_at, NULL AS head', 'conversation'],
      ['outbox', 'position AS key, opened_at, NULL AS head', 'position'],
      ['dates_kept', 'conversation AS key, opened_at, NULL AS head', 'conversation'],
    ] as const;
    for (const [table, columns, key] of sources) {
      const set = database.prepare(`UPDATE ${table} SET purge_at = ? WHERE ${key} = ?`);
      for (const row of database.prepare<[], Dated>(`SELECT ${columns} FROM ${table}`).all()) {
        const head = row.head === null ? null : Head.safeParse(JSON.parse(row.head));
        set.run(expiryOf(row.opened_at, months, head?.data?.purgeAt ?? null), row.key);
      }
    }
    meta.setMonths(months);
  });

  function runAt(at: Time): Id[] {
    const conversations = due.all(at, at, at);
    destroyAndTruncate(conversations);
    removeDates.run(at);
    return conversations;
  }

  return {
    run(now) {
      const at = purgeNow(now, meta.latestSeen());
      meta.setLatestSeen(at);
      return runAt(at);
    },
    trust(now, months) {
      if (months !== meta.months()) redate(months);
      meta.setLatestSeen(now);
      return runAt(now);
    },
    destroy: destroyAndTruncate,
  };
}
