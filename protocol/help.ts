import * as z from 'zod/mini';
import { Language } from './language.ts';

/** What an article of the help centre is about, in the order in which the centre lists them. */
export const HELP_SUBJECTS = [
  'emergency',
  'violence',
  'minors',
  'theft',
  'online',
  'missing',
  'home',
  'road',
  'station',
  'complaint',
  'procedures',
  'foreigners',
  'careers',
  'service',
] as const;
export const HelpSubject = z.enum(HELP_SUBJECTS);
export type HelpSubject = z.infer<typeof HelpSubject>;

/** An article's name in its address, the same in every language. */
export const ArticleSlug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(60));
export type ArticleSlug = z.infer<typeof ArticleSlug>;

const Title = z.string().check(z.minLength(4), z.maxLength(90));

/** What is searched of one article. `keywords` and `text` are words as `searchWords` gives them, once each. */
export const HelpEntry = z.strictObject({
  slug: ArticleSlug,
  title: Title,
  keywords: z.string().check(z.maxLength(4_000)),
  text: z.string().check(z.maxLength(6_000)),
});
export type HelpEntry = z.infer<typeof HelpEntry>;

/** `GET /api/help?lang=fr`: all that a page needs to search the help centre by itself, off line. */
export const HelpIndex = z.strictObject({
  language: Language,
  articles: z.array(HelpEntry).check(z.maxLength(500)),
});
export type HelpIndex = z.infer<typeof HelpIndex>;

/** What a person types into the search of the help centre: the relay reads no more of it (characters). */
export const QUERY_CHARACTERS = 200;
