import type { orientationFr } from './orientation-fr.ts';

export const orientationEn: typeof orientationFr = {
  guide: 'What is happening? Let us guide you',
  chosen: (path) => `Your choice: ${path}. The officer will see it.`,
  change: 'Change',
};
