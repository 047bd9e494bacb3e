import type { serviceFr } from './service-fr.ts';

export const serviceEn: typeof serviceFr = {
  announcement: 'Announcement of the service',
  report: 'Report a problem',
  receipt: {
    link: 'Receipt of the copy',
    explain:
      'The receipt proves later what the police answered, even after the destruction. Take it right after the copy, and keep both.',
  },
  satisfaction: {
    ask: 'Did you get what you needed?',
    yes: 'Yes',
    partly: 'In part',
    no: 'No',
    anonymous: 'Optional and anonymous: only a number of answers a day is kept.',
    thanks: 'Thank you, your answer is counted.',
    failed: 'Your answer could not be counted. It does not matter.',
  },
};
