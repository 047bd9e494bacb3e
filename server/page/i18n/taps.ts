import type { CitizenLanguage } from '../../../protocol/language.ts';
import { tapsEn } from './taps-en.ts';
import { tapsFr } from './taps-fr.ts';
import { tapsAr, tapsDe, tapsEs, tapsIt, tapsPt, tapsUk, tapsZh } from './taps-others.ts';

export type Taps = typeof tapsFr;

/** The words of the taps, by language. */
export const TAPS: Readonly<Record<CitizenLanguage, Taps>> = {
  fr: tapsFr,
  'fr-simple': tapsFr,
  en: tapsEn,
  es: tapsEs,
  de: tapsDe,
  it: tapsIt,
  pt: tapsPt,
  ar: tapsAr,
  uk: tapsUk,
  zh: tapsZh,
};
