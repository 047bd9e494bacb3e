import type { Time } from '../../../protocol/ids.ts';
import { type CitizenLanguage, localeOf, writtenFor } from '../../../protocol/language.ts';

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The hour and minute where the reader is: "14:05". */
export function clockTime(at: Time, language: CitizenLanguage): string {
  return new Intl.DateTimeFormat(localeOf(language), CLOCK).format(at);
}

/** The same for the ear: "14 h 05" in French, where "14:05" is read as a ratio. */
export function spokenTime(at: Time, language: CitizenLanguage): string {
  const time = clockTime(at, language);
  return writtenFor(language) === 'fr' ? time.replace(':', ' h ') : time;
}

/** The forms of a counted sentence; `#` stands for the number. A language uses those that it has. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Says how many in a language: Arabic has six forms for it, Ukrainian four, Chinese one. */
export function counting(language: CitizenLanguage): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(localeOf(language));
  const numbers = new Intl.NumberFormat(localeOf(language));
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
