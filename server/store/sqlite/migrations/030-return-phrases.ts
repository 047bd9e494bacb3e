import type { Migration } from './migration.ts';

/** What a citizen who left in a hurry comes back by: a sealed hash, and how often somebody was wrong. */
export const returnPhrases: Migration = {
  number: 30,
  name: 'return-phrases',
  sql: `
    CREATE TABLE return_phrases (
      reference INTEGER PRIMARY KEY REFERENCES conversations (reference) ON DELETE CASCADE,
      sealed BLOB NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0
    ) STRICT;
  `,
};
