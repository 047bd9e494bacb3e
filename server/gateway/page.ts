import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceInfo } from '../../protocol/http.ts';
import {
  CITIZEN_LANGUAGES,
  CitizenLanguage,
  directionOf,
  langTag,
  OWN_NAMES,
} from '../../protocol/language.ts';
import { CATALOGUES } from '../page/i18n/catalogues.ts';
import { NO_SCRIPT } from '../page/i18n/no-script.ts';
import { textAt } from '../page/i18n/static.ts';
import { announcementBand } from '../site/announcement.ts';
import { escapeText, html } from '../site/html.ts';
import { THEMES, type Theme } from '../site/visit.ts';
import { type Encoded, encodeAll } from './encoded.ts';

const OPENING = /<!--opening-->[\s\S]*?<!--\/opening-->/g;
const ANNOUNCEMENT = /<!--announcement-->[\s\S]*?<!--\/announcement-->/g;
/** Filled pages kept compressed; each is one state of the service in one language and theme. */
const KEPT = 60;

/** Where the quick exit leads while no page is built; the built page has its deployment's own. */
const NEUTRAL = 'https://meteofrance.com/';

/** What is particular to one visit of the page. */
export type PageVisit = {
  /** Somebody who cannot write freely: title and icon are ordinary from the first byte on. */
  readonly silent?: boolean;
  /** Whether the visitor's conversation goes on. */
  readonly current?: boolean;
  /** Where the guided orientation ended, and what was chosen on the way. */
  readonly orientation?: { readonly id: string; readonly path: readonly string[] } | null;
};

export interface Page {
  /** Where the page's quick exit leads. */
  readonly exit: string;
  /** Null while the page has not been built. */
  fill(
    info: ServiceInfo,
    language: CitizenLanguage,
    theme: Theme,
    visit?: PageVisit,
  ): Promise<Encoded | null>;
}

/**
 * The language asked for (`?lang=`), else the best liked one in Accept-Language that the page speaks, the first named
 * of equals, else French. Easy French is for whoever asks for it: no browser does.
 */
export function chooseLanguage(asked: unknown, acceptLanguage: string | undefined): CitizenLanguage {
  const chosen = CitizenLanguage.safeParse(asked);
  if (chosen.success) return chosen.data;
  let best: CitizenLanguage = 'fr';
  let liking = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = CitizenLanguage.safeParse(tag.split('-', 1)[0]);
    if (!language.success) continue;
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality) || 0;
    if (weight <= liking) continue;
    best = language.data;
    liking = weight;
  }
  return best;
}

export function chooseTheme(asked: unknown): Theme {
  return THEMES.find((theme) => theme === asked) ?? 'system';
}

/** What to expect, honestly, in a sentence that needs no script (terms of use, article 5), in the page's own words. */
export function openingSentence(service: ServiceInfo, language: CitizenLanguage): string {
  const { deferred, home } = CATALOGUES[language];
  if (service.chat === 'closed') {
    return `${deferred.home.closed} ${service.deferred ? deferred.home.offered : deferred.home.closedAlone}`;
  }
  if (service.onDuty === 0) return home.nobody;
  return `${home.open} ${service.estimate === null ? home.soon : home.estimate(service.estimate)}`;
}

/** The names of the static parts' words, as attributes right before or behind them: see `index.html`. */
const LABELLED = /aria-label="[^"]*"(?= data-label="([\w.-]+)")/g;
const WORDED = /(data-text="([\w.-]+)"[^>]*>)[^<]*/g;

/**
 * The page's static parts in a language, which the link to the guided orientation takes along: a language that was
 * chosen here is not what the browser prefers. Throws when a part has a name that no catalogue knows.
 */
function worded(source: string, language: CitizenLanguage): string {
  const texts = { ...CATALOGUES[language], noScript: NO_SCRIPT[language] };
  const text = (name: string): string => {
    const found = textAt(texts, name);
    if (found === undefined) throw new Error(`the page names "${name}", which no catalogue has`);
    return escapeText(found);
  };
  return source
    .replace(LABELLED, (_whole, name: string) => `aria-label="${text(name)}"`)
    .replace(WORDED, (_whole, before: string, name: string) => before + text(name))
    .replace('href="/orientation"', `href="/orientation?lang=${language}"`);
}

