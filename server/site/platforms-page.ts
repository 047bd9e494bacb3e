import { contactNumbers } from '../../protocol/numbers.ts';
import {
  PLATFORM_KINDS,
  type Platform,
  platformAudience,
  platformHours,
  type Told,
} from '../../protocol/platform.ts';
import type { Article } from '../content/articles.ts';
import { type Html, html } from './html.ts';
import { inLanguage, wordsFor } from './layout.ts';
import { to, type Visit } from './visit.ts';
import type { Words } from './words-fr.ts';

/** What a card says around what the catalogue knows of a service. */
export type CardWords = Pick<Words, 'colon'> & {
  readonly platforms: Pick<
    Words['platforms'],
    'audience' | 'hours' | 'call' | 'text' | 'open' | 'newWindow' | 'unverified'
  >;
  /** The page around the card is not in the language of the catalogue. */
  readonly translated?: true;
};

function numbersOf(platform: Platform, { platforms: words }: CardWords): readonly Html[] {
  if (platform.phone === null) return [];
  const numbers = contactNumbers(platform.phone);
  if (numbers.length === 0) return [html`<strong>${platform.phone}</strong>`];
  return numbers.map(({ kind, shown, href }) => {
    const name = kind === 'call' ? words.call(shown) : words.text(shown);
    return html`<a class="button quiet" href="${href}">${name}</a>`;
  });
}

/** One official service: what it is, for whom, when, and the ways to it with their domain in full. */
export function platformCard(
  platform: Platform,
  visit: Visit,
  level: 2 | 3,
  extra: Html | null = null,
  around: CardWords = wordsFor(visit.language),
): Html {
  const { platforms: words, colon } = around;
  const named = around.translated === true && html` ${inLanguage(visit.language)}`;
  const french = visit.language === 'fr';
  const name = french ? platform.nameFr : platform.nameEn;
  const detail = (label: string, { text, language }: Told) =>
    text !== '' &&
    text !== '—' &&
    html`<p class="quiet-text">${label}${colon}<span lang="${language}"${around.translated === true && html` dir="ltr"`}>${text}</span></p>`;
  const link =
    platform.url !== null &&
    html`<a class="button quiet" href="${platform.url}" target="_blank" rel="noopener noreferrer">${words.open(
      new URL(platform.url).host,
    )} ${words.newWindow}</a>`;
  return html`<article class="platform" id="${platform.id}">
${level === 2 ? html`<h2${named}>${name}</h2>` : html`<h3${named}>${name}</h3>`}
<p${named}>${french ? platform.purposeFr : platform.purposeEn}</p>
${detail(words.audience, platformAudience(platform, visit.language))}
${detail(words.hours, platformHours(platform, visit.language))}
${platform.checked === 'unverified' && html`<p class="quiet-text">${words.unverified}</p>`}
<p class="ways">${numbersOf(platform, around)}${link}</p>
${extra}
</article>`;
}

/** The whole catalogue by kind, each service with the articles that lead to it. */
export function platformsPage(
  platforms: readonly Platform[],
  articles: readonly Article[],
  visit: Visit,
): Html {
  const words = wordsFor(visit.language);
  const leading = (platform: Platform) => {
    const found = articles.filter((article) => article.platforms.includes(platform.id)).slice(0, 3);
    if (found.length === 0) return null;
    const links = found.map(
      ({ slug, title }) => html`<li><a href="${to(visit, `/aide/${slug}`)}">${title}</a></li>`,
    );
    return html`<p class="quiet-text">${words.platforms.articles}</p><ul>${links}</ul>`;
  };
  const groups = PLATFORM_KINDS.map((kind) => ({
    kind,
    members: platforms.filter((platform) => platform.kind === kind),
  })).filter(({ members }) => members.length > 0);
  return html`<p class="lead">${words.platforms.lead}</p>
<ul class="contents">${groups.map(
    ({ kind }) => html`<li><a href="#kind-${kind}">${words.kinds[kind]}</a></li>`,
  )}</ul>
${groups.map(
  ({
    kind,
    members,
  }) => html`<section aria-labelledby="kind-${kind}"><h2 id="kind-${kind}">${words.kinds[kind]}</h2>
${members.map((platform) => platformCard(platform, visit, 3, leading(platform)))}</section>`,
)}`;
}
