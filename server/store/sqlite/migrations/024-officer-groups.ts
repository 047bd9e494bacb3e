import type { Migration } from './migration.ts';

/** Groups of officers to whom a conversation may be given. What a journal says of a group, it says by itself. */
export const officerGroups: Migration = {
  number: 24,
  name: 'officer-groups',
  sql: `
    CREATE TABLE officer_groups (
      group_id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE officer_group_members (
      group_id TEXT NOT NULL REFERENCES officer_groups (group_id) ON DELETE CASCADE,
      officer TEXT NOT NULL REFERENCES officers (officer) ON DELETE CASCADE,
      PRIMARY KEY (group_id, officer)
    ) STRICT, WITHOUT ROWID;
  `,
};
