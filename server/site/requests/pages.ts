import type { Time } from '../../../protocol/ids.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { type RequestKind, RIGHTS } from '../../../protocol/request.ts';
import { type Html, html, type Piece } from '../html.ts';
import { to, type Visit } from '../visit.ts';
import type { Entered, FieldName, Problem } from './reading.ts';
import { requestsEn } from './words-en.ts';
import { type RequestWords, requestsFr } from './words-fr.ts';

/** What keeps a whole form from being taken. */
export type Trouble = keyof RequestWords['troubles'];

/** Where each form stands. */
export const REQUEST_PATHS: Readonly<Record<RequestKind, string>> = {
  malfunction: '/signaler',
  rights: '/droits',
};

export function requestWords({ language }: Pick<Visit, 'language'>): RequestWords {
  return language === 'fr' ? requestsFr : requestsEn;
}

function problemText(problem: Problem, { problems }: RequestWords, visit: Visit): string {
  const most = (count: number) => count.toLocaleString(visit.language === 'fr' ? 'fr-FR' : 'en-GB');
  if (problem === 'long-text') return problems[problem](most(LIMITS.textCharacters));
  if (problem === 'long-place') return problems[problem](most(LIMITS.placeCharacters));
  return problems[problem];
}

/** From the top of either form to its end. */
const FIELD_ORDER: readonly FieldName[] = ['right', 'concerns', 'place', 'text', 'address'];

/** The attributes that tie a field to its help and to what is wrong with it; the first faulty one takes the focus. */
function tied(name: FieldName, entered: Entered): Html {
  const faulty = entered.problems[name] !== undefined;
  const described = faulty ? `${name}-help ${name}-fault` : `${name}-help`;
  return html` aria-describedby="${described}"${faulty && html` aria-invalid="true"`}${isFirst(name, entered) && html` autofocus`}`;
}

function isFirst(name: FieldName, { problems }: Entered): boolean {
  return FIELD_ORDER.find((field) => problems[field] !== undefined) === name;
}

function fault(name: FieldName, { problems }: Entered, visit: Visit): Piece {
  const problem = problems[name];
  return (
    problem !== undefined &&
    html`<p class="field-fault" id="${name}-fault">${problemText(problem, requestWords(visit), visit)}</p>`
  );
}

type FieldWords = { readonly label: string; readonly help: string; readonly optional?: boolean };

function labelled(name: FieldName, words: FieldWords, entered: Entered, visit: Visit, input: Html): Html {
  return html`<div class="field"><label for="${name}">${words.label}${words.optional === true && ` ${requestWords(visit).optional}`}</label>
<p class="field-help" id="${name}-help">${words.help}</p>
${input}
${fault(name, entered, visit)}</div>`;
}

function textField(words: FieldWords, entered: Entered, visit: Visit): Html {
  // A line feed after the tag, because a parser drops the first one.
  const input = html`<textarea id="text" name="text" rows="8" required autocomplete="off"${tied('text', entered)}>
${entered.values.text ?? ''}</textarea>`;
  return labelled('text', words, entered, visit, input);
}

function lineField(
  name: 'place' | 'concerns' | 'address',
  words: FieldWords,
  entered: Entered,
  visit: Visit,
): Html {
  const kind =
    name === 'address'
      ? html`type="text" inputmode="email" autocapitalize="none" spellcheck="false"`
      : html`type="text"`;
  const input = html`<input id="${name}" name="${name}" ${kind} value="${entered.values[name] ?? ''}" autocomplete="off"${words.optional !== true && html` required`}${tied(name, entered)}>`;
  return labelled(name, words, entered, visit, input);
}

function rightField(entered: Entered, visit: Visit): Html {
  const words = requestWords(visit).rights;
  const choices = RIGHTS.map((right, index) => {
    const focus = index === 0 && isFirst('right', entered);
    return html`<label class="choice"><input type="radio" name="right" value="${right}" required${entered.values.right === right && html` checked`}${focus && html` autofocus`}> <span>${words.rights[right]}</span></label>`;
  });
  const described = entered.problems.right !== undefined && html` aria-describedby="right-fault"`;
  return html`<fieldset class="field choices"${described}><legend>${words.right}</legend>
${choices}
${fault('right', entered, visit)}</fieldset>`;
}

export type FormPage = {
  readonly entered: Entered;
  readonly trouble: Trouble | null;
  readonly canMail: boolean;
  /** Where to write for an answer when this relay sends no e-mail. */
  readonly dpo: string;
};

function whole(about: RequestKind, page: FormPage, visit: Visit, fields: Piece, submit: string): Html {
  const words = requestWords(visit);
  const { entered, trouble } = page;
  const faulty = Object.keys(entered.problems).length > 0;
  return html`${(faulty || trouble !== null) && html`<p class="notice notice-warning" role="alert">${trouble === null ? words.fix : words.troubles[trouble]}</p>`}
<form class="defer-form" method="post" action="${to(visit, REQUEST_PATHS[about])}" novalidate>
<input type="hidden" name="id" value="${entered.id}">
${fields}
<p class="quiet-text">${words.later}</p>
<p><button class="primary" type="submit">${submit}</button></p>
</form>`;
}

/** The report of a malfunction, under its title. */
export function malfunctionForm(page: FormPage, visit: Visit): Html {
  const { malfunction: words } = requestWords(visit);
  const { entered } = page;
  const fields = html`${lineField('place', { label: words.place, help: words.placeHelp, optional: true }, entered, visit)}
${textField({ label: words.text, help: words.textHelp }, entered, visit)}
${page.canMail && lineField('address', { label: words.address, help: words.addressHelp, optional: true }, entered, visit)}`;
  return html`<p class="lead">${words.lead}</p>
${whole('malfunction', page, visit, fields, words.submit)}`;
}

/** The request for a right, below what explains each. */
export function rightsForm(page: FormPage, visit: Visit): Html {
  const { rights: words } = requestWords(visit);
  const { entered } = page;
  const fields = html`${rightField(entered, visit)}
${lineField('concerns', { label: words.concerns, help: words.concernsHelp, optional: true }, entered, visit)}
${textField({ label: words.text, help: words.textHelp }, entered, visit)}
${page.canMail ? lineField('address', { label: words.address, help: words.addressHelp }, entered, visit) : html`<p class="notice">${words.noMail(page.dpo)}</p>`}`;
  return html`<section aria-labelledby="demande"><h2 id="demande">${words.heading}</h2>
<p>${words.lead}</p>
${whole('rights', page, visit, fields, words.submit)}</section>`;
}

export type ReceivedPage = {
  readonly about: RequestKind;
  readonly reference: string;
  /** Whether an address was left. */
  readonly answered: boolean;
  readonly emergency: boolean;
  readonly purgeAt: Time;
  readonly canMail: boolean;
  readonly dpo: string;
};

function parisDay(at: Time, { language }: Visit): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Paris',
  });
  return format.format(at);
}

/** It is kept: the reference, what happens now, until when. */
export function receivedPage(page: ReceivedPage, visit: Visit): Html {
  const { received: words } = requestWords(visit);
  const rights = page.about === 'rights';
  const unanswered = rights ? words.write(page.dpo) : words.unanswered;
  return html`${page.emergency && html`<p class="notice notice-danger" role="alert">${words.danger}</p>`}
<div class="notice"><p>${words.reference}</p><p class="request-reference"><strong>${page.reference}</strong></p><p>${words.keep}</p></div>
<p>${page.answered ? words.answered : unanswered}${rights && page.answered && ` ${words.within}`}</p>
<p>${words.destroyed(parisDay(page.purgeAt, visit))}</p>`;
}
