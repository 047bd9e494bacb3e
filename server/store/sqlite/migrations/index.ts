import { journal } from './001-journal.ts';
import { probe } from './002-probe.ts';
import { accounts } from './100-accounts.ts';
import { dataKeys } from './keys-001-data-keys.ts';
import type { Migration } from './migration.ts';

/** The journal database's migrations, in order. Accounts add theirs below, numbered 100 and above. */
export const MIGRATIONS: readonly Migration[] = [journal, probe, accounts];

/** The key file's migrations, in order. */
export const KEY_MIGRATIONS: readonly Migration[] = [dataKeys];
