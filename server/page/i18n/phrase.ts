import type { CitizenLanguage } from '../../../protocol/language.ts';
import { phraseEn } from './phrase-en.ts';
import { phraseFr } from './phrase-fr.ts';
import { phraseAr, phraseDe, phraseEs, phraseIt, phrasePt, phraseUk, phraseZh } from './phrase-others.ts';

export type PhraseWords = typeof phraseFr;

/** The words of coming back, by language. */
export const PHRASE: Readonly<Record<CitizenLanguage, PhraseWords>> = {
  fr: phraseFr,
  'fr-simple': phraseFr,
  en: phraseEn,
  es: phraseEs,
  de: phraseDe,
  it: phraseIt,
  pt: phrasePt,
  ar: phraseAr,
  uk: phraseUk,
  zh: phraseZh,
};
