import type { Migration } from './migration.ts';

/**
 * The other hosts that a link was allowed to lead to when it was asked, as a JSON array in order: what was found of it
 * says nothing once a supervisor allows another.
 */
export const linksLead: Migration = {
  number: 54,
  name: 'links-lead',
  sql: `ALTER TABLE link_health ADD COLUMN also_at TEXT NOT NULL DEFAULT '[]'`,
};
