import type { Migration } from './migration.ts';

/** Where the relay writes, and wipes, a few pages to learn whether a full disk has room again. */
export const probe: Migration = {
  number: 2,
  name: 'probe',
  sql: `CREATE TABLE probe (one INTEGER PRIMARY KEY CHECK (one = 1), ballast BLOB NOT NULL) STRICT;`,
};
