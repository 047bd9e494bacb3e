import type { Language } from '../../protocol/language.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { Article } from '../content/articles.ts';
import {
  type OrientationBranch,
  type OrientationEnd,
  type OrientationLeaf,
  type OrientationQuestion,
  STATION,
} from '../content/orientation.ts';
import { type Html, html } from './html.ts';
import { chatCall, wordsFor } from './layout.ts';
import { platformCard } from './platforms-page.ts';
import { to, type Visit } from './visit.ts';

type Labelled = { readonly labelFr: string; readonly labelEn: string };

export function labelOf({ labelFr, labelEn }: Labelled, language: Language): string {
  return language === 'fr' ? labelFr : labelEn;
}

export function titleOf({ titleFr, titleEn }: OrientationQuestion, language: Language): string {
  return language === 'fr' ? titleFr : titleEn;
}

/** One question: each answer is a link. `data-step` lets the script keep the steps out of the history. */
export function questionPage(
  question: OrientationQuestion,
  branch: OrientationBranch | null,
  visit: Visit,
): Html {
  const { orientation: words } = wordsFor(visit.language);
  return html`${branch === null ? html`<p class="lead">${words.lead}</p>` : chosen([branch], visit)}
<ul class="choices">${question.choices.map(
    (choice) =>
      html`<li><a class="button quiet" data-step href="${to(visit, `/orientation/${choice.id}`)}">${labelOf(choice, visit.language)}</a></li>`,
  )}</ul>
${branch !== null && back(visit, '/orientation')}`;
}

function chosen(steps: readonly Labelled[], visit: Visit): Html {
  const { orientation: words, colon } = wordsFor(visit.language);
  const path = steps.map((step) => labelOf(step, visit.language)).join(' › ');
  return html`<p class="quiet-text">${words.chosen}${colon}${path}</p>`;
}

function back(visit: Visit, path: string): Html {
  const { orientation: words } = wordsFor(visit.language);
  return html`<p><a data-step href="${to(visit, path)}">${words.back}</a></p>`;
}

/** Where an answer leads; an officer is always at its end, and is told what was chosen. */
export function endPage(
  { leaf, branch }: { readonly leaf: OrientationLeaf; readonly branch: OrientationBranch | null },
  articles: readonly Article[],
  platforms: ReadonlyMap<string, Platform>,
  visit: Visit,
): Html {
  const { orientation: words } = wordsFor(visit.language);
  return html`${branch !== null && chosen([branch], visit)}
${contents(leaf.end, articles, platforms, visit)}
<p class="quiet-text">${words.handed}</p>
${chatCall(visit, { orientation: leaf.id })}
${back(visit, branch === null ? '/orientation' : `/orientation/${branch.id}`)}`;
}

function contents(
  end: OrientationEnd,
  articles: readonly Article[],
  platforms: ReadonlyMap<string, Platform>,
  visit: Visit,
): Html {
  const { orientation: words } = wordsFor(visit.language);
  const cards = (ids: readonly string[]) =>
    ids.flatMap((id) => platforms.get(id) ?? []).map((platform) => platformCard(platform, visit, 2));
  const article = (slug: string, shown: number) => {
    const found = articles.find((each) => each.slug === slug);
    if (found === undefined) return html``;
    return html`<p><a class="button primary" href="${to(visit, `/aide/${slug}`)}">${words.read}</a></p>
<p class="lead">${found.title}</p>
${cards(found.platforms.slice(0, shown))}`;
  };
  switch (end.kind) {
    case 'article':
      return article(end.slug, 3);
    case 'platforms':
      return html`${cards(end.ids)}`;
    case 'station':
      return html`${article(STATION.article, 0)}${cards(STATION.platforms)}`;
    case 'queue':
      return html`<p class="lead">${words.queue}</p>`;
  }
}
