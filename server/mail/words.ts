import type { CitizenLanguage } from '../../protocol/language.ts';
import { others } from './words-others.ts';

export type Words = {
  /** Neutral: in a list of mails it says neither who writes nor what about. */
  readonly subject: (reference: string) => string;
  readonly reference: (reference: string) => string;
  readonly comeBack: (page: string) => string;
  readonly noReply: string;
  readonly emergency: string;
  readonly used: (day: string) => string;
};

const fr: Words = {
  subject: (reference) => `Réponse à votre demande ${reference}`,
  reference: (reference) => `Référence de votre demande\u00a0: ${reference}.`,
  comeBack: (page) =>
    `Ne répondez pas à cet e-mail\u00a0: personne ne lit les réponses. Pour nous écrire de nouveau, ouvrez ${page} et donnez cette référence.`,
  noReply:
    'Ne répondez pas à cet e-mail\u00a0: personne ne lit les réponses. Pour nous écrire de nouveau, ouvrez le tchat et donnez cette référence.',
  emergency:
    'En cas d’urgence, n’écrivez pas\u00a0: appelez le 17 ou le 112, ou envoyez un SMS au 114 si vous ne pouvez pas parler.',
  used: (day) =>
    `Votre adresse e-mail a servi à cette seule réponse\u00a0: notre service l’a détruite. Votre demande et cette réponse y seront détruites le ${day} au plus tard.`,
};

const frSimple: Words = {
  ...fr,
  reference: (reference) => `Le numéro de votre demande est ${reference}.`,
  comeBack: (page) =>
    `Ne répondez pas à cet e-mail. Personne ne lit les réponses. Vous voulez nous écrire encore\u202f? Ouvrez ${page} et donnez le numéro de votre demande.`,
  noReply:
    'Ne répondez pas à cet e-mail. Personne ne lit les réponses. Vous voulez nous écrire encore\u202f? Ouvrez le tchat et donnez le numéro de votre demande.',
  emergency:
    'Vous êtes en danger\u202f? N’écrivez pas. Appelez le 17 ou le 112. Vous ne pouvez pas parler\u202f? Envoyez un SMS au 114.',
  used: (day) =>
    `Nous avons effacé votre adresse e-mail. Nous effacerons aussi votre demande et cette réponse, le ${day} au plus tard.`,
};

const en: Words = {
  subject: (reference) => `Answer to your request ${reference}`,
  reference: (reference) => `Reference of your request: ${reference}.`,
  comeBack: (page) =>
    `Do not reply to this e-mail: nobody reads the replies. To write to us again, open ${page} and give this reference.`,
  noReply:
    'Do not reply to this e-mail: nobody reads the replies. To write to us again, open the chat and give this reference.',
  emergency: 'In an emergency, do not write: call 17 or 112, or text 114 if you cannot speak.',
  used: (day) =>
    `Your e-mail address served for this one answer: our service has destroyed it. Your request and this answer will be destroyed there by ${day} at the latest.`,
};

/** What an answer by e-mail says around the officer's own words, which nobody translates. */
export const WORDS: Readonly<Record<CitizenLanguage, Words>> = { fr, 'fr-simple': frSimple, en, ...others };
