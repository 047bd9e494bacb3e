import type { Migration } from './migration.ts';

/** The id of an answer is its own conversation's: that another conversation has the same must not refuse either. */
export const mailIds: Migration = {
  number: 55,
  name: 'mail-ids',
  sql: `
    CREATE TABLE outgoing_mail_by_conversation (
      reference INTEGER PRIMARY KEY REFERENCES conversations (reference) ON DELETE CASCADE,
      email TEXT NOT NULL,
      seq INTEGER NOT NULL,
      queued_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    INSERT INTO outgoing_mail_by_conversation SELECT reference, email, seq, queued_at, due_at, attempts FROM outgoing_mail;
    DROP TABLE outgoing_mail;
    ALTER TABLE outgoing_mail_by_conversation RENAME TO outgoing_mail;
    CREATE INDEX outgoing_mail_by_due ON outgoing_mail (due_at);
  `,
};
