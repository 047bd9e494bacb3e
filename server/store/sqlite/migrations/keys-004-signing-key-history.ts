import type { Migration } from './migration.ts';

/**
 * When each signing key began and ended. A retired one keeps its public part for ever, because what it signed is
 * still to be verified; its private part is destroyed.
 */
export const signingKeyHistory: Migration = {
  number: 4,
  name: 'signing-key-history',
  sql: `
    ALTER TABLE signing_keys ADD COLUMN created_at INTEGER;
    ALTER TABLE signing_keys ADD COLUMN retired_at INTEGER;
  `,
};
