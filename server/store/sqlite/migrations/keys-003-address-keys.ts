import type { Migration } from './migration.ts';

/**
 * One wrapped key an address, apart from its conversation's: an address goes months before its conversation,
 * and then no backup of the journal may give it back either.
 */
export const addressKeys: Migration = {
  number: 3,
  name: 'address-keys',
  sql: `
    CREATE TABLE address_keys (
      conversation TEXT PRIMARY KEY,
      wrapped BLOB NOT NULL,
      master TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
