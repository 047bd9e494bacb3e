import type { Language } from '../../../protocol/language.ts';
import { tapsEn } from './taps-en.ts';
import { tapsFr } from './taps-fr.ts';

export type Taps = typeof tapsFr;

/** The words of the taps, by language. */
export const TAPS: Readonly<Record<Language, Taps>> = { fr: tapsFr, en: tapsEn };
