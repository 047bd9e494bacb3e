import type { Language } from '../../../protocol/language.ts';
import { suggestionsEn } from './suggestions-en.ts';
import { suggestionsFr } from './suggestions-fr.ts';

/** The words of the suggested articles, by language. */
export const SUGGESTIONS: Readonly<Record<Language, typeof suggestionsFr>> = {
  fr: suggestionsFr,
  en: suggestionsEn,
};
