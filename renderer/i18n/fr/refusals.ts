import type { RefusalCode } from '../../../protocol/errors.ts';
import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';
import type { Asked } from '../why-refused.ts';

/** Why something was refused: what happened and what to do, in one sentence each. */
export const refusals: Record<RefusalCode | 'offline', string> = {
  malformed: fr`Le relais n’a pas compris la demande. Réessayez ; si cela revient, prévenez le support.`,
  'out-of-order': 'La demande est arrivée au mauvais moment. Réessayez.',
  'too-large': 'Le texte est trop long. Raccourcissez-le, puis renvoyez.',
  'rate-limited': 'Trop de demandes à la fois. Patientez quelques secondes, puis réessayez.',
  'not-signed-in': 'Votre session est terminée. Reconnectez-vous.',
  'sign-in-failed': 'Identifiant ou mot de passe incorrect.',
  'locked-out': 'Compte bloqué un moment après trop d’essais.',
  forbidden: 'Votre rôle ne le permet pas. Demandez à un superviseur.',
  'not-found': 'Cette conversation n’existe plus.',
  'id-reused': fr`Cet envoi existe déjà. Rien n’a été doublé ; vérifiez le journal.`,
  'conversation-closed': fr`La conversation est close : plus rien ne peut y être écrit.`,
  'conversation-full': fr`Le journal est plein. Clôturez la conversation : le citoyen peut en ouvrir une autre.`,
  'already-taken': 'Un collègue vient de la prendre. Prenez la suivante.',
  'not-holder': 'Vous ne suivez plus cette conversation.',
  'wrong-state': 'La conversation a changé d’état entre-temps. Regardez où elle en est.',
  'queue-empty': 'Personne n’attend.',
  'at-capacity': fr`Vous êtes au complet. Clôturez ou mettez de côté une conversation, ou augmentez votre capacité.`,
  'not-available': fr`Ce n’est pas possible pour le moment. Réessayez dans un instant ; si cela revient, prévenez votre superviseur.`,
  'for-group': fr`Elle attend d’abord un groupe dont vous n’êtes pas. Prenez-en une autre ; elle sera à tous dans un instant.`,
  'name-taken': 'Ce nom est déjà pris. Choisissez-en un autre.',
  'subject-missing': 'Donnez d’abord son sujet en quelques mots.',
  'reason-missing': fr`Dites d’abord pourquoi elle est abusive : un motif et un commentaire.`,
  'emergency-unacknowledged': 'Prenez d’abord en compte l’urgence.',
  'unknown-platform': 'Cette plateforme n’est plus au catalogue. Choisissez-en une autre.',
  'unknown-station': 'Cette adresse n’est plus dans l’annuaire. Cherchez-en une autre.',
  'link-blocked': fr`Le lien de cette plateforme ne répond plus comme prévu. Envoyez plutôt celle de remplacement, ou une autre.`,
  'chat-closed': 'Le tchat est fermé.',
  'mail-unavailable': fr`Ce relais ne peut pas envoyer d’e-mail : prévenez votre superviseur. La demande est gardée.`,
  'mail-pending': fr`Un e-mail est en cours d’envoi. Attendez qu’il soit accepté ou refusé, puis réessayez.`,
  'address-gone': fr`L’adresse e-mail est détruite : plus rien ne peut lui être envoyé.`,
  'return-refused': 'Cette phrase n’ouvre rien.',
  'terms-outdated': 'Les conditions d’utilisation ont changé.',
  'storage-unavailable': fr`Le relais ne peut rien enregistrer pour le moment. Rien n’est perdu ; réessayez.`,
  'shutting-down': 'Le relais redémarre. Réessayez dans un instant.',
  blocked: 'Le tchat est fermé à cette personne pour un temps.',
  'origin-unknown': fr`L’adresse réseau n’est plus connue : bloquez plutôt le navigateur.`,
  offline: fr`Impossible hors connexion : cela se décide avec le relais. Réessayez au retour de la connexion.`,
};

const colleagueAway = 'Ce collègue n’est pas disponible. Choisissez-en un autre.';

