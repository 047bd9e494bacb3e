import { type Html, html } from '../html.ts';
import { to, type Visit } from '../visit.ts';
import { audienceEn } from './words-en.ts';
import { audienceFr } from './words-fr.ts';

/** How a browser stands with the measurement: none, counted, refused here, or refused by its own signal. */
export type AudienceView = 'off' | 'counted' | 'refused' | 'signal';

/** What is measured and how to refuse it, on the page of the cookies; works without a script. */
export function audienceSection(view: AudienceView, visit: Visit): Html {
  const words = visit.language === 'fr' ? audienceFr : audienceEn;
  const choice = (value: 'refuse' | 'accept') =>
    html`<form method="post" action="${to(visit, '/cookies')}"><input type="hidden" name="choice" value="${value}">
<p><button class="${value === 'refuse' ? 'primary' : 'quiet'}" type="submit">${words[value]}</button></p></form>`;
  return html`<section aria-labelledby="audience"><h2 id="audience">${words.title}</h2>
<p>${view === 'off' ? words.off : words.what}</p>
${view !== 'off' && html`<p><strong>${words[view]}</strong></p>`}
${view === 'counted' && choice('refuse')}${view === 'refused' && choice('accept')}
${view !== 'off' && view !== 'signal' && html`<p class="quiet-text">${words.lasting}</p>`}</section>`;
}
