import type { suggestionsFr } from './suggestions-fr.ts';

export const suggestionsEn: typeof suggestionsFr = {
  title: 'Meanwhile, these articles may answer you',
  keep: 'They open apart: you keep your place.',
};
