import type { Terms } from '../../protocol/http.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { LegalText } from '../content/pages.ts';
import { type Html, html, type Piece } from './html.ts';
import { chatCall, wordsFor } from './layout.ts';
import { markdown } from './markdown.ts';
import { platformCard } from './platforms-page.ts';
import type { Visit } from './visit.ts';

/** A page the law asks for, with what can be done there, and the services that belong under it. */
export function legalPage(
  text: LegalText,
  platforms: ReadonlyMap<string, Platform>,
  visit: Visit,
  form: Piece = null,
): Html {
  const led = text.platforms.flatMap((id) => platforms.get(id) ?? []);
  return html`<div class="prose">${markdown(text.body)}</div>
${form}
${led.map((platform) => platformCard(platform, visit, 2))}
${chatCall(visit)}`;
}

/** The terms of use in force, to read without opening a conversation; French binds (article 16). */
export function termsPage(terms: Terms, visit: Visit): Html {
  const words = wordsFor(visit.language);
  return html`<p class="quiet-text">${words.terms.version(terms.version)}</p>
<div class="prose"><h2>${words.terms.penal}</h2>
${terms.penal.map((note) => html`<p>${note}</p>`)}
${terms.sections.map(
  ({ title, paragraphs }) =>
    html`<h2>${title}</h2>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`,
)}</div>
${chatCall(visit)}`;
}
