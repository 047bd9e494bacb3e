import type { Migration } from './migration.ts';

/** The operator's directory of places that receive the public: what an import put there, whole. */
export const stations: Migration = {
  number: 40,
  name: 'stations',
  sql: `
    CREATE TABLE stations (
      station TEXT PRIMARY KEY,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
