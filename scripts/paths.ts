import { dirname, join } from 'node:path';

/** The repository's folder. */
export const ROOT = dirname(import.meta.dirname);

/** Prepared once, never committed: runtimes, states of the scripts. */
export const CACHE = join(ROOT, '.cache');

/** The relay's program. */
export const RELAY = join(ROOT, 'server/main.ts');

/** The relay's administration. */
export const ADMIN = join(ROOT, 'server/cli/admin.ts');
