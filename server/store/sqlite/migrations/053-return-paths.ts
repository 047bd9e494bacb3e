import type { Migration } from './migration.ts';

/**
 * By what a failure that is told after the acceptance finds its answer: a random token that the letter's return path
 * carries. One a conversation, of its latest answer; it goes with the conversation.
 */
export const returnPaths: Migration = {
  number: 53,
  name: 'return-paths',
  sql: `
    CREATE TABLE return_paths (
      reference INTEGER PRIMARY KEY REFERENCES conversations (reference) ON DELETE CASCADE,
      email TEXT NOT NULL,
      token TEXT NOT NULL UNIQUE
    ) STRICT;
  `,
};
