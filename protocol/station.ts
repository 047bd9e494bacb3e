import * as z from 'zod/mini';
import { Day } from './canned.ts';
import type { Language } from './language.ts';
import { contactNumbers } from './numbers.ts';
import type { Told } from './platform.ts';

/** The operator's own name for a station: what an import knows it by again. */
export const StationId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/));
export type StationId = z.infer<typeof StationId>;

/** One line that says something: no line breaks, no tabs, nothing to trim. */
function line(most: number) {
  return z
    .string()
    .check(z.minLength(1), z.maxLength(most), z.regex(/^[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u));
}

/**
 * One number to call, as people read it: "01 99 00 12 12", "+33 1 99 00 12 12", "17". One whose first 0 was lost, as
 * spreadsheets do it, would call somebody else: it is none.
 */
export const StationPhone = z.string().check(
  z.regex(/^(?:(?:\+[1-9]|0)[\d .]{8,26}|[1-9]\d{1,3})$/),
  z.refine((phone) => phone.replace(/\D/g, '').length <= 15 && contactNumbers(phone).length === 1),
);

/**
 * A place that receives the public. The entry that sends somebody there carries a whole copy of it, so that a
 * journal says what the citizen was shown even after the directory changed. Names and addresses are as they
 * stand on the door: in no language.
 */
export const Station = z
  .strictObject({
    id: StationId,
    name: line(120),
    address: z.array(line(100)).check(z.minLength(1), z.maxLength(3)),
    postcode: z.string().check(z.regex(/^[0-9]{5}$/)),
    town: line(80),
    phone: z.nullable(StationPhone),
    /** Open day and night, every day: said in every language of the page. */
    always: z.boolean(),
    /** When it receives, in French; may be empty where that is always. */
    hours: z.union([z.literal(''), line(300)]),
    /** Absent: then the French is shown, and said to be French. */
    hoursEn: z.optional(line(300)),
    /** Null where nobody said. */
    wheelchair: z.nullable(z.boolean()),
    note: z.optional(line(300)),
    noteEn: z.optional(line(300)),
    /** When the operator last made sure of it. */
    updated: Day,
  })
  // Nobody is sent to a door without a word of when it opens.
  .check(z.refine(({ always, hours }) => always || hours !== '', { path: ['hours'] }));
export type Station = z.infer<typeof Station>;

/** Stations that one relay may hold, and the bytes of all of them as JSON: what a desk fetches at once. */
export const MOST_STATIONS = 6_000;
export const DIRECTORY_BYTES = 4 * 1024 * 1024;

/** Names one state of the directory: two that hold the same have the same. */
export const DirectoryVersion = z.string().check(z.regex(/^[0-9a-f]{16}$/));

/** The whole directory. `GET /api/desk/stations` (rule E8). */
export const Directory = z.strictObject({
  version: DirectoryVersion,
  stations: z.array(Station).check(z.maxLength(MOST_STATIONS)),
});
export type Directory = z.infer<typeof Directory>;

/** What the desk's window asks of the directory, and what it is answered. */
export const STATIONS_SHOWN = 20;
export const StationQuery = z.strictObject({ text: z.string().check(z.maxLength(80)) });
export const StationFinds = z.strictObject({
  /** The best first. */
  stations: z.array(Station).check(z.maxLength(STATIONS_SHOWN)),
  /** How many fit, shown or not. */
  total: z.int().check(z.nonnegative()),
  /** How many this desk knows; null: it was never given the directory. */
  known: z.nullable(z.int().check(z.nonnegative())),
});
export type StationFinds = z.infer<typeof StationFinds>;

/** When it receives, beside "day and night"; may be empty where that is always. */
export function stationHours({ hours, hoursEn }: Station, language: Language): Told {
  return told(hours, hoursEn, language);
}

/** What there is to know before going there; null for nothing. */
export function stationNote({ note, noteEn }: Station, language: Language): Told | null {
  return note === undefined ? null : told(note, noteEn, language);
}

function told(french: string, english: string | undefined, language: Language): Told {
  return language === 'en' && english !== undefined
    ? { text: english, language: 'en' }
    : { text: french, language: 'fr' };
}

/** "59000 Lille": the last line of an address. */
export function stationTown({ postcode, town }: Station): string {
  return `${postcode} ${town}`;
}

/** Milliseconds after which an address that nobody made sure of is to be checked before anybody is sent there. */
const DOUBTED_AFTER = 400 * 24 * 60 * 60_000;

/** Whether nobody made sure of it for more than a year. */
export function isDoubtful({ updated }: Station, now: number): boolean {
  return now - Date.parse(updated) > DOUBTED_AFTER;
}
