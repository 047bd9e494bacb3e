import { type PublishedKey, RECEIPT_KEYS_PATH } from '../../../protocol/answer-receipt.ts';
import { type Html, html } from '../html.ts';
import type { Visit } from '../visit.ts';
import { verificationEn } from './words-en.ts';
import { type VerificationWords, verificationFr } from './words-fr.ts';

export const VERIFICATION_PATH = '/verification';
/** Built with the citizen's page (server/page/verify.ts). */
const SCRIPT = '/verify.js';

export function verificationWords({ language }: Visit): VerificationWords {
  return language === 'fr' ? verificationFr : verificationEn;
}

function file(id: 'copy' | 'receipt', label: string, help: string, accept: string): Html {
  return html`<div class="field"><label for="${id}">${label}</label>
<p class="field-help" id="${id}-help">${help}</p>
<input type="file" id="${id}" accept="${accept}" aria-describedby="${id}-help"></div>`;
}

/**
 * The page that verifies a receipt in the browser, off line once loaded: keys and every sentence stand in it. Its
 * script chooses among them, and is the only one of the site's pages.
 */
export function verificationPage(keys: readonly PublishedKey[], visit: Visit): Html {
  const words = verificationWords(visit);
  const fact = (name: keyof VerificationWords['facts']) =>
    html`<div><dt>${words.facts[name]}</dt><dd data-fact="${name}"></dd></div>`;
  const verdicts = Object.entries(words.verdicts).map(
    ([name, text]) =>
      html`<template id="verdict-${name}"><p class="notice${name !== 'choose' && ' notice-warning'}">${text}</p></template>`,
  );
  return html`<p class="lead">${words.lead}</p>
<p>${words.local}</p>
<p class="notice" id="no-script">${words.noScript}</p>
<form id="verifier" class="defer-form" data-keys="${JSON.stringify(keys)}" hidden>
${file('copy', words.copy, words.copyHelp, '.pdf,.txt,application/pdf,text/plain')}
${file('receipt', words.receipt, words.receiptHelp, '.json,application/json')}
<p><button class="primary" type="submit">${words.submit}</button></p>
</form>
<div id="verdict" role="status"></div>
<template id="verdict-right"><div class="notice"><p><strong>${words.right}</strong></p>
<dl class="facts">${fact('reference')}${fact('opened')}${fact('at')}${fact('answers')}</dl>
<p data-closed="true">${words.closed}</p><p data-closed="false">${words.open}</p></div></template>
${verdicts}
<section aria-labelledby="proves"><h2 id="proves">${words.provesTitle}</h2>
<ul>${words.proves.map((text) => html`<li>${text}</li>`)}</ul></section>
<section aria-labelledby="other"><h2 id="other">${words.otherTitle}</h2>
<p>${words.other} <a href="${RECEIPT_KEYS_PATH}">${RECEIPT_KEYS_PATH}</a></p></section>
<script src="${SCRIPT}" defer></script>`;
}
