import { createHash } from 'node:crypto';
import { dayInWords } from '../../protocol/day.ts';
import { directionOf, isWritten, langTag } from '../../protocol/language.ts';
import type { Letter } from '../relay/ports.ts';
import { WORDS } from './words.ts';

/** What every letter of a service has in common. */
export type Sender = {
  /** How the service is called, under the signature. */
  readonly service: string;
  /** Where to come back: the public address of the page, or null where none is configured. */
  readonly page: string | null;
};

export type Written = { readonly subject: string; readonly text: string; readonly html: string };

/**
 * The Message-ID: the same for the same letter, so that a server or a mailbox that gets it twice can tell
 * (RFC 5322, 3.6.4). A digest, because an entry's id tells when it was written.
 */
export function messageId(email: string, domain: string): string {
  const digest = createHash('sha256').update(`permanence/mail/1/${email}`).digest('hex').slice(0, 32);
  return `<${digest}@${domain}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An address ends before the marks that stand around one among Arabic words, and before Chinese punctuation. */
const ADDRESS = /(https:\/\/[^\s<>"'`´’«»{}|\\^\u2066-\u2069\u3000-\u303f\uff00-\uffef]+(?<![.,;:!?)\]…]))/gu;

/** https addresses become links that show themselves whole: what is read is where it leads. */
function linked(text: string): string {
  const parts = text.split(ADDRESS);
  return parts
    .map((part, index) => {
      const shown = escapeHtml(part);
      return index % 2 === 1 ? `<a href="${shown}">${shown}</a>` : shown;
    })
    .join('');
}

function paragraph(text: string, attributes = ''): string {
  return `<p${attributes}>${linked(text).replaceAll('\n', '<br>')}</p>`;
}

/**
 * An answer in words, as plain text and as HTML that says the same. Nothing in it is fetched from anywhere,
 * nothing in it tells that it was read. The person's question is not repeated: the mailbox may be shared. What is said
 * around the officer's own words is in the person's language; those have the direction of whatever they are in.
 */
export function writeLetter(letter: Letter, { service, page }: Sender): Written {
  const { reference, officer, text, language } = letter;
  const words = WORDS[language];
  const signature = `${officer.rank} ${officer.alias}\n${service}`;
  const notes = [
    words.reference(reference),
    page === null ? words.noReply : words.comeBack(page),
    words.emergency,
    words.used(dayInWords(letter.purgeAt, language)),
  ];
  const answer = text.trim();
  const plain = [answer, signature, `-- \n${notes.join('\n\n')}`].join('\n\n');
  // Which language an officer wrote in is known where the desk is written in it, and not else.
  const written = ` dir="auto" lang="${isWritten(language) ? langTag(language) : ''}"`;
  const body = [
    ...answer.split(/\n{2,}/).map((each) => paragraph(each, written)),
    paragraph(signature, ' dir="auto" lang="fr"'),
    '<hr>',
    ...notes.map((note) => paragraph(note, ' style="font-size:90%"')),
  ];
  const html = [
    `<!doctype html><html lang="${langTag(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(words.subject(reference))}</title></head>`,
    `<body style="font-family:sans-serif;line-height:1.5">${body.join('\n')}</body></html>`,
  ].join('');
  return { subject: words.subject(reference), text: `${plain}\n`, html };
}
