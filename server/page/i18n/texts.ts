import type { CitizenLanguage } from '../../../protocol/language.ts';
import type { fr } from './fr.ts';

/** The shape of a catalogue: the French one's. A text missing from another is a type error. */
export type Texts = typeof fr;

/** Each catalogue is a file of its own, which a page loads when it speaks that language. */
const CATALOGUES: Readonly<Record<CitizenLanguage, () => Promise<Texts>>> = {
  fr: async () => (await import('./fr.ts')).fr,
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
};

/** The words of a language. Rejects when their file cannot be had. */
export function loadTexts(language: CitizenLanguage): Promise<Texts> {
  return CATALOGUES[language]();
}
