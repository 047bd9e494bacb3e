import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HelpIndex, QUERY_CHARACTERS } from '../../protocol/help.ts';
import { searchable, searchHelp } from '../../protocol/help-search.ts';
import type { Terms } from '../../protocol/http.ts';
import type { Language } from '../../protocol/language.ts';
import type { Platform } from '../../protocol/platform.ts';
import { type Article, type Articles, searchEntry } from '../content/articles.ts';
import { LEGAL_NAMES, type LegalTexts } from '../content/pages.ts';
import { articlePage, helpPage } from './help-pages.ts';
import { html } from './html.ts';
import { chatCall, layout, wordsFor } from './layout.ts';
import { legalPage, termsPage } from './legal-pages.ts';
import { platformsPage } from './platforms-page.ts';
import { to, type Visit } from './visit.ts';

/** What one search may find at most. */
const RESULTS = 10;
/** The page's own styles after the tokens, so that both look alike, then what only the site has. */
const SHEETS = ['../../design/tokens.css', '../page/styles/base.css', '../page/styles/shell.css', 'site.css'];

export type SitePage = { readonly status: 200 | 404; readonly html: string };

/** What the relay serves besides the chat, complete without a script. */
export type Site = {
  readonly sheet: { readonly path: string; readonly css: string };
  /** The answer to a path, or null when the path is none of the site's. `query` is what a search asks for. */
  page(visit: Visit, query: string | null): SitePage | null;
  index(language: Language): HelpIndex;
};

export type SiteOptions = {
  readonly platforms: readonly Platform[];
  readonly articles: Articles;
  readonly legal: LegalTexts;
  readonly terms: (language: Language) => Terms;
  readonly now: () => number;
};

function readSheet(): Site['sheet'] {
  const css = SHEETS.map((file) => readFileSync(resolve(import.meta.dirname, file), 'utf8')).join('\n');
  const digest = createHash('sha256').update(css).digest('hex').slice(0, 12);
  return { path: `/assets/site-${digest}.css`, css };
}

export function createSite({ platforms, articles, legal, terms, now }: SiteOptions): Site {
  const sheet = readSheet();
  const byId = new Map(platforms.map((platform) => [platform.id, platform]));
  const inLanguage = (language: Language): readonly Article[] => articles.get(language) ?? [];
  const indexes = new Map(
    [...articles].map(([language, found]) => {
      const entries = found.map((article) => searchEntry(article, byId));
      return [
        language,
        { index: HelpIndex.parse({ language, articles: entries }), words: searchable(entries) },
      ];
    }),
  );

  function search(language: Language, query: string): readonly Article[] {
    const index = indexes.get(language);
    if (index === undefined) return [];
    const found = searchHelp(index.words, query, RESULTS).map(({ slug }) => slug);
    return found.flatMap((slug) => inLanguage(language).find((article) => article.slug === slug) ?? []);
  }

  function missing(visit: Visit): SitePage {
    const words = wordsFor(visit.language);
    const content = html`<p>${words.missing.text}</p>
<ul><li><a href="${to(visit, '/aide')}">${words.nav.help}</a></li>
<li><a href="${to(visit, '/plateformes')}">${words.nav.platforms}</a></li></ul>${chatCall(visit)}`;
    return { status: 404, html: layout(visit, sheet.path, words.missing.title, content) };
  }

  function help(visit: Visit, asked: string | null): SitePage {
    const query = (asked ?? '').slice(0, QUERY_CHARACTERS).trim();
    const found = query === '' ? null : search(visit.language, query);
    const content = helpPage(inLanguage(visit.language), found, query, visit);
    return { status: 200, html: layout(visit, sheet.path, wordsFor(visit.language).help.title, content) };
  }

  function article(visit: Visit, slug: string): SitePage {
    const articlesHere = inLanguage(visit.language);
    const found = articlesHere.find((candidate) => candidate.slug === slug);
    if (found === undefined) return missing(visit);
    const today = new Date(now()).toISOString().slice(0, 10);
    const content = articlePage(found, articlesHere, byId, visit, today);
    return { status: 200, html: layout(visit, sheet.path, found.title, content) };
  }

  function legalText(visit: Visit): SitePage | null {
    if (visit.path === '/conditions') {
      const inForce = terms(visit.language);
      return { status: 200, html: layout(visit, sheet.path, inForce.title, termsPage(inForce, visit)) };
    }
    const name = LEGAL_NAMES.find((candidate) => visit.path === `/${candidate}`);
    const text = name === undefined ? undefined : legal.get(name)?.get(visit.language);
    if (text === undefined) return null;
    return { status: 200, html: layout(visit, sheet.path, text.title, legalPage(text, byId, visit)) };
  }

  return {
    sheet,
    page(visit, query) {
      const { path } = visit;
      if (path === '/aide') return help(visit, query);
      if (path.startsWith('/aide/')) return article(visit, path.slice('/aide/'.length));
      if (path === '/plateformes') {
        const { platforms: words } = wordsFor(visit.language);
        const content = html`${platformsPage(platforms, inLanguage(visit.language), visit)}${chatCall(visit)}`;
        return { status: 200, html: layout(visit, sheet.path, words.title, content) };
      }
      return legalText(visit);
    },
    index: (language) => indexes.get(language)?.index ?? { language, articles: [] },
  };
}
