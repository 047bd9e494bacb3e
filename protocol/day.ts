import type { Time } from './ids.ts';
import { type CitizenLanguage, localeOf, writtenFor } from './language.ts';

/** A day in Paris, in words: "24 février 2027". Retention is counted on the Paris calendar. */
export function dayInWords(at: Time, language: CitizenLanguage): string {
  const text = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  }).format(at);
  return writtenFor(language) === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
