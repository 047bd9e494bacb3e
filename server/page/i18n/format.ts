import type { Time } from '../../../protocol/ids.ts';
import { type CitizenLanguage, writtenFor } from '../../../protocol/language.ts';

/** Arabic with the digits of this country's telephones, which are also the Maghreb's. */
const LOCALES: Readonly<Record<CitizenLanguage, string>> = {
  fr: 'fr-FR',
  'fr-simple': 'fr-FR',
  en: 'en-GB',
  es: 'es-ES',
  de: 'de-DE',
  it: 'it-IT',
  pt: 'pt-PT',
  ar: 'ar-u-nu-latn',
  uk: 'uk-UA',
  zh: 'zh-CN',
};

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The hour and minute where the reader is: "14:05". */
export function clockTime(at: Time, language: CitizenLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], CLOCK).format(at);
}

/** The same for the ear: "14 h 05" in French, where "14:05" is read as a ratio. */
export function spokenTime(at: Time, language: CitizenLanguage): string {
  const time = clockTime(at, language);
  return writtenFor(language) === 'fr' ? time.replace(':', ' h ') : time;
}

/** A day in Paris, in words: "24 février 2027". Retention is counted on the Paris calendar. */
export function dayInWords(at: Time, language: CitizenLanguage): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  }).format(at);
  return writtenFor(language) === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** The forms of a counted sentence; `#` stands for the number. A language uses those that it has. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Says how many in a language: Arabic has six forms for it, Ukrainian four, Chinese one. */
export function counting(language: CitizenLanguage): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(LOCALES[language]);
  const numbers = new Intl.NumberFormat(LOCALES[language]);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
