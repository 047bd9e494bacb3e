import type { Id } from '../../../protocol/ids.ts';
import type { StoredConversation } from '../store.ts';
import type { SqliteDatabase } from './database.ts';
import type { EntryRow } from './sealing.ts';

type Tail = { readonly reference: number; readonly last_seq: number; readonly last_hash: Buffer };

export type ConversationRow = {
  readonly conversation: string;
  readonly reference: number;
  readonly opened_at: number;
  readonly purge_at: number;
  readonly closed_at: number | null;
  readonly last_seq: number;
  readonly officer_read: number;
  readonly citizen_read: number;
};

const CONVERSATION =
  'conversation, reference, opened_at, purge_at, closed_at, last_seq, officer_read, citizen_read';

/** Every statement on journals, prepared once. */
export function prepareStatements(database: SqliteDatabase) {
  return {
    openConversation: database.prepare<[Id, number, number, number, Buffer]>(
      `INSERT INTO conversations (conversation, reference, opened_at, purge_at, last_seq, last_hash)
       VALUES (?, ?, ?, ?, 0, ?)`,
    ),
    tail: database.prepare<[Id], Tail>(
      'SELECT reference, last_seq, last_hash FROM conversations WHERE conversation = ?',
    ),
    setTail: database.prepare<[number, Buffer, number]>(
      'UPDATE conversations SET last_seq = ?, last_hash = ? WHERE reference = ?',
    ),
    close: database.prepare<[number | null, number]>(
      'UPDATE conversations SET closed_at = ? WHERE reference = ?',
    ),
    addEntry: database.prepare<[number, number, Id, number, Buffer, Buffer]>(
      'INSERT INTO entries (reference, seq, id, at, sealed, hash) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    markRead: database.prepare<[number, number, Id]>(
      `UPDATE conversations SET officer_read = max(officer_read, ?), citizen_read = max(citizen_read, ?)
       WHERE conversation = ?`,
    ),
    grant: database.prepare<[string, Id, number]>(
      `INSERT INTO citizen_sessions (digest, reference, created_at)
       VALUES (?, (SELECT reference FROM conversations WHERE conversation = ?), ?)`,
    ),
    revoke: database.prepare<[Id]>(`DELETE FROM citizen_sessions
       WHERE reference = (SELECT reference FROM conversations WHERE conversation = ?)`),
    bySession: database
      .prepare<[string], Id>(
        'SELECT conversation FROM citizen_sessions JOIN conversations USING (reference) WHERE digest = ?',
      )
      .pluck(),
    /** Ids as a JSON array: one question for a whole batch, nearly always answered by "none". */
    byIds: database.prepare<[string], EntryRow>(
      `SELECT conversation, seq, id, at, sealed, hash FROM entries JOIN conversations USING (reference)
       WHERE id IN (SELECT value FROM json_each(?))`,
    ),
    range: database.prepare<[Id, number, number, number], EntryRow>(
      `SELECT conversation, seq, id, at, sealed, hash FROM conversations JOIN entries USING (reference)
       WHERE conversation = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
    ),
    byReference: database
      .prepare<[number], Id>('SELECT conversation FROM conversations WHERE reference = ?')
      .pluck(),
    conversation: database.prepare<[Id], ConversationRow>(
      `SELECT ${CONVERSATION} FROM conversations WHERE conversation = ?`,
    ),
    recent: database.prepare<[number], ConversationRow>(
      `SELECT ${CONVERSATION} FROM conversations WHERE closed_at IS NULL OR closed_at >= ?
       ORDER BY opened_at, conversation`,
    ),
    expired: database
      .prepare<[number, number], Id>(
        // All of one day are due at one instant: in the index's own order, or each step would sort that day.
        'SELECT conversation FROM conversations WHERE purge_at <= ? ORDER BY purge_at, reference LIMIT ?',
      )
      .pluck(),
    due: database.prepare<[], Pick<ConversationRow, 'conversation' | 'opened_at' | 'purge_at'>>(
      'SELECT conversation, opened_at, purge_at FROM conversations',
    ),
    setDue: database.prepare<[number, Id]>('UPDATE conversations SET purge_at = ? WHERE conversation = ?'),
    fillProbe: database.prepare<[number]>(
      'INSERT INTO probe (one, ballast) VALUES (1, zeroblob(?)) ON CONFLICT DO UPDATE SET ballast = excluded.ballast',
    ),
    emptyProbe: database.prepare('DELETE FROM probe'),
  };
}

export type Statements = ReturnType<typeof prepareStatements>;

export function storedConversation(row: ConversationRow): StoredConversation {
  return {
    conversation: row.conversation,
    reference: `C-${row.reference}`,
    openedAt: row.opened_at,
    purgeAt: row.purge_at,
    closedAt: row.closed_at,
    lastSeq: row.last_seq,
    officerRead: row.officer_read,
    citizenRead: row.citizen_read,
  };
}