/** What `not-available` means of one act: what is missing, and what to do without it. */
export const unavailable: Partial<Record<Asked, string>> = {
  assign: colleagueAway,
  consult: colleagueAway,
  transfer: 'Ce groupe n’existe plus. Choisissez-en un autre.',
  warn: fr`Le texte de l’avertissement n’est plus valable, ou manque : écrivez-le vous-même, et prévenez votre superviseur.`,
  block: fr`Trop de blocages sont en cours. Clôturez sans bloquer, ou demandez à un superviseur d’en lever.`,
  export: fr`Le relais n’a pas pu fabriquer la copie. Réessayez dans un instant ; si cela revient, prévenez votre superviseur.`,
};

const acts = {
  'take-next': 'La suivante n’a pas été prise.',
  take: 'Elle n’a pas été prise.',
  message: 'Message non envoyé.',
  note: 'Note non ajoutée.',
  email: 'E-mail non envoyé.',
  warn: 'Avertissement non envoyé.',
  block: 'Ni close, ni bloquée.',
  unblock: 'Blocage non levé.',
  reveal: fr`Donnée non affichée : cela n’a pas pu être noté.`,
  redirection: 'Fiche non envoyée.',
  station: 'Adresse non envoyée.',
  question: 'Question non envoyée.',
  subject: 'Sujet non changé.',
  tags: 'Étiquettes non changées.',
  park: 'Elle n’a pas été mise de côté.',
  resume: 'Elle n’a pas été reprise.',
  release: 'Elle n’a pas été rendue à la file.',
  assign: 'Elle n’a pas changé de main.',
  transfer: 'Elle n’a pas été passée au groupe.',
  consult: 'L’avis n’a pas été demandé.',
  'hand-over': 'La relève ne s’est pas faite.',
  close: 'Elle n’a pas été close.',
  'flag-emergency': 'Urgence non signalée.',
  'acknowledge-emergency': 'Prise en compte non enregistrée.',
};

