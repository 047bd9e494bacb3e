import type { Language } from '../../../protocol/language.ts';
import { phraseEn } from './phrase-en.ts';
import { phraseFr } from './phrase-fr.ts';

export type PhraseWords = typeof phraseFr;

/** The words of coming back, by language. */
export const PHRASE: Readonly<Record<Language, PhraseWords>> = { fr: phraseFr, en: phraseEn };
