import * as z from 'zod/mini';
import { CannedResponse } from '../../protocol/canned.ts';
import { Content } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import { type Draft, isEmptyDraft, OutboxItem } from '../../protocol/ipc.ts';
import { Directory } from '../../protocol/station.ts';
import { expiryOf } from './expiry.ts';
import type { CacheDatabase } from './open-database.ts';
import type { CacheStore } from './operations.ts';
import { parseRow } from './parse-row.ts';
import { createHeads } from './sqlite-heads.ts';
import { createJournals } from './sqlite-journal.ts';
import { createMeta } from './sqlite-meta.ts';
import { createPurge } from './sqlite-purge.ts';
import { createSearch } from './sqlite-search.ts';

/** What the relay tells whole. */
type Kept = 'content' | 'personal' | 'stations';

/** The cache's operations on an open encrypted database. Errors are SQLite's own: see `faultOf`. */
export function createSqliteStore(database: CacheDatabase, officer: Id): CacheStore {
  const meta = createMeta(database);
  const { keep, ...searching } = createSearch(database);
  const purge = createPurge(database, meta, keep);
  const heads = createHeads(database, meta, keep, officer);
  const written = createWritten(database);

  /** What the relay tells whole, and again when it differs: one value under its name. */
  function keepValue(name: Kept, value: unknown): void {
    database
      .prepare(
        `INSERT INTO meta (name, value) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      )
      .run(name, JSON.stringify(value));
  }

  function kept<Value>(name: Kept, schema: z.ZodMiniType<Value>): Value | null {
    const row = database.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name);
    return row === undefined ? null : parseRow(schema, row);
  }

  return {
    ...searching,
    ...createJournals(database, meta, keep, officer),
    heads: heads.heads,
    history: heads.history,
    load({ now }) {
      const purged = purge.run(now);
      return {
        epoch: meta.epoch(),
        retentionMonths: meta.months(),
        cursors: database
          .prepare<[], { conversation: Id; seq: number }>(
            'SELECT conversation, cursor AS seq FROM conversations WHERE cursor > 0',
          )
          .all(),
        heads: heads.listed(),
        drafts: written.drafts(),
        outbox: written.outbox(),
        content: kept('content', Content),
        personal: kept('personal', z.array(CannedResponse)) ?? [],
        purged,
      };
    },
    welcome({ now, retentionMonths, epoch }) {
      meta.setEpoch(epoch);
      return { purged: purge.trust(now, retentionMonths) };
    },
    purge: ({ now }) => ({ purged: purge.run(now) }),
    destroy({ conversations }) {
      purge.destroy(conversations);
      return null;
    },
    draft({ draft, at }) {
      if (isEmptyDraft(draft)) written.removeDraft(draft.conversation);
      else written.putDraft(draft, ...written.dates(draft.conversation, at, meta.months()));
      return null;
    },
    'outbox-put'({ item }) {
      written.putItem(item, ...written.dates(item.conversation, item.at, meta.months()));
      return null;
    },
    'outbox-mark'({ id, state, code }) {
      written.changeItem(id, (item) => ({ ...item, state, code }));
      return null;
    },
    'outbox-remove'({ ids }) {
      for (const id of ids) written.removeItem(id);
      return null;
    },
    content({ content }) {
      keepValue('content', content);
      return null;
    },
    personal({ responses }) {
      keepValue('personal', responses);
      return null;
    },
    stations: () => ({ directory: kept('stations', Directory) }),
    'keep-stations'({ directory }) {
      keepValue('stations', directory);
      return null;
    },
  };
}

/** What was written here and is nowhere else yet: these reach the disk before they are answered. */
function createWritten(database: CacheDatabase) {
  const opened = database.prepare<[string], { opened_at: number; purge_at: number }>(
    'SELECT opened_at, purge_at FROM conversations WHERE conversation = ?',
  );
  const drafts = database.prepare<[], Draft>('SELECT conversation, message, note, mode FROM drafts');
  const putDraft = database.prepare(
    `INSERT OR REPLACE INTO drafts (conversation, message, note, mode, opened_at, purge_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const removeDraft = database.prepare('DELETE FROM drafts WHERE conversation = ?');
  const outbox = database.prepare<[], string>('SELECT item FROM outbox ORDER BY position').pluck();
  const item = database.prepare<[string], string>('SELECT item FROM outbox WHERE id = ?').pluck();
  const putItem = database.prepare(
    `INSERT INTO outbox (id, conversation, item, opened_at, purge_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET item = excluded.item`,
  );
  const changeItem = database.prepare('UPDATE outbox SET item = ? WHERE id = ?');
  const removeItem = database.prepare('DELETE FROM outbox WHERE id = ?');

  /** Entries can be read again after a power cut, what an officer wrote cannot: it is synced. */
  function synced(write: () => void): void {
    database.pragma('synchronous=FULL');
    try {
      write();
    } finally {
      database.pragma('synchronous=NORMAL');
    }
  }

  return {
    dates(conversation: Id, at: number, months: number): [openedAt: number, purgeAt: number] {
      const known = opened.get(conversation);
      return known === undefined ? [at, expiryOf(at, months, null)] : [known.opened_at, known.purge_at];
    },
    drafts: () => drafts.all(),
    putDraft({ conversation, message, note, mode }: Draft, openedAt: number, purgeAt: number): void {
      synced(() => putDraft.run(conversation, message, note, mode, openedAt, purgeAt));
    },
    removeDraft: (conversation: Id) => void removeDraft.run(conversation),
    outbox: () =>
      outbox
        .all()
        .map((row) => parseRow(OutboxItem, row))
        .filter((row) => row !== null),
    putItem(value: OutboxItem, openedAt: number, purgeAt: number): void {
      synced(() => putItem.run(value.id, value.conversation, JSON.stringify(value), openedAt, purgeAt));
    },
    changeItem(id: Id, change: (item: OutboxItem) => OutboxItem): void {
      const row = item.get(id);
      const value = row === undefined ? null : parseRow(OutboxItem, row);
      if (value !== null) synced(() => changeItem.run(JSON.stringify(change(value)), id));
    },
    removeItem: (id: Id) => void removeItem.run(id),
  };
}
