import type { Migration } from './migration.ts';

/** Who may open no conversation for a time. A row goes with the conversation that brought it about. */
export const blocks: Migration = {
  number: 21,
  name: 'blocks',
  sql: `
    CREATE TABLE blocks (
      block TEXT PRIMARY KEY,
      what TEXT NOT NULL,
      conversation TEXT NOT NULL,
      digest TEXT,                 -- HMAC of the address under the conversation's key; null for a session
      officer TEXT NOT NULL,
      reason TEXT NOT NULL,
      at INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX blocks_by_conversation ON blocks (conversation);
    CREATE TRIGGER blocks_go_with_their_conversation AFTER DELETE ON conversations
      BEGIN DELETE FROM blocks WHERE conversation = OLD.conversation; END;
  `,
};
