import type { Articles } from '../content/articles.ts';
import type { LegalTexts } from '../content/pages.ts';

/** The articles and legal pages, by their French titles, that lead to a platform: it may not be removed under them. */
export function namesLeadingTo(platform: string, articles: Articles, legal: LegalTexts): readonly string[] {
  const reading = (articles.get('fr') ?? []).filter(({ platforms }) => platforms.includes(platform));
  const pages = [...legal.values()].flatMap((texts) => texts.get('fr') ?? []);
  return [...reading, ...pages.filter(({ platforms }) => platforms.includes(platform))].map(
    ({ title }) => title,
  );
}
