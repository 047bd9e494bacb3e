import type { Migration } from './migration.ts';

/**
 * Conversations, their entries and the citizens' sessions. What a person wrote, and who, is in `sealed`
 * alone; the plain columns hold ids, numbers and times.
 *
 * The index on (id, reference) makes an id unique in its conversation (rule D1) and finds an act that names
 * none (`take-next`) by its id. Rows go to the end of their table, and conversations are numbered by their
 * reference: a batch of messages of many conversations then touches few pages, and a commit writes pages.
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
      reference INTEGER PRIMARY KEY,
      conversation TEXT NOT NULL UNIQUE,
      opened_at INTEGER NOT NULL,
      purge_at INTEGER NOT NULL,
      closed_at INTEGER,
      last_seq INTEGER NOT NULL,
      last_hash BLOB NOT NULL,
      officer_read INTEGER NOT NULL DEFAULT 0,
      citizen_read INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX conversations_by_purge ON conversations (purge_at);
    CREATE INDEX conversations_by_closure ON conversations (closed_at);

    CREATE TABLE entries (
      row INTEGER PRIMARY KEY,
      reference INTEGER NOT NULL REFERENCES conversations (reference) ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      id TEXT NOT NULL,
      at INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      hash BLOB NOT NULL,
      UNIQUE (reference, seq),
      UNIQUE (id, reference)
    ) STRICT;

    CREATE TABLE citizen_sessions (
      digest TEXT PRIMARY KEY,
      reference INTEGER NOT NULL REFERENCES conversations (reference) ON DELETE CASCADE,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX citizen_sessions_by_reference ON citizen_sessions (reference);
  `,
};
