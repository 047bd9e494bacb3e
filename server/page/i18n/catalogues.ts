import type { CitizenLanguage } from '../../../protocol/language.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Texts } from './texts.ts';

/** All catalogues at once: for the relay, which words the page it sends, and for tests. A page loads the one it needs. */
export const CATALOGUES: Readonly<Record<CitizenLanguage, Texts>> = {
  fr,
  en,
  es,
};