export const notices = {
  acts,
  conversationChanged: (reference: string) =>
    fr`Non envoyé : la conversation affichée vient de changer (${reference}). Relisez, puis envoyez de nouveau.`,
  focusMoved: (reference: string) =>
    fr`Non envoyé : le curseur venait d’arriver de lui-même dans la réponse à ${reference}. Relisez, puis envoyez.`,
  noteKept: (reference: string) =>
    fr`${reference} : vous pouvez écrire au citoyen. Ce que vous tapez reste une note interne ; Alt+N pour lui répondre.`,
  missingVariables: (names: string) =>
    fr`Non envoyé : il reste à compléter ${names}. Remplacez ce qui est entre accolades, puis envoyez.`,
  linkBlocked: (name: string, fallback: string | null) =>
    fallback === null
      ? fr`Fiche « ${name} » non jointe : son lien ne répond plus comme prévu. Choisissez-en une autre.`
      : fr`Fiche « ${name} » non jointe : son lien ne répond plus comme prévu. Vous pouvez joindre à la place : ${fallback}.`,
  responseExpired: (title: string, until: string) =>
    fr`« ${title} » n’est plus valable depuis le ${until} : choisissez-en une autre, et prévenez votre superviseur.`,
  contentSaved: (name: string) => fr`« ${name} » est enregistré et transmis à tous les bureaux.`,
  ownSaved: (name: string) => fr`« ${name} » est enregistrée, pour vous seul.`,
  contentRemoved: (name: string) => fr`« ${name} » est supprimé.`,
  contentRefused: (why: string) => fr`Rien n’a été enregistré ; votre texte reste ici. ${why}`,
  tooLong: fr`Non envoyé : le texte dépasse la longueur permise. Raccourcissez-le, puis envoyez.`,
  purged: fr`La conversation affichée est arrivée au terme de sa conservation : elle a été détruite.`,
  passed: (reference: string) => `${reference} a été transmise.`,
  gone: (reference: string) => fr`${reference} n’est plus à vous : un collègue la suit.`,
  closed: (reference: string) => `${reference} est close.`,
  closing: (reference: string) => fr`${reference} va être close dans quelques secondes.`,
  closingIn: (reference: string, seconds: number) => fr`${reference} sera close dans ${seconds} s`,
  closingUndo: (reference: string) => `Annuler la clôture de ${reference}`,
  undo: 'Annuler',
  closingUndone: (reference: string) => `${reference} reste ouverte.`,
  closingPassed: (reference: string) =>
    fr`${reference} n’a pas été close : elle a changé de mains entre-temps.`,
  nextWhenClosed: (reference: string) =>
    fr`Vous êtes au complet : la suivante viendra dès que ${reference} sera close.`,
  closingStopped: (reference: string) =>
    fr`Le citoyen vient d’écrire : ${reference} reste ouverte. Répondez, puis clôturez de nouveau.`,
  handingOver: fr`La relève est en cours : le relais n’a pas encore répondu…`,
  handedOver: (count: number) =>
    count === 0
      ? fr`Vous ne suiviez aucune conversation : votre présence a changé.`
      : fr`Relève faite : ${counted(count, 'fr', 'conversation continue', 'conversations continuent')} sans vous.`,
  signingOut: fr`Déconnexion : tout ce que vous aviez commencé n’est pas encore enregistré…`,
  notSignedOut: (references: string) =>
    fr`Déconnexion arrêtée : ce que vous aviez commencé d’écrire n’est pas joint partout${references === '' ? '' : ` (${references})`}. Recopiez-le ou effacez-le s’il le faut, puis déconnectez-vous de nouveau.`,
  stranded: (act: string, text: string | null) =>
    text === null
      ? fr`${act} La conversation est passée en d’autres mains auparavant.`
      : fr`${act} La conversation est passée en d’autres mains auparavant. Vous aviez écrit : « ${text} »`,
  draftsLeft: (references: string) =>
    fr`${references} : ce que vous aviez commencé d’écrire est joint en note interne, pour qui reprend.`,
  draftUnsent: (reference: string, text: string) =>
    fr`${reference === '' ? 'Une conversation' : reference} est close, ou n’est plus à vous : ce que vous aviez commencé d’écrire n’y est pas joint. ${text}`,
  putAside: (reference: string, dialog: string) =>
    fr`${reference} : ce que vous écriviez est gardé (${dialog}).`,
  resume: 'Reprendre',
  resumeNamed: (reference: string, dialog: string) => fr`Reprendre ${reference} : ${dialog}`,
  dialogs: {
    assign: 'passer la conversation',
    consult: fr`demander l’avis d’un collègue`,
    release: fr`rendre la conversation`,
    close: fr`clore la conversation`,
    export: fr`exporter`,
    'hand-over': fr`la relève`,
  },
  unheard: (reference: string) =>
    fr`${reference} a été rendue en tête de file : l’urgence y était restée sans réponse ni prise en compte. Vous pouvez la reprendre si elle attend encore.`,
  exported: (reference: string, file: string) =>
    fr`${reference} : copie enregistrée (${file}). Elle échappe à la destruction automatique : protégez-la, puis détruisez-la quand elle a servi.`,
  notExported: (reference: string) => fr`${reference} : aucune copie enregistrée.`,
  exportProblems: {
    inside: fr`Ce dossier est celui du bureau, détruit par ses propres règles : choisissez-en un autre.`,
    'not-written': fr`Le fichier n’a pas pu être écrit. Choisissez un autre dossier, ou libérez de la place.`,
  },
  taken: (reference: string) =>
    fr`${reference} est à vous. Vous étiez à autre chose : ouvrez-la quand vous voudrez.`,
  queueEmpty: 'Personne n’attend.',
  more: (count: number) => counted(count, 'fr', 'autre avis à lire', 'autres avis à lire'),
  nothingUnread: 'Personne n’attend de réponse de vous.',
  restored: fr`La fenêtre s’était arrêtée ; elle est revenue avec vos conversations et vos brouillons. Relisez le dernier mot que vous écriviez.`,
};
