import {
  type CitizenLanguage,
  directionOf,
  isWritten,
  type Language,
  langTag,
} from '../../protocol/language.ts';
import { CATALOGUES as SPOKEN } from '../page/i18n/catalogues.ts';
import { announcementBand } from './announcement.ts';
import { type Html, html, type Piece } from './html.ts';
import { THEMES, type Theme, to, type Visit } from './visit.ts';
import { en } from './words-en.ts';
import { fr, type Words } from './words-fr.ts';

const CATALOGUES: Readonly<Record<Language, Words>> = { fr, en };

export function wordsFor(language: Language): Words {
  return CATALOGUES[language];
}

/** What the site's pages load, by addresses that change with what they hold. */
export type SiteFiles = Readonly<
  Record<'sheet' | 'script', { readonly path: string; readonly text: string }>
>;

/** A day as people read it, from `2026-11-24`. */
export function dayInWords(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** What an element says of its language where the page around it has another. */
export function inLanguage(spoken: CitizenLanguage): Html {
  return html`lang="${langTag(spoken)}" dir="${directionOf(spoken)}"`;
}

/** For whoever speaks a language in which there is a chat, and no page like this one. */
function elsewhere({ spoken }: Visit): Html | false {
  return (
    !isWritten(spoken) && html`<p class="notice" ${inLanguage(spoken)}>${SPOKEN[spoken].site.elsewhere}</p>`
  );
}

/** The same band as on the page of the chat: numbers to tap, in the first bytes of every answer. */
function emergencyBand(spoken: CitizenLanguage): Html {
  const { emergency } = SPOKEN[spoken];
  return html`<section class="emergency-bar" ${inLanguage(spoken)} aria-label="${emergency.region}">
<p class="emergency-bar-numbers">
<strong>${emergency.ask}</strong>
<a href="tel:17" aria-label="${emergency.call17}">17</a>
<a href="tel:112" aria-label="${emergency.call112}">112</a>
<a href="sms:114" aria-label="${emergency.text114}">${emergency.short114}</a>
</p>
<p class="emergency-bar-who">${emergency.who114}</p>
</section>`;
}

function exitBar(visit: Visit): Html {
  const { exit } = SPOKEN[visit.spoken];
  return html`<section class="exit-bar" ${inLanguage(visit.spoken)} aria-label="${exit.region}">
<a id="exit" href="${visit.exit}" rel="noreferrer" aria-describedby="exit-where">${exit.button} <span class="exit-hint">${exit.hint}</span></a>
<span id="exit-where" class="visually-hidden">${exit.where}</span>
</section>`;
}

/** `around` is the language and direction, where the page has others. */
function navigation(visit: Visit, { nav }: Words, around: Html | null): Html {
  const item = (path: string, name: string) => {
    const here = visit.path === path;
    return html`<li><a href="${to(visit, path)}"${here && html` aria-current="page"`}>${name}</a></li>`;
  };
  return html`<nav class="site-nav" aria-label="${nav.label}"${around && html` ${around}`}><ul>
${item('/', nav.home)}
${item('/aide', nav.help)}
${item('/plateformes', nav.platforms)}
</ul></nav>`;
}

/** The pages the law asks for, by their paths. */
export const LEGAL_PATHS = {
  notice: '/mentions-legales',
  terms: '/conditions',
  privacy: '/confidentialite',
  rights: '/droits',
  report: '/signaler',
  verify: '/verification',
  cookies: '/cookies',
  accessibility: '/accessibilite',
} as const satisfies Partial<Record<keyof Words['legal'], string>>;
export type LegalPage = keyof typeof LEGAL_PATHS;
export const LEGAL_PAGES = Object.keys(LEGAL_PATHS) as readonly LegalPage[];

function footer(visit: Visit, { legal, theme }: Words, around: Html | null): Html {
  const links = LEGAL_PAGES.map(
    (page) => html`<li><a href="${to(visit, LEGAL_PATHS[page])}">${legal[page]}</a></li>`,
  );
  const themes = THEMES.map((name: Theme) => {
    const chosen = visit.theme === name;
    const address = to({ ...visit, theme: name }, visit.path);
    return html`<li><a href="${address}"${chosen && html` aria-current="true"`}>${theme[name]}</a></li>`;
  });
  return html`<footer class="site-footer"${around && html` ${around}`}>
<nav aria-label="${legal.label}"><ul class="footer-links">${links}</ul></nav>
<nav class="theme-links" aria-label="${theme.label}"><p>${theme.label}</p><ul class="footer-links">${themes}</ul></nav>
</footer>`;
}

/** The way to an officer, at the end of every page. `words`: where the page speaks more than French and English. */
export function chatCall(
  visit: Visit,
  query: Readonly<Record<string, string>> = {},
  words: Pick<Words, 'chat' | 'chatLead'> = wordsFor(visit.language),
): Html {
  return html`<section class="chat-call"><p>${words.chatLead}</p>
<p><a class="button primary" href="${to(visit, '/', query)}">${words.chat}</a></p></section>`;
}

type LayoutOptions = {
  /** The browser says to this site, and to no other, where what is sent comes from. */
  readonly form?: boolean;
  /** The title and the content are in what the person speaks; what leads to other pages is in theirs. */
  readonly translated?: boolean;
};

/** A whole document around a page's content. The script only serves the quick exit. */
export function layout(
  visit: Visit,
  files: SiteFiles,
  title: string,
  content: Piece,
  { form = false, translated = false }: LayoutOptions = {},
): string {
  const written = wordsFor(visit.language);
  const apart = translated && !isWritten(visit.spoken);
  const { brand, skip } = apart ? SPOKEN[visit.spoken].site : written;
  const around = apart ? inLanguage(visit.language) : null;
  const other: Visit = {
    ...visit,
    spoken: visit.language === 'fr' ? 'en' : 'fr',
    languageChosen: true,
  };
  return html`<!doctype html>
<html ${apart ? inLanguage(visit.spoken) : html`lang="${visit.language}"`} data-theme="${visit.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="${form ? 'same-origin' : 'no-referrer'}">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fdecec">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#401a1d">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${files.sheet.path}">
<script src="${files.script.path}"></script>
<title>${title} – ${brand}</title>
</head>
<body class="site">
<a class="skip" href="#content">${skip}</a>
${emergencyBand(visit.spoken)}
${exitBar(visit)}
<div id="page">
<div class="column">
<header class="site-header"><p class="brand">${brand}</p>
<a class="button quiet" href="${to(other, visit.path)}" hreflang="${other.spoken}" lang="${other.spoken}" aria-label="${written.other.label}">${written.other.short}</a></header>
${navigation(visit, written, around)}
<main id="content" class="screen" tabindex="-1">
${!apart && elsewhere(visit)}
${announcementBand(visit.announcement, visit.language, written.announcement)}
<h1>${title}</h1>
${content}
</main>
${footer(visit, written, around)}
</div>
</div>
</body>
</html>
`.toString();
}
