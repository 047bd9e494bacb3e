import { fr } from './fr.ts';
import type { Texts } from './texts.ts';

/**
 * French made easy to read and to understand ("FALC"): short sentences, one idea in each, everyday words. The
 * screens that everybody passes are written anew; what is not here is as in French. Not yet read by the persons
 * concerned, which the rules of FALC ask for (docs/accessibility.md).
 */
export const frSimple: Texts = {
  ...fr,
  site: { ...fr.site, brand: 'Parler à la police par écrit' },
  emergency: {
    ...fr.emergency,
    ask: 'Danger ?',
    who114: 'Vous ne pouvez pas entendre ou parler ? 114',
    cardTitle: 'Êtes-vous en danger maintenant ?',
    cardText: 'N’attendez pas. Téléphonez tout de suite.',
    cardWho: 'Le 112 est le numéro de tous les secours. Vous ne pouvez pas parler ? Envoyez un SMS au 114.',
    cardHide: 'Cacher ce message',
  },
  exit: {
    ...fr.exit,
    button: 'Partir vite',
    where: 'La page de la police disparaît. Vous voyez un site de météo.',
  },
  home: {
    ...fr.home,
    title: 'Parler à un policier par écrit',
    lead: 'Vous écrivez à un policier. Le policier vous répond. C’est gratuit.',
    open: 'Des policiers sont là.',
    busy: 'Des policiers sont là. Ils parlent déjà avec d’autres personnes.',
    nobody: 'Il n’y a pas de policier maintenant. Vous pouvez attendre. L’attente peut être longue.',
    unknown: 'Nous ne savons pas encore si un policier est là.',
    soon: 'Un policier vous répond bientôt.',
    ready: 'Attendez un peu. Un bouton va apparaître ici.',
    untranslated: '',
    subject: 'De quoi voulez-vous parler ?',
    subjectHelp: 'Vous pouvez choisir. Vous pouvez aussi ne rien choisir.',
    danger: 'Vous êtes en danger maintenant ? N’attendez pas. Appelez le 17.',
    start: 'Écrire à un policier',
    wait: 'Attendre un policier',
    doesTitle: 'Le policier peut vous aider',
    does: ['Il répond à vos questions.', 'Il vous dit où aller.', 'Il vous dit quoi faire.'],
    doesNotTitle: 'Ce que le policier ne peut pas faire ici',
    doesNot: [
      'Il n’envoie pas de secours. Danger ? Appelez le 17 ou le 112.',
      'Il ne prend pas de plainte ici.',
      'Vos messages restent 3 mois au maximum. Après, ils sont effacés.',
    ],
  },
  help: {
    ...fr.help,
    label: 'Vous cherchez une réponse ?',
    hint: 'Écrivez un ou deux mots. Par exemple : vol de vélo.',
    submit: 'Chercher',
  },
  terms: {
    ...fr.terms,
    title: 'Les règles',
    lead: 'Lisez les règles. Vous êtes d’accord ? Appuyez sur le bouton en bas.',
    penal: 'La loi',
    accept: 'Je suis d’accord',
    accepting: 'Attendez un peu…',
    back: 'Retour',
    summary: 'Les règles importantes',
    whole: 'Toutes les règles',
    binding:
      'Voici toutes les règles. Ce texte est plus difficile. Vous pouvez demander de l’aide pour le lire.',
    changed: 'Les règles ont changé. Lisez les nouvelles règles.',
  },
  queue: {
    ...fr.queue,
    title: 'Vous attendez un policier',
    position: (position) => {
      if (position === 1) return 'C’est bientôt votre tour.';
      return position === 2 ? 'Une personne est avant vous.' : `${position - 1} personnes sont avant vous.`;
    },
    unknown: 'Attendez un peu…',
    write: 'Vous pouvez déjà écrire.',
    keep: 'Laissez cette page ouverte. Vous gardez votre place.',
    meanwhile: 'Pendant que vous attendez',
    meanwhileList: [
      'Notez où et quand c’est arrivé.',
      'Préparez vos papiers ou vos photos.',
      'Ne donnez jamais un mot de passe.',
    ],
    returned: 'Vous attendez un autre policier. C’est bientôt votre tour.',
    nobodyNow: 'Un policier arrive bientôt.',
  },
  chat: {
    ...fr.chat,
    empty: 'Il n’y a pas encore de message.',
    retrying: 'Pas envoyé. Nous essayons encore.',
    notSent: 'Pas envoyé',
    opened: 'La discussion commence.',
    taken: (officer) => `${officer} est le policier qui vous répond.`,
    takenOver: (officer) => `${officer} est le nouveau policier. Il a lu vos messages.`,
    released: 'Vous attendez un autre policier. Il va lire vos messages.',
    flagged: 'Votre message est urgent. Vous passez en premier.',
    departed: 'Vous êtes parti.',
    absent: 'Vous n’étiez plus là. La discussion est fermée.',
    closed: 'La discussion est finie.',
    away: 'Le policier a un problème de connexion. Attendez un peu.',
    end: 'Finir',
    endLabel: 'Finir la discussion',
  },
  end: {
    ...fr.end,
    ask: 'Voulez-vous finir ?',
    explain: 'La discussion s’efface de cet appareil. Vous ne pourrez plus la lire.',
    unsent: 'Un message n’est pas encore parti. Il partira si la connexion revient.',
    yes: 'Oui, finir',
    no: 'Non, continuer',
    leaving: 'Attendez un peu…',
  },
  ended: {
    ...fr.ended,
    title: 'La discussion est finie',
    next: 'Elle est effacée de cet appareil.',
    closedBy: 'Vous pouvez encore lire. Après, vous pouvez effacer.',
    followUp: 'Le policier vous a dit où aller ? Allez-y.',
    reference: (reference) => `Votre numéro : ${reference}. Gardez ce numéro.`,
    purge: (day) => `Tout sera détruit le ${day}.`,
    home: 'Retour au début',
    erase: 'Effacer et revenir au début',
    automatic: 'Si vous ne faites rien, tout s’efface ici dans 10 minutes.',
  },
  noScript: {
    title: 'Le tchat ne marche pas sur cet appareil.',
    what: 'Essayez avec un autre téléphone ou un autre ordinateur. Vous pouvez demander de l’aide à une personne.',
    urgent:
      'Danger ? Appelez le 17 ou le 112. Vous ne pouvez pas parler ? Envoyez un SMS au 114. Vous pouvez aussi aller dans un commissariat.',
  },
  problems: {
    ...fr.problems,
    unavailableTitle: 'Le tchat ne marche pas',
    unavailableText: 'Rien n’est perdu. Regardez si Internet marche.',
    unavailableDo: 'Danger ? Appelez le 17 ou le 112. Le téléphone marche sans Internet.',
    unreachable: 'Le tchat ne répond pas. Essayez encore.',
    gone: 'Cette discussion n’existe plus. Vous pouvez en commencer une autre.',
  },
};
