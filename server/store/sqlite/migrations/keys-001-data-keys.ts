import type { Migration } from './migration.ts';

/** The keys' own file: one wrapped data key a conversation, and what proves the master key is the right one. */
export const dataKeys: Migration = {
  number: 1,
  name: 'data-keys',
  sql: `
    CREATE TABLE meta (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE data_keys (
      conversation TEXT PRIMARY KEY,
      wrapped BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
