import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Prepared once, never committed: runtimes, states of the scripts. */
export const CACHE = join(ROOT, '.cache');
