import type { Time } from '../../../protocol/ids.ts';
import type { Language } from '../../../protocol/language.ts';

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** The hour and minute where the reader is: "14:05". */
export function clockTime(at: Time, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** The same for the ear: "14 h 05" in French, where "14:05" is read as a ratio. */
export function spokenTime(at: Time, language: Language): string {
  const time = clockTime(at, language);
  return language === 'fr' ? time.replace(':', ' h ') : time;
}

/** A day in Paris, in words: "24 février 2027". Retention is counted on the Paris calendar. */
export function dayInWords(at: Time, language: Language): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  }).format(at);
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
