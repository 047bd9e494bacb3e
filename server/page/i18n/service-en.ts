import type { serviceFr } from './service-fr.ts';

export const serviceEn: typeof serviceFr = {
  report: 'Report a problem',
  receipt: {
    link: 'Receipt of the copy',
    explain:
      'The receipt proves later what the police answered, even after the destruction. Take it right after the copy, and keep both.',
  },
};
