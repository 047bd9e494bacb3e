import type { Migration } from './migration.ts';

/** How the catalogue's links stood when last checked, so that a restart forgets nothing and asks nobody again. */
export const linkHealth: Migration = {
  number: 20,
  name: 'link-health',
  sql: `
    CREATE TABLE link_health (
      platform TEXT PRIMARY KEY,
      url TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      status INTEGER,
      checked_at INTEGER NOT NULL,
      failures INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
