/** Journals with their cursors, heads, drafts, outbox, content, and what the cache knows of time. */
export const firstTables = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE conversations (
  conversation TEXT PRIMARY KEY,
  opened_at INTEGER NOT NULL,
  purge_at INTEGER NOT NULL,
  cursor INTEGER NOT NULL DEFAULT 0,
  listed INTEGER NOT NULL DEFAULT 0,  -- in the relay's present list
  mine INTEGER NOT NULL DEFAULT 0,    -- held by this officer, or closed while they held it
  closed_at INTEGER,
  head TEXT                           -- JSON; null when only the journal is known
) STRICT, WITHOUT ROWID;
CREATE INDEX conversations_by_purge ON conversations (purge_at);
CREATE INDEX conversations_by_closure ON conversations (closed_at) WHERE mine = 1;

CREATE TABLE entries (
  conversation TEXT NOT NULL REFERENCES conversations (conversation) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  entry TEXT NOT NULL,                -- JSON
  PRIMARY KEY (conversation, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  conversation TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  opened_at INTEGER NOT NULL,         -- the conversation's, or when it was typed
  purge_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  conversation TEXT NOT NULL,
  item TEXT NOT NULL,                 -- JSON
  opened_at INTEGER NOT NULL,
  purge_at INTEGER NOT NULL
) STRICT;
`;
