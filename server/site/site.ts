import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PublishedKey } from '../../protocol/answer-receipt.ts';
import { HelpIndex, QUERY_CHARACTERS } from '../../protocol/help.ts';
import { searchable, searchHelp } from '../../protocol/help-search.ts';
import type { Terms } from '../../protocol/http.ts';
import { newId } from '../../protocol/ids.ts';
import type { CitizenLanguage, Language } from '../../protocol/language.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { RequestKind } from '../../protocol/request.ts';
import { type Article, type Articles, searchEntry } from '../content/articles.ts';
import { type Orientation, pathTo } from '../content/orientation.ts';
import { LEGAL_NAMES, type LegalTexts } from '../content/pages.ts';
import { audienceSection } from './audience/page.ts';
import { articlePage, helpPage } from './help-pages.ts';
import { html, type Piece } from './html.ts';
import { chatCall, layout, type SiteFiles, wordsFor } from './layout.ts';
import { legalPage, termsPage } from './legal-pages.ts';
import { endPage, questionPage } from './orientation-pages.ts';
import { platformsPage } from './platforms-page.ts';
import {
  type FormPage,
  malfunctionForm,
  REQUEST_PATHS,
  type ReceivedPage,
  receivedPage,
  requestWords,
  rightsForm,
} from './requests/pages.ts';
import { emptyForm } from './requests/reading.ts';
import { VERIFICATION_PATH, verificationPage, verificationWords } from './verification/page.ts';
import { to, type Visit } from './visit.ts';

/** What one search may find at most. */
const RESULTS = 10;
/** The page's own styles after the tokens, so that both look alike, then what only the site has. */
const SHEETS = [
  '../../design/tokens.css',
  '../page/styles/base.css',
  '../page/styles/shell.css',
  '../page/styles/deferred.css',
  'site.css',
];

export type SitePage = {
  readonly status: 200 | 404;
  readonly html: string;
  /** Of this visit alone: not to be kept for the next. */
  readonly own?: true;
  /** In what the person speaks, not only in what the site is written in. */
  readonly translated?: true;
};

/** What a sent form is answered with. */
export type FormAnswer =
  | ({ readonly kind: 'again' } & Pick<FormPage, 'entered' | 'trouble'>)
  | ({ readonly kind: 'received' } & Omit<ReceivedPage, 'about' | 'canMail' | 'dpo'>);

/** What the relay serves besides the chat, complete without a script. */
export type Site = {
  readonly files: SiteFiles;
  /** The answer to a path, or null when the path is none of the site's. `query` is what a search asks for. */
  page(visit: Visit, query: string | null): SitePage | null;
  /** The answer to a form that was sent to the visit's path. */
  answer(visit: Visit, about: RequestKind, answer: FormAnswer): string;
  /** Whether the forms ask for an e-mail address. */
  readonly canMail: boolean;
  index(language: Language): HelpIndex;
  /** What was chosen to get to an end of the guided orientation; null for an id that is none. */
  chosen(id: unknown, language: CitizenLanguage): string[] | null;
};

export type SiteOptions = {
  /** The catalogue in force: the same list until it changes. */
  readonly platforms: () => readonly Platform[];
  readonly articles: Articles;
  readonly legal: LegalTexts;
  /** Null where a service brings its own content without a tree. */
  readonly orientation?: Orientation | null;
  readonly terms: (language: Language) => Terms;
  readonly now: () => number;
  /** Whether a form may ask for an e-mail address. */
  readonly canMail: boolean;
  /** Where people write about their data. */
  readonly dpo: string;
  /** The public keys that verify receipts of answers. */
  readonly receiptKeys: () => readonly PublishedKey[];
};

function readFiles(): SiteFiles {
  const read = (file: string) => readFileSync(resolve(import.meta.dirname, file), 'utf8');
  const named = (name: string, ending: string, text: string) => {
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
    return { path: `/assets/${name}-${digest}.${ending}`, text };
  };
  return {
    sheet: named('site', 'css', SHEETS.map(read).join('\n')),
    script: named('exit', 'js', read('exit.js')),
  };
}

