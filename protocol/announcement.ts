import * as z from 'zod/mini';
import { Time } from './ids.ts';
import { type CitizenLanguage, writtenFor } from './language.ts';
import { LIMITS } from './limits.ts';

const Words = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(LIMITS.announcementCharacters), z.regex(/^[^\p{Cc}]*$/u));

/** What the service has to say to everybody, such as a maintenance (terms of use, article 10), and for how long. */
export const Announcement = z.strictObject({ fr: Words, en: Words, from: Time, until: Time });
export type Announcement = z.infer<typeof Announcement>;

/** For a visitor of this language: French, which binds (article 16), or else English. */
export function announced(announcement: Announcement, language: CitizenLanguage): string {
  return announcement[writtenFor(language)];
}
