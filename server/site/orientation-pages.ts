import { isWritten } from '../../protocol/language.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { Article } from '../content/articles.ts';
import {
  type Orientation,
  type OrientationBranch,
  type OrientationEnd,
  type OrientationLeaf,
  STATION,
} from '../content/orientation.ts';
import { type Html, html } from './html.ts';
import { chatCall, inLanguage } from './layout.ts';
import { orientationWords } from './orientation-words.ts';
import { platformCard } from './platforms-page.ts';
import { to, type Visit } from './visit.ts';

/** The question after a branch, or the first. Each answer is a link; `data-step` keeps the steps out of the history. */
export function questionPage(orientation: Orientation, branch: OrientationBranch | null, visit: Visit): Html {
  const words = orientationWords(visit.spoken);
  const { choices } = branch?.next ?? orientation.first;
  return html`${branch === null ? html`<p class="lead">${words.lead}</p>` : chosen(orientation, branch, visit)}
<ul class="choices">${choices.map(
    (choice) =>
      html`<li><a class="button quiet" data-step href="${to(visit, `/orientation/${choice.id}`)}">${orientation.label(choice, visit.spoken)}</a></li>`,
  )}</ul>
${branch !== null && back(visit, '/orientation')}
${chatCall(visit, {}, words)}`;
}

function chosen(orientation: Orientation, branch: OrientationBranch, { spoken }: Visit): Html {
  const { chosen: words, colon } = orientationWords(spoken);
  return html`<p class="quiet-text">${words}${colon}${orientation.label(branch, spoken)}</p>`;
}

function back(visit: Visit, path: string): Html {
  return html`<p><a data-step href="${to(visit, path)}">${orientationWords(visit.spoken).back}</a></p>`;
}

/** Where an answer leads; an officer is always at its end, and is told what was chosen. */
export function endPage(
  orientation: Orientation,
  { leaf, branch }: { readonly leaf: OrientationLeaf; readonly branch: OrientationBranch | null },
  articles: readonly Article[],
  platforms: ReadonlyMap<string, Platform>,
  visit: Visit,
): Html {
  const words = orientationWords(visit.spoken);
  return html`${branch !== null && chosen(orientation, branch, visit)}
${contents(leaf.end, articles, platforms, visit)}
<p class="quiet-text">${words.handed}</p>
${chatCall(visit, { orientation: leaf.id }, words)}
${back(visit, branch === null ? '/orientation' : `/orientation/${branch.id}`)}`;
}

/** Articles and services are written in two languages: whoever reads another is told so, and so is their browser. */
function contents(
  end: OrientationEnd,
  articles: readonly Article[],
  platforms: ReadonlyMap<string, Platform>,
  visit: Visit,
): Html {
  const words = orientationWords(visit.spoken);
  const apart = !isWritten(visit.spoken);
  const cards = (ids: readonly string[]) => {
    const found = ids.flatMap((id) => platforms.get(id) ?? []);
    if (found.length === 0) return null;
    return html`${words.described !== null && html`<p class="quiet-text">${words.described}</p>`}
${found.map((platform) => platformCard(platform, visit, 2, null, words))}`;
  };
  const article = (slug: string, shown: readonly string[] | number) => {
    const found = articles.find((each) => each.slug === slug);
    if (found === undefined) return html``;
    const services = typeof shown === 'number' ? found.platforms.slice(0, shown) : shown;
    return html`<p><a class="button primary" href="${to(visit, `/aide/${slug}`)}"${apart && html` hreflang="${visit.language}"`}>${words.read}</a></p>
<p class="lead"${apart && html` ${inLanguage(visit.language)}`}>${found.title}</p>
${cards(services)}`;
  };
  switch (end.kind) {
    case 'article':
      return article(end.slug, 3);
    case 'platforms':
      return html`${cards(end.ids)}`;
    case 'station':
      return article(STATION.article, STATION.platforms);
    case 'queue':
      return html`<p class="lead">${words.queue}</p>`;
  }
}
