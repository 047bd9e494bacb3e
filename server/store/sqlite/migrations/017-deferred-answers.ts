import type { Migration } from './migration.ts';

/**
 * The address a citizen left, beside the journal and not in it: an entry is chained and stays, an address is
 * destroyed as soon as it has served. And the answers that wait for a mail server: ids and times only, their
 * text is the sealed entry, their destination the sealed address.
 */
export const deferredAnswers: Migration = {
  number: 17,
  name: 'deferred-answers',
  sql: `
    CREATE TABLE deferred_addresses (
      reference INTEGER PRIMARY KEY REFERENCES conversations (reference) ON DELETE CASCADE,
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE outgoing_mail (
      reference INTEGER PRIMARY KEY REFERENCES conversations (reference) ON DELETE CASCADE,
      email TEXT NOT NULL UNIQUE,
      seq INTEGER NOT NULL,
      queued_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX outgoing_mail_by_due ON outgoing_mail (due_at);
  `,
};
