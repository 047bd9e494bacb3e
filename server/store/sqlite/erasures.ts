import type { Id, Time } from '../../../protocol/ids.ts';
import type { ErasureNotice, Erasures } from '../erasures.ts';
import { step } from './accounts-step.ts';
import type { SqliteDatabase } from './database.ts';

/** Conversations named in one `purged` frame. */
const TOLD_AT_ONCE = 1_000;

type Row = Omit<ErasureNotice, 'tookPart'> & { readonly tookPart: number };

/** The notices, in the journal's database. */
export function openErasures(database: SqliteDatabase): Erasures {
  const insert = database.prepare<Omit<Row, 'confirmedAt'>>(
    `INSERT INTO erasure_notices (conversation, officer, erased_at, until, took_part)
     VALUES (@conversation, @officer, @erasedAt, @until, @tookPart) ON CONFLICT DO NOTHING`,
  );
  const pending = database
    .prepare<[Id, Time, number], Id>(
      // One that is still there was not erased in the end: the command was killed, and is to be given again.
      `SELECT conversation FROM erasure_notices WHERE officer = ? AND until > ?
         AND NOT EXISTS (SELECT 1 FROM conversations
           WHERE conversations.conversation = erasure_notices.conversation)
       ORDER BY erased_at DESC LIMIT ?`,
    )
    .pluck();
  const confirm = database.prepare<[Time, Id, Id]>(
    'UPDATE erasure_notices SET confirmed_at = coalesce(confirmed_at, ?) WHERE officer = ? AND conversation = ?',
  );
  const list = database.prepare<{ conversation: Id | null }, Row>(
    `SELECT conversation, officer, erased_at AS erasedAt, until, took_part AS tookPart,
       confirmed_at AS confirmedAt
     FROM erasure_notices WHERE @conversation IS NULL OR conversation = @conversation
     ORDER BY erased_at DESC, conversation, officer`,
  );
  const forget = database.prepare<[Time]>('DELETE FROM erasure_notices WHERE until <= ?');

  const addAll = database.transaction((notices: Parameters<Erasures['add']>[0]) => {
    for (const notice of notices) insert.run({ ...notice, tookPart: Number(notice.tookPart) });
  });
  const confirmAll = database.transaction((officer: Id, conversations: readonly Id[], at: Time) => {
    for (const conversation of conversations) confirm.run(at, officer, conversation);
  });
  return {
    add: (notices) => step(() => addAll.immediate(notices)),
    pending: (officer, now) => step(() => pending.all(officer, now, TOLD_AT_ONCE)),
    confirm: (officer, conversations, at) => step(() => confirmAll.immediate(officer, conversations, at)),
    list: (conversation) =>
      step(() => list.all({ conversation }).map((row) => ({ ...row, tookPart: row.tookPart === 1 }))),
    forget: (now) => step(() => void forget.run(now)),
  };
}
