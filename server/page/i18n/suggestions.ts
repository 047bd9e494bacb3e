import type { CitizenLanguage } from '../../../protocol/language.ts';
import { suggestionsEn } from './suggestions-en.ts';
import { suggestionsFr } from './suggestions-fr.ts';
import {
  suggestionsAr,
  suggestionsDe,
  suggestionsEs,
  suggestionsIt,
  suggestionsPt,
  suggestionsUk,
  suggestionsZh,
} from './suggestions-others.ts';

export type SuggestionWords = typeof suggestionsFr;

/** The words of the suggested articles, by language. */
export const SUGGESTIONS: Readonly<Record<CitizenLanguage, SuggestionWords>> = {
  fr: suggestionsFr,
  'fr-simple': suggestionsFr,
  en: suggestionsEn,
  es: suggestionsEs,
  de: suggestionsDe,
  it: suggestionsIt,
  pt: suggestionsPt,
  ar: suggestionsAr,
  uk: suggestionsUk,
  zh: suggestionsZh,
};
