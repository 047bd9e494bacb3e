import type { Migration } from './migration.ts';

/** How often each platform and each shared response was sent, by month: no identity, and no day. */
export const contentUses: Migration = {
  number: 28,
  name: 'content-uses',
  sql: `
    CREATE TABLE content_uses (
      month TEXT NOT NULL,
      kind TEXT NOT NULL,
      item TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (month, kind, item)
    ) STRICT, WITHOUT ROWID;
  `,
};
