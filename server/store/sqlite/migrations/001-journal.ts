import type { Migration } from './migration.ts';

/**
 * Conversations, their entries and the citizens' sessions. What a person wrote, and who, is in `sealed`
 * alone; the plain columns hold ids, numbers and times.
 *
 * The index on (id, conversation) makes an id unique in its conversation (rule D1) and finds an act that
 * names none (`take-next`) by its id.
 */
export const journal: Migration = {
  number: 1,
  name: 'journal',
  sql: `
    CREATE TABLE meta (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE conversations (
      conversation TEXT PRIMARY KEY,
      reference INTEGER NOT NULL UNIQUE,
      opened_at INTEGER NOT NULL,
      purge_at INTEGER NOT NULL,
      closed_at INTEGER,
      last_seq INTEGER NOT NULL,
      last_hash BLOB NOT NULL,
      officer_read INTEGER NOT NULL DEFAULT 0,
      citizen_read INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX conversations_by_purge ON conversations (purge_at);
    CREATE INDEX conversations_by_closure ON conversations (closed_at);

    CREATE TABLE entries (
      conversation TEXT NOT NULL REFERENCES conversations (conversation) ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      id TEXT NOT NULL,
      at INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (conversation, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX entries_by_id ON entries (id, conversation);

    CREATE TABLE citizen_sessions (
      digest TEXT PRIMARY KEY,
      conversation TEXT NOT NULL REFERENCES conversations (conversation) ON DELETE CASCADE,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX citizen_sessions_by_conversation ON citizen_sessions (conversation);
  `,
};