/** Every language by its own name, as links: a switch that needs no script. */
function languageMenu(current: CitizenLanguage, theme: Theme): string {
  const { display, punctuation } = CATALOGUES[current];
  const links = CITIZEN_LANGUAGES.map((each) => {
    const tag = langTag(each);
    const asked = new URLSearchParams({ lang: each, ...(theme === 'system' ? {} : { theme }) });
    const here = each === current && html` aria-current="true"`;
    return html`<li><a href="/?${asked.toString()}" lang="${tag}" hreflang="${tag}"${here}>${OWN_NAMES[each]}</a></li>`;
  });
  return html`<details class="languages"><summary class="button quiet"><svg class="icon" viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="m5 8 6 6m-7 0 6-6 2-3M2 5h12M7 2h1m14 20-5-10-5 10m2-4h6"/></svg><span class="visually-hidden">${display.language}${punctuation.colon}</span><span lang="${langTag(current)}">${OWN_NAMES[current].replace(/ \(.*/, '')}</span></summary>
<div class="language-list"><ul aria-label="${display.language}">${links}</ul></div></details>`.toString();
}

/** JSON that stays JSON inside a script element, whatever it holds. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** In silent mode the icon is ordinary before the script runs, as the title is. */
function calm(source: string): string {
  return source.replace(/(rel="icon" href="[^"]*)icon\.svg"/, '$1calm.svg"');
}

function readAssets(directory: string): readonly string[] {
  const assets = join(directory, 'assets');
  return existsSync(assets) ? readdirSync(assets) : [];
}

/** The link by which a browser asks at once for the script whose name begins so; empty where there is none. */
function preload(files: readonly string[], start: string): string {
  const file = files.find(
    (name) => name.startsWith(start) && /^[\w-]{8}\.js$/.test(name.slice(start.length)),
  );
  return file === undefined ? '' : html`<link rel="modulepreload" href="./assets/${file}">`.toString();
}

/**
 * For each language the link by which a browser asks for its words at once, beside the script that needs them. Their
 * files are named so by the build (server/page/vite.config.ts).
 */
function readWords(files: readonly string[]): ReadonlyMap<CitizenLanguage, string> {
  const found = new Map<CitizenLanguage, string>();
  for (const language of CITIZEN_LANGUAGES) {
    const link = preload(files, `texts-${language}-`);
    if (link !== '') found.set(language, link);
  }
  // Easy French is French but for what it says more simply.
  const [simple, french] = [found.get('fr-simple'), found.get('fr')];
  if (simple !== undefined && french !== undefined) found.set('fr-simple', simple + french);
  return found;
}

/** The built page (`index.html` of `directory`), filled in for each state of the service. */
export async function loadPage(directory: string): Promise<Page> {
  const file = join(directory, 'index.html');
  const template = existsSync(file) ? await readFile(file, 'utf8') : null;
  const kept = new Map<string, Promise<Encoded>>();

  const wordings = new Map(
    template === null ? [] : CITIZEN_LANGUAGES.map((each) => [each, worded(template, each)]),
  );
  const files = readAssets(directory);
  const words = readWords(files);
  const chat = preload(files, 'chat-');

  function render(
    info: ServiceInfo,
    language: CitizenLanguage,
    theme: Theme,
    { silent = false, current, orientation = null }: PageVisit,
  ): Promise<Encoded> {
    const service = inScript({
      ...info,
      language,
      ...(silent ? { silent } : {}),
      ...(current === undefined ? {} : { current }),
      ...(orientation === null ? {} : { orientation }),
    });
    const opening = escapeText(openingSentence(info, language));
    // Functions, because a replacement's text may hold "$&".
    const source = wordings.get(language) ?? '';
    const { service: around, silence, site } = CATALOGUES[language];
    const label = around.announcement;
    const title = html`<title>${silent ? silence.title : site.title}</title>`.toString();
    const filled = (silent ? calm(source) : source)
      .replace(/<title>[^<]*<\/title>/, () => title)
      .replaceAll('__LANG__', () => langTag(language))
      .replaceAll('__DIRECTION__', () => directionOf(language))
      .replaceAll('__THEME__', () => theme)
      .replaceAll('__SERVICE__', () => service)
      .replace('<!--texts-->', () => (words.get(language) ?? '') + (current === true ? chat : ''))
      .replace('<!--languages-->', () => languageMenu(language, theme))
      .replace(OPENING, () => opening)
      .replace(ANNOUNCEMENT, () => `${announcementBand(info.announcement, language, label) ?? ''}`);
    return encodeAll(Buffer.from(filled), 5);
  }

  const exit = /id="exit" href="(https:\/\/[^"]+)"/.exec(template ?? '')?.[1] ?? NEUTRAL;
  return {
    exit,
    async fill(info, language, theme, visit = {}) {
      if (template === null) return null;
      const key = JSON.stringify([info, language, theme, visit]);
      const found = kept.get(key);
      if (found !== undefined) return found;
      const made = render(info, language, theme, visit);
      kept.set(key, made);
      if (kept.size > KEPT) {
        const oldest = kept.keys().next();
        if (!oldest.done) kept.delete(oldest.value);
      }
      return made;
    },
  };
}
