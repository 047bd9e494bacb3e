import type { serviceFr } from './service-fr.ts';

export const serviceEn: typeof serviceFr = {
  report: 'Report a problem',
};
