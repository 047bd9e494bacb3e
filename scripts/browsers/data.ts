import { createRequire } from 'node:module';
import type { CompatData } from '@mdn/browser-compat-data';

/** What browsers can do, by MDN: which version has each feature, and when it came out. Twenty megabytes are no module. */
export const bcd = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData;
