import type { Language } from '../../../protocol/language.ts';
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

export type { Words };

export function wordsOf(language: Language): Words {
  return language === 'fr' ? fr : en;
}

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}/${JSON.stringify(options)}`;
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'Europe/Paris', ...options });
  formats.set(key, known);
  return known;
}

/** A moment, to the second, in Paris: `at` in milliseconds since the epoch. */
export function stamp(language: Language, at: number): string {
  return format(language, { dateStyle: 'long', timeStyle: 'medium' }).format(at);
}

/** A day in Paris. */
export function dayOf(language: Language, at: number): string {
  return format(language, { dateStyle: 'long' }).format(at);
}
