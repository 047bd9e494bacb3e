import type { Migration } from './migration.ts';

/**
 * Which officers' desks have yet to destroy their copy of an erased conversation. A notice ends with the
 * conversation's own time (`until`): then every desk has destroyed its copy by itself.
 */
export const erasureNotices: Migration = {
  number: 4,
  name: 'erasure-notices',
  sql: `
    CREATE TABLE erasure_notices (
      conversation TEXT NOT NULL,
      officer TEXT NOT NULL,
      erased_at INTEGER NOT NULL,
      until INTEGER NOT NULL,
      took_part INTEGER NOT NULL,
      confirmed_at INTEGER,
      PRIMARY KEY (conversation, officer)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX erasure_notices_by_officer ON erasure_notices (officer);
    CREATE INDEX erasure_notices_by_end ON erasure_notices (until);
  `,
};
