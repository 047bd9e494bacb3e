import type { Language } from '../../protocol/language.ts';
import { LOCALES } from './time.ts';

/** What is wrong with a day as it is typed: it is none yet, its year is not whole, or no calendar has it. */
export type DayProblem = 'unclear' | 'year' | 'impossible';

const FORMAT = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
const FORMATS: Record<Language, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat(LOCALES.fr, FORMAT),
  en: new Intl.DateTimeFormat(LOCALES.en, FORMAT),
};

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
/** The day first, as both languages of the interface write it; with what is usual between the parts, or nothing. */
const TYPED = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d+)$|^(\d{2})(\d{2})(\d{4})$/;

type Parts = { readonly year: number; readonly month: number; readonly day: number };

function partsTyped(text: string): Parts | null {
  const found = TYPED.exec(text.trim());
  if (found === null) return null;
  const [day, month, year] = found.slice(1).filter((part) => part !== undefined);
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function partsOfDay(value: string): Parts | null {
  const [, year, month, day] = DAY.exec(value) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

function isReal({ year, month, day }: Parts): boolean {
  const meant = new Date(Date.UTC(year, month - 1, day));
  return meant.getUTCMonth() === month - 1 && meant.getUTCDate() === day;
}

const two = (part: number) => String(part).padStart(2, '0');

/** What was typed as a day such as `2027-11-30`; as long as it is none, exactly what was typed. */
export function dayMeant(typed: string): string {
  const parts = partsTyped(typed);
  if (parts === null || parts.year < 1000 || parts.year > 9999 || !isReal(parts)) return typed;
  return `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
}

/** A day as the interface's language writes it, `30/11/2027`; what is no day yet as it was typed. */
export function dayShown(value: string, language: Language): string {
  const parts = partsOfDay(value);
  if (parts === null || !isReal(parts)) return value;
  return FORMATS[language].format(Date.UTC(parts.year, parts.month - 1, parts.day));
}

/** Why what `dayMeant` gave is no day; null for a day, and for nothing at all. */
export function dayProblem(value: string): DayProblem | null {
  if (value.trim() === '') return null;
  const parts = partsOfDay(value) ?? partsTyped(value);
  if (parts === null) return 'unclear';
  if (parts.year < 1000 || parts.year > 9999) return 'year';
  return isReal(parts) ? null : 'impossible';
}
