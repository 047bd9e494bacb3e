import type { CitizenLanguage } from '../../../protocol/language.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { frSimple } from './fr-simple.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';
import type { Texts } from './texts.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';

/** All catalogues at once: for the relay, which words the page it sends, and for tests. A page loads the one it needs. */
export const CATALOGUES: Readonly<Record<CitizenLanguage, Texts>> = {
  fr,
  'fr-simple': frSimple,
  en,
  es,
  de,
  it,
  pt,
  ar,
  uk,
  zh,
};
