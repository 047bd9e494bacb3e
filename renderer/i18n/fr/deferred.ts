import type { MailOutcome, MailReason } from '../../../protocol/deferral.ts';
import type { ReturnOutcome } from '../../../protocol/head.ts';
import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';

const reasons: Record<MailReason, string> = {
  mailbox: 'cette adresse n’existe pas, ou ne reçoit pas de courrier',
  'mailbox-full': 'la boîte de la personne est pleine',
  policy: 'le serveur de la personne refuse ce message',
  sender: 'le serveur de la personne refuse l’adresse du service',
  'too-large': 'le message est trop long pour ce serveur',
  unreachable: 'le serveur d’envoi ne répond pas',
  'sign-in': 'le serveur d’envoi refuse le compte du service',
  encryption: 'aucune liaison protégée avec le serveur d’envoi',
  busy: 'le serveur demande d’attendre',
  'no-answer': 'le serveur de la personne n’a pas répondu pendant des jours',
  'address-gone': 'l’adresse est déjà détruite',
  other: 'raison inconnue',
};

/** The same in as few words as a row of the list has room for. */
const shortReasons: Record<MailReason, string> = {
  mailbox: 'adresse inconnue',
  'mailbox-full': 'boîte pleine',
  policy: 'message refusé',
  sender: 'service refusé',
  'too-large': 'trop long',
  unreachable: 'pas de serveur',
  'sign-in': 'compte refusé',
  encryption: 'non chiffrable',
  busy: 'serveur occupé',
  'no-answer': 'serveur muet',
  'address-gone': 'sans adresse',
  other: 'sans raison',
};

/** What came back, as short. */
const shortStates: Record<ReturnOutcome, string> = {
  bounced: 'refusée',
  failed: 'non envoyée',
  abandoned: 'abandonnée',
  returned: 'revenue',
};

const outcomes: Record<MailOutcome, string> = {
  accepted: 'E-mail accepté par le serveur',
  bounced: 'E-mail refusé',
  failed: 'E-mail non envoyé',
  abandoned: 'Envoi abandonné après plusieurs essais',
  returned: 'La réponse n’est pas parvenue à la personne',
};

/** Answers by e-mail: the list of tasks, the composer, what became of them. */
export const deferred = {
  title: 'Différées',
  count: (count: number) => counted(count, 'fr', 'réponse par e-mail due', 'réponses par e-mail dues'),
  empty: 'Aucune réponse par e-mail n’est due.',
  noMail: fr`L’envoi d’e-mails n’est pas configuré sur ce relais : la page ne propose pas de réponse différée.`,
  age: 'demandée depuis',
  mine: 'à vous',
  heldBy: (officer: string) => `à ${officer}`,
  /** In nobody's hands, and this officer wrote the answer that came back. */
  yours: 'votre réponse',
  cameBack: (count: number) => counted(count, 'fr', 'revenue', 'revenues'),
  cameBackSpoken: (count: number) => counted(count, 'fr', 'réponse revenue', 'réponses revenues'),
  why: (state: ReturnOutcome, reason: MailReason | null): string =>
    reason === null ? shortStates[state] : fr`${shortStates[state]} : ${shortReasons[reason]}`,
  mark: 'réponse par e-mail',
  states: {
    queued: 'envoi en cours',
    accepted: 'partie',
    bounced: 'refusée',
    failed: 'non envoyée',
    abandoned: 'abandonnée',
    returned: 'revenue',
  },
  composer: {
    badge: 'Par e-mail',
    label: (reference: string) => `E-mail de réponse à ${reference}`,
    mode: 'E-mail à la personne',
    placeholder: fr`Écrivez toute la réponse, dès « Bonjour ». Votre grade, votre nom de service et la référence sont ajoutés.`,
    hint: 'Ctrl+Entrée envoie',
    send: (reference: string) => `Envoyer par e-mail (${reference})`,
    once: fr`L’adresse sert une fois : dès que le serveur accepte l’e-mail, elle est détruite et la conversation est close.`,
    deadAddress: fr`L’adresse laissée n’existe pas, ou ne reçoit pas de courrier : un autre e-mail irait à la même et serait sans doute refusé aussi. Vous pouvez noter ce qui a été tenté, puis clore : la réponse reste ici pour qui reviendrait avec la référence.`,
    quickExit: fr`Sortie rapide après la demande : la boîte est peut-être lue par quelqu’un d’autre. N’écrivez rien qui mette cette personne en danger ; dans le doute, n’envoyez pas.`,
  },
  blocked: {
    queued: fr`L’e-mail part : le serveur ne l’a pas encore accepté. De nouveaux essais sont faits d’eux-mêmes.`,
    returned: fr`La réponse n’est pas parvenue à la personne, et son adresse est détruite : aucun autre e-mail ne peut partir. Vous pouvez noter ce qui a été tenté, puis clore : la réponse reste ici pour qui reviendrait avec la référence.`,
    gone: fr`L’adresse est détruite : plus aucun e-mail ne peut partir. Vous pouvez noter, puis clore.`,
    take: 'Prenez cette demande pour y répondre par e-mail.',
    takeReturned:
      'La réponse n’est pas parvenue à la personne, et son adresse est détruite. Prenez cette demande pour dire ce qu’il en advient.',
    noMail: fr`Ce relais ne peut pas envoyer d’e-mail : prévenez votre superviseur. La demande reste gardée.`,
  },
  release: {
    title: (reference: string) => `Rendre ${reference} aux différées`,
    text: 'Un collègue pourra la prendre et y répondre par e-mail.',
    submit: 'Rendre aux différées',
  },
  entry: {
    title: 'Réponse par e-mail',
    reuse: 'Reprendre ce texte',
    reuseSame: 'Reprendre pour la même adresse',
    deferral: 'Le citoyen a laissé une adresse pour recevoir la réponse par e-mail',
    outcome: (outcome: MailOutcome, reason: MailReason | null): string =>
      reason === null ? outcomes[outcome] : fr`${outcomes[outcome]} : ${reasons[reason]}`,
    news: (reference: string, outcome: string): string => fr`${reference} – ${outcome}.`,
    destroyed: 'Adresse e-mail détruite',
  },
};
