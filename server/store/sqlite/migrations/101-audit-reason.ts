import type { Migration } from './migration.ts';

/** Why an act was done: the reference of a request or of an order, never a sentence or a name. */
export const auditReason: Migration = {
  number: 101,
  name: 'audit-reason',
  sql: 'ALTER TABLE audit ADD COLUMN reason TEXT;',
};
