import * as z from 'zod/mini';
import { CannedResponse } from '../../protocol/canned.ts';
import { Content } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import { type Draft, DraftBeside, isEmptyDraft, OutboxItem } from '../../protocol/ipc.ts';
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
    'outbox-put'({ item, instead, more = [] }) {
      const dates = written.dates(item.conversation, item.at, meta.months());
      if (instead === 'draft') written.putItemsForDraft(item.conversation, [item, ...more], ...dates);
      else written.putItem(item, ...dates);
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
  // Of a conversation that went, its dates stay, or what was written for it has them.
  const known = ['conversations', 'dates_kept', 'drafts', 'outbox'].map(
    (table) => `SELECT opened_at, purge_at FROM ${table} WHERE conversation = @conversation`,
  );
  const dates = database.prepare<[{ conversation: Id }], { opened: number | null; purge: number | null }>(
    `SELECT min(opened_at) AS opened, min(purge_at) AS purge FROM (${known.join(' UNION ALL ')})`,
  );
  const drafts = database.prepare<[], Omit<Draft, keyof DraftBeside> & { readonly beside: string }>(
    'SELECT conversation, message, note, mode, beside FROM drafts',
  );
  const putDraft = database.prepare(
    `INSERT OR REPLACE INTO drafts (conversation, message, note, mode, beside, opened_at, purge_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
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

  function put(value: OutboxItem, openedAt: number, purgeAt: number): void {
    putItem.run(value.id, value.conversation, JSON.stringify(value), openedAt, purgeAt);
  }

  const putForDraft = database.transaction(
    (conversation: Id, values: readonly OutboxItem[], openedAt: number, purgeAt: number) => {
      for (const value of values) put(value, openedAt, purgeAt);
      removeDraft.run(conversation);
    },
  );

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
    /** The earliest that is known. */
    dates(conversation: Id, at: number, months: number): [openedAt: number, purgeAt: number] {
      const { opened, purge } = dates.get({ conversation }) ?? { opened: null, purge: null };
      return [opened ?? at, purge ?? expiryOf(at, months, null)];
    },
    drafts: (): Draft[] =>
      drafts.all().map(({ beside, ...texts }) => ({ ...texts, ...parseRow(DraftBeside, beside) })),
    putDraft(
      { conversation, message, note, mode, ...beside }: Draft,
      openedAt: number,
      purgeAt: number,
    ): void {
      const rest = JSON.stringify(beside);
      synced(() => putDraft.run(conversation, message, note, mode, rest, openedAt, purgeAt));
    },
    removeDraft: (conversation: Id) => void removeDraft.run(conversation),
    outbox: () =>
      outbox
        .all()
        .map((row) => parseRow(OutboxItem, row))
        .filter((row) => row !== null),
    putItem(value: OutboxItem, openedAt: number, purgeAt: number): void {
      synced(() => put(value, openedAt, purgeAt));
    },
    /** Never neither and never both: what was written here goes once. */
    putItemsForDraft(
      conversation: Id,
      values: readonly OutboxItem[],
      openedAt: number,
      purgeAt: number,
    ): void {
      synced(() => putForDraft(conversation, values, openedAt, purgeAt));
    },
    changeItem(id: Id, change: (item: OutboxItem) => OutboxItem): void {
      const row = item.get(id);
      const value = row === undefined ? null : parseRow(OutboxItem, row);
      if (value !== null) synced(() => changeItem.run(JSON.stringify(change(value)), id));
    },
    removeItem: (id: Id) => void removeItem.run(id),
  };
}
