import type { Language } from '../../protocol/language.ts';

/** The service works on Paris time, whatever the workstation says. */
const ZONE = 'Europe/Paris';
/** How the interface's languages write dates and numbers. */
export const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

type Formats = {
  readonly time: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
  readonly stamp: Intl.DateTimeFormat;
};

function formats(language: Language): Formats {
  const locale = LOCALES[language];
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE } as const;
  return {
    time: new Intl.DateTimeFormat(locale, clock),
    day: new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: ZONE,
    }),
    date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE }),
    stamp: new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', ...clock }),
  };
}

// Making a DateTimeFormat costs more than using it a thousand times: one set a language, for good.
const FORMATS: Record<Language, Formats> = { fr: formats('fr'), en: formats('en') };

/** `14:02`, Paris time. */
export function timeOfDay(at: number, language: Language): string {
  return FORMATS[language].time.format(at);
}

/** `lundi 24 novembre 2026`. */
export function longDay(at: number, language: Language): string {
  return FORMATS[language].day.format(at);
}

/** `24 février 2027`. */
export function longDate(at: number, language: Language): string {
  return FORMATS[language].date.format(at);
}

/** A day of the calendar such as `2027-11-30`, as `30 novembre 2027`. */
export function dayInWords(day: string, language: Language): string {
  return longDate(Date.parse(`${day}T12:00:00Z`), language);
}

/** `24/11 14:02`, for lists. */
export function shortStamp(at: number, language: Language): string {
  return FORMATS[language].stamp.format(at).replace(', ', ' ');
}

const DAY_KEY = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const HOUR_LONG = 3_600_000;
let named = { hour: Number.NaN, day: '' };

/** Names a calendar day in Paris, such as `2026-11-24`: two instants of one day have the same name. */
export function dayKey(at: number): string {
  // A day begins with an hour, in winter and in summer: what follows in a journal is mostly of the hour before it, and
  // asking the calendar again would cost more than all the rest of a row.
  const hour = Math.floor(at / HOUR_LONG);
  if (hour !== named.hour) named = { hour, day: DAY_KEY.format(at) };
  return named.day;
}

const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' });

/** The hour of the day in Paris, 0 to 23. */
export function hourOfDay(at: number): number {
  return Number(HOUR.format(at));
}

/** `4:12` or `1:04:12`: time gone by since an instant, never negative. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `< 1 min`, `4 min`, `1 h 05`: what lists show, changing once a minute so that nothing flickers. */
export function shortDuration(milliseconds: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 1) return '<\u00A01\u00A0min';
  if (minutes < 60) return `${minutes}\u00A0min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours}\u00A0h\u00A0${String(minutes % 60).padStart(2, '0')}`;
  return `${Math.floor(hours / 24)}\u00A0${language === 'fr' ? 'j' : 'd'}`;
}
