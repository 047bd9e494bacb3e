import type { Migration } from './migration.ts';

/** What the service announces to everybody: one at a time, with its end. */
export const announcement: Migration = {
  number: 32,
  name: 'announcement',
  sql: `
    CREATE TABLE announcement (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      fr TEXT NOT NULL,
      en TEXT NOT NULL,
      from_at INTEGER NOT NULL,
      until_at INTEGER NOT NULL
    ) STRICT;
  `,
};
