import { HELP_SUBJECTS, QUERY_CHARACTERS } from '../../protocol/help.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { Article } from '../content/articles.ts';
import { type Html, html } from './html.ts';
import { chatCall, dayInWords, wordsFor } from './layout.ts';
import { markdown } from './markdown.ts';
import { platformCard } from './platforms-page.ts';
import { to, type Visit } from './visit.ts';

/** Works without a script: the address holds the query, and nothing else keeps it. */
export function searchForm(visit: Visit, query: string): Html {
  const { search } = wordsFor(visit.language);
  return html`<search><form class="search" action="/aide" method="get">
<label for="q">${search.label}</label>
<p class="quiet-text" id="q-hint">${search.hint}</p>
<div class="search-line"><input id="q" name="q" type="search" value="${query}" maxlength="${QUERY_CHARACTERS}" autocomplete="off" autocapitalize="none" aria-describedby="q-hint">
<button class="primary" type="submit">${search.submit}</button></div>
${visit.languageChosen && html`<input type="hidden" name="lang" value="${visit.language}">`}
${visit.theme !== 'system' && html`<input type="hidden" name="theme" value="${visit.theme}">`}
</form></search>`;
}

function list(articles: readonly Article[], visit: Visit): Html {
  return html`<ul class="articles">${articles.map(
    ({ slug, title }) => html`<li><a href="${to(visit, `/aide/${slug}`)}">${title}</a></li>`,
  )}</ul>`;
}

/** The centre's first page: the search, what it found (`null` when nothing was asked), every subject. */
export function helpPage(
  articles: readonly Article[],
  found: readonly Article[] | null,
  query: string,
  visit: Visit,
): Html {
  const words = wordsFor(visit.language);
  const results =
    found !== null &&
    html`<section aria-labelledby="results"><h2 id="results">${words.search.results(query)}</h2>
${found.length > 0 ? list(found, visit) : html`<p class="notice">${words.search.none}</p>`}</section>`;
  const subjects = HELP_SUBJECTS.map((subject) => ({
    subject,
    members: articles.filter((article) => article.subject === subject),
  })).filter(({ members }) => members.length > 0);
  return html`<p class="lead">${words.help.lead}</p>
${searchForm(visit, query)}
${results}
${found !== null && chatCall(visit)}
<section class="subjects-list" aria-labelledby="subjects"><h2 id="subjects">${words.search.subjects}</h2>
${subjects.map(
  ({
    subject,
    members,
  }) => html`<section aria-labelledby="subject-${subject}"><h3 id="subject-${subject}">${words.subjects[subject]}</h3>
${list(members, visit)}</section>`,
)}</section>
${found === null && chatCall(visit)}`;
}

/** One article, with its services, its source and its dates; `today` decides whether it must be checked anew. */
export function articlePage(
  article: Article,
  articles: readonly Article[],
  platforms: ReadonlyMap<string, Platform>,
  visit: Visit,
  today: string,
): Html {
  const { article: words, colon } = wordsFor(visit.language);
  const { language } = visit;
  const led = article.platforms.flatMap((id) => platforms.get(id) ?? []);
  const related = articles.filter(
    ({ subject, slug }) => subject === article.subject && slug !== article.slug,
  );
  const { host } = new URL(article.source);
  return html`<p class="quiet-text">${words.audience}${colon}${article.audience}</p>
${article.validUntil < today && html`<p class="notice notice-warning">${words.outdated}</p>`}
<div class="prose">${markdown(article.body)}</div>
<section aria-labelledby="platforms"><h2 id="platforms">${words.platforms}</h2>
${led.map((platform) => platformCard(platform, visit, 3))}</section>
<p class="quiet-text">${words.source}${colon}<a href="${article.source}" target="_blank" rel="noopener noreferrer">${host} ${
    wordsFor(language).platforms.newWindow
  }</a>. ${words.checked(dayInWords(article.checked, language))} ${words.valid(
    dayInWords(article.validUntil, language),
  )}</p>
${related.length > 0 && html`<section class="related" aria-labelledby="related"><h2 id="related">${words.related}</h2>${list(related.slice(0, 6), visit)}</section>`}
<p class="related"><a href="${to(visit, '/aide')}">${words.all}</a></p>
${chatCall(visit)}`;
}
