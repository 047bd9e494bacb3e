import type { Migration } from './migration.ts';

/**
 * Each wrapped key names the master key that wrapped it, so that a rotation can stop anywhere and go on, and
 * says when it must be destroyed, whether or not its journal is still there.
 *
 * The receipts of destruction live with the keys, because destroying a key *is* the destruction: both are
 * one transaction, and restoring a journal takes nothing away from them.
 */
export const rotationAndReceipts: Migration = {
  number: 2,
  name: 'rotation-and-receipts',
  sql: `
    ALTER TABLE data_keys ADD COLUMN master TEXT NOT NULL DEFAULT '';
    ALTER TABLE data_keys ADD COLUMN purge_at INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX data_keys_by_purge ON data_keys (purge_at);
    CREATE TABLE signing_keys (
      id TEXT PRIMARY KEY,
      public TEXT NOT NULL,
      wrapped BLOB NOT NULL,
      master TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE receipts (
      number INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      content TEXT NOT NULL,
      signature TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER receipts_are_not_edited BEFORE UPDATE ON receipts
    BEGIN
      SELECT RAISE(ABORT, 'receipts are not edited');
    END;
    CREATE TRIGGER receipts_are_kept BEFORE DELETE ON receipts
    BEGIN
      SELECT RAISE(ABORT, 'receipts are kept');
    END;
  `,
};
