import type { CitizenLanguage } from '../../../protocol/language.ts';
import type { fr } from './fr.ts';

/** The shape of a catalogue: the French one's. A text missing from another is a type error. */
export type Texts = typeof fr;

/** Each catalogue is a file of its own, which a page loads when it speaks that language. */
const CATALOGUES: Readonly<Record<CitizenLanguage, () => Promise<Texts>>> = {
  fr: async () => (await import('./fr.ts')).fr,
  'fr-simple': async () => (await import('./fr-simple.ts')).frSimple,
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  de: async () => (await import('./de.ts')).de,
  it: async () => (await import('./it.ts')).it,
  pt: async () => (await import('./pt.ts')).pt,
  ar: async () => (await import('./ar.ts')).ar,
  uk: async () => (await import('./uk.ts')).uk,
  zh: async () => (await import('./zh.ts')).zh,
};

/** The words of a language. Rejects when their file cannot be had. */
export function loadTexts(language: CitizenLanguage): Promise<Texts> {
  return CATALOGUES[language]();
}
