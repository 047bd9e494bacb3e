import type { CitizenLanguage } from '../../../protocol/language.ts';
import type { phraseFr } from './phrase-fr.ts';

export type PhraseWords = typeof phraseFr;

const french = async () => (await import('./phrase-fr.ts')).phraseFr;

/** The words of coming back, by language: each a file of its own. Rejects when it cannot be had. */
export const PHRASE: Readonly<Record<CitizenLanguage, () => Promise<PhraseWords>>> = {
  fr: french,
  'fr-simple': french,
  en: async () => (await import('./phrase-en.ts')).phraseEn,
  es: async () => (await import('./phrase-es.ts')).phraseEs,
  de: async () => (await import('./phrase-de.ts')).phraseDe,
  it: async () => (await import('./phrase-it.ts')).phraseIt,
  pt: async () => (await import('./phrase-pt.ts')).phrasePt,
  ar: async () => (await import('./phrase-ar.ts')).phraseAr,
  uk: async () => (await import('./phrase-uk.ts')).phraseUk,
  zh: async () => (await import('./phrase-zh.ts')).phraseZh,
};