export function createSite(options: SiteOptions): Site {
  const { platforms, articles, legal, terms, now, canMail, dpo, receiptKeys, orientation = null } = options;
  const files = readFiles();
  let known = platforms();
  let ids = new Map(known.map((platform) => [platform.id, platform]));
  const byId = (): ReadonlyMap<string, Platform> => {
    if (known === platforms()) return ids;
    known = platforms();
    ids = new Map(known.map((platform) => [platform.id, platform]));
    return ids;
  };
  const inLanguage = (language: Language): readonly Article[] => articles.get(language) ?? [];
  const indexes = new Map(
    [...articles].map(([language, found]) => {
      const entries = found.map((article) => searchEntry(article, byId()));
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
    return { status: 404, html: layout(visit, files, words.missing.title, content) };
  }

  function help(visit: Visit, asked: string | null): SitePage {
    const query = (asked ?? '').slice(0, QUERY_CHARACTERS).trim();
    const found = query === '' ? null : search(visit.language, query);
    const content = helpPage(inLanguage(visit.language), found, query, visit);
    return { status: 200, html: layout(visit, files, wordsFor(visit.language).help.title, content) };
  }

  function article(visit: Visit, slug: string): SitePage {
    const articlesHere = inLanguage(visit.language);
    const found = articlesHere.find((candidate) => candidate.slug === slug);
    if (found === undefined) return missing(visit);
    const today = new Date(now()).toISOString().slice(0, 10);
    const content = articlePage(found, articlesHere, byId(), visit, today);
    return { status: 200, html: layout(visit, files, found.title, content) };
  }

  /** The form's page: the one for the rights stands under what explains them. */
  function formPage(visit: Visit, about: RequestKind, given: Pick<FormPage, 'entered' | 'trouble'>): string {
    const page = { ...given, canMail, dpo };
    const text = about === 'rights' ? legal.get('droits')?.get(visit.language) : undefined;
    const words = requestWords(visit);
    const title = text === undefined ? words.malfunction.title : text.title;
    const content =
      text === undefined
        ? html`${malfunctionForm(page, visit)}${chatCall(visit)}`
        : legalPage(text, byId(), visit, rightsForm(page, visit));
    const faulty = given.trouble !== null || Object.keys(given.entered.problems).length > 0;
    return layout(visit, files, faulty ? words.faulty(title) : title, content, { form: true });
  }

  function blank(visit: Visit, about: RequestKind): SitePage {
    const html = formPage(visit, about, { entered: emptyForm(newId()), trouble: null });
    return { status: 200, html, own: true };
  }

  /** A page of the guided orientation: in whatever the person speaks. */
  function guided(visit: Visit, title: string, content: Piece): SitePage {
    const translated = true;
    return { status: 200, html: layout(visit, files, title, content, { translated }), translated };
  }

  function question(visit: Visit): SitePage {
    if (orientation === null) return missing(visit);
    return guided(visit, orientation.title(null, visit.spoken), questionPage(orientation, null, visit));
  }

  function step(visit: Visit, id: string): SitePage {
    if (orientation === null) return missing(visit);
    const branch = orientation.branch(id);
    if (branch !== null) {
      return guided(visit, orientation.title(branch, visit.spoken), questionPage(orientation, branch, visit));
    }
    const end = orientation.leaf(id);
    if (end === null) return missing(visit);
    const content = endPage(orientation, end, inLanguage(visit.language), byId(), visit);
    return guided(visit, orientation.label(end.leaf, visit.spoken), content);
  }

  function legalText(visit: Visit): SitePage | null {
    if (visit.path === '/conditions') {
      const inForce = terms(visit.language);
      return { status: 200, html: layout(visit, files, inForce.title, termsPage(inForce, visit)) };
    }
    if (visit.path === REQUEST_PATHS.malfunction) return blank(visit, 'malfunction');
    if (visit.path === REQUEST_PATHS.rights) return blank(visit, 'rights');
    const name = LEGAL_NAMES.find((candidate) => visit.path === `/${candidate}`);
    const text = name === undefined ? undefined : legal.get(name)?.get(visit.language);
    if (text === undefined) return null;
    if (name === 'cookies') {
      const audience = audienceSection(visit.audience ?? 'off', visit);
      const content = legalPage(text, byId(), visit, audience);
      return { status: 200, html: layout(visit, files, text.title, content, { form: true }), own: true };
    }
    return { status: 200, html: layout(visit, files, text.title, legalPage(text, byId(), visit)) };
  }

  return {
    files,
    chosen: (id, language) =>
      typeof id === 'string' && orientation !== null ? pathTo(orientation, id, language) : null,
    canMail,
    page(visit, query) {
      const { path } = visit;
      if (path === '/aide') return help(visit, query);
      if (path.startsWith('/aide/')) return article(visit, path.slice('/aide/'.length));
      if (path === '/orientation') return question(visit);
      if (path.startsWith('/orientation/')) return step(visit, path.slice('/orientation/'.length));
      if (path === '/plateformes') {
        const { platforms: words } = wordsFor(visit.language);
        const content = html`${platformsPage(platforms(), inLanguage(visit.language), visit)}${chatCall(visit)}`;
        return { status: 200, html: layout(visit, files, words.title, content) };
      }
      if (path === VERIFICATION_PATH) {
        const { title } = verificationWords(visit);
        const content = html`${verificationPage(receiptKeys(), visit)}${chatCall(visit)}`;
        return { status: 200, html: layout(visit, files, title, content) };
      }
      return legalText(visit);
    },
    answer(visit, about, answer) {
      if (answer.kind === 'again') return formPage(visit, about, answer);
      const { kind: _, ...page } = answer;
      const content = html`${receivedPage({ ...page, about, canMail, dpo }, visit)}${chatCall(visit)}`;
      return layout(visit, files, requestWords(visit).received[about], content, { form: true });
    },
    index: (language) => indexes.get(language)?.index ?? { language, articles: [] },
  };
}
