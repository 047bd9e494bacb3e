import type { Migration } from './migration.ts';

/** What outlives a purge: how many of what on which day in Paris. No id, no hour, no officer. */
export const dailyCounters: Migration = {
  number: 3,
  name: 'daily-counters',
  sql: `
    CREATE TABLE daily_counters (
      day TEXT NOT NULL,
      name TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (day, name)
    ) STRICT, WITHOUT ROWID;
  `,
};
