import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ArticleSlug, type HelpEntry, HelpSubject } from '../../protocol/help.ts';
import { meaningfulWords } from '../../protocol/help-search.ts';
import { LANGUAGES, type Language } from '../../protocol/language.ts';
import { type Platform, PlatformId } from '../../protocol/platform.ts';
import { ContentError, SHIPPED_CONTENT } from './files.ts';
import { listInLine, readMarkdown } from './front-matter.ts';

const Words = z.string().min(1).max(120);
const Day = z.iso.date();

const Keywords = listInLine(z.string().min(2).max(40));
const Title = z.string().min(4).max(90);

/** What a translation says for itself. */
const TranslatedFront = z.strictObject({ title: Title, audience: Words, keywords: Keywords });

/** The French article, the reference: its translations have the same subject, source, dates and platforms. */
const ReferenceFront = z
  .strictObject({
    ...TranslatedFront.shape,
    subject: HelpSubject,
    source: z.url({ protocol: /^https$/ }).max(300),
    /** The day on which somebody last read it against its source. */
    checked: Day,
    /** After this day it is shown as to be checked anew. */
    validUntil: Day,
    platforms: listInLine(PlatformId),
  })
  .refine(({ checked, validUntil }) => checked < validUntil, { message: 'validUntil is before checked' });

export type Article = z.output<typeof ReferenceFront> & {
  readonly slug: string;
  readonly language: Language;
  /** Markdown. */
  readonly body: string;
};

export type Articles = ReadonlyMap<Language, readonly Article[]>;

function slugsIn(directory: string, language: Language): readonly string[] {
  const folder = join(directory, 'articles', language);
  if (!existsSync(folder)) throw new ContentError(`articles/${language}: missing`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}

function readReference(directory: string, slug: string): Article {
  const file = `articles/fr/${slug}.md`;
  if (!ArticleSlug.safeParse(slug).success) throw new ContentError(`${file}: not a name for an address`);
  const { front, body } = readMarkdown(directory, file, ReferenceFront);
  return { ...front, slug, language: 'fr', body };
}

function readTranslation(directory: string, reference: Article, language: Language): Article {
  const file = `articles/${language}/${reference.slug}.md`;
  const { front, body } = readMarkdown(directory, file, TranslatedFront);
  return { ...reference, ...front, language, body };
}

/**
 * The help centre of a directory, in every language. Throws `ContentError` naming the file when an article is
 * malformed, lacks a translation, translates nothing, or leads to a platform that is not in the catalogue.
 */
export function loadArticles(platforms: readonly Platform[], directory: string = SHIPPED_CONTENT): Articles {
  const known = new Set(platforms.map(({ id }) => id));
  const references = slugsIn(directory, 'fr').map((slug) => readReference(directory, slug));
  for (const { slug, platforms: named } of references) {
    const unknown = named.filter((id) => !known.has(id));
    if (unknown.length > 0)
      throw new ContentError(`articles/fr/${slug}.md: unknown platform ${unknown.join(', ')}`);
  }
  const slugs = new Set(references.map(({ slug }) => slug));
  const articles = new Map<Language, readonly Article[]>();
  for (const language of LANGUAGES) {
    if (language === 'fr') {
      articles.set(language, references);
      continue;
    }
    const stray = slugsIn(directory, language).find((slug) => !slugs.has(slug));
    if (stray !== undefined) throw new ContentError(`articles/${language}/${stray}.md: translates nothing`);
    articles.set(
      language,
      references.map((reference) => readTranslation(directory, reference, language)),
    );
  }
  return articles;
}

/** Articles whose validity ends on or before a day (`2027-03-01`): somebody must read them again. */
export function articlesToCheck(articles: Articles, day: string): readonly Article[] {
  return (articles.get('fr') ?? []).filter(({ validUntil }) => validUntil <= day);
}

/** What is searched of an article: its own words and the everyday words of the platforms it leads to. */
export function searchEntry(article: Article, platforms: ReadonlyMap<string, Platform>): HelpEntry {
  const led = article.platforms.flatMap((id) => platforms.get(id) ?? []);
  const names = led.map(({ nameFr, nameEn }) => (article.language === 'fr' ? nameFr : nameEn));
  const everyday = led.flatMap(({ keywords = [] }) => keywords);
  const keywords = meaningfulWords(article.keywords.join(' '));
  const text = meaningfulWords([article.body, ...names, ...everyday].join(' '));
  return {
    slug: article.slug,
    title: article.title,
    keywords: keywords.join(' '),
    text: text.filter((word) => !keywords.includes(word)).join(' '),
  };
}

/** The help centre of a service's own directory; none when it brings none: those shipped may lead to what it lacks. */
export function loadOwnArticles(platforms: readonly Platform[], directory: string): Articles {
  return existsSync(join(directory, 'articles')) ? loadArticles(platforms, directory) : new Map();
}
