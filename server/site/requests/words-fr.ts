import type { Right } from '../../../protocol/request.ts';

/** The words of the site's forms in French, the reference; their shape is the shape of every catalogue. */
export const requestsFr = {
  faulty: (title: string) => `Erreur : ${title}`,
  fix: 'L’envoi n’a pas eu lieu. Corrigez ce qui est indiqué ci-dessous ; ce que vous avez écrit est gardé.',
  optional: '(facultatif)',
  later:
    'Ce formulaire n’est pas lu tout de suite, et ne fait venir personne. Pour une urgence, appelez le 17 ou le 112, ou envoyez un SMS au 114.',
  malfunction: {
    title: 'Signaler un problème',
    lead: 'Une page qui ne marche pas, un lien mort, une information fausse, une difficulté d’accès : dites-le ici. Les superviseurs du service le lisent.',
    subject: 'Dysfonctionnement signalé',
    place: 'Sur quelle page ?',
    placeHelp: 'Son titre ou son adresse.',
    text: 'Que s’est-il passé ?',
    textHelp:
      'Ce que vous vouliez faire, et ce que vous avez vu. N’écrivez ni mot de passe, ni ce que vous diriez à un policier : pour cela, ouvrez le tchat.',
    address: 'Votre adresse e-mail',
    addressHelp: 'Seulement si vous voulez une réponse. L’adresse sert une fois, puis elle est détruite.',
    submit: 'Envoyer le signalement',
  },
  rights: {
    heading: 'Faire une demande',
    lead: 'Un superviseur du service la lit et vous répond dans le mois.',
    right: 'Quel droit voulez-vous exercer ?',
    rights: {
      access: 'Accès',
      rectification: 'Rectification',
      limitation: 'Limitation',
      erasure: 'Effacement',
      opposition: 'Opposition',
    } satisfies Record<Right, string>,
    subjects: {
      access: 'Droit d’accès',
      rectification: 'Droit de rectification',
      limitation: 'Droit à la limitation',
      erasure: 'Droit à l’effacement',
      opposition: 'Droit d’opposition',
    } satisfies Record<Right, string>,
    concerns: 'Référence de la conversation',
    concernsHelp:
      'C- suivi de chiffres, par exemple C-1234. Sans elle, donnez la date et l’heure ci-dessous.',
    text: 'Votre demande',
    textHelp:
      'Dites ce que vous demandez, et donnez la date et l’heure de la conversation. N’écrivez aucun numéro de pièce d’identité.',
    address: 'Votre adresse e-mail',
    addressHelp:
      'Celle que vous aviez donnée dans la conversation, si vous en aviez donné une. Elle sert à vous répondre une fois, puis elle est détruite.',
    noMail: (dpo: string) =>
      `Ce service ne peut pas répondre par e-mail pour l’instant. Envoyez votre demande, notez sa référence, puis écrivez à cette adresse pour recevoir la réponse : ${dpo}.`,
    submit: 'Envoyer la demande',
  },
  problems: {
    'no-text': 'Écrivez quelques mots : le champ est vide.',
    'long-text': (most: string) => `Le texte est trop long : ${most} caractères au plus.`,
    'long-place': (most: string) => `C’est trop long : ${most} caractères au plus.`,
    'no-right': 'Choisissez un droit.',
    'wrong-reference':
      'Une référence s’écrit C- suivi de chiffres, par exemple C-1234. Laissez ce champ vide si vous ne l’avez pas.',
    'no-address': 'Donnez une adresse e-mail : sans elle, on ne peut pas vous répondre.',
    'wrong-address': 'Cette adresse e-mail n’est pas complète. Exemple : nom@exemple.fr.',
  },
  troubles: {
    'rate-limited':
      'Trop d’envois depuis cet accès à internet. Rien n’est perdu : attendez quelques minutes, puis envoyez de nouveau.',
    unavailable:
      'Le service ne peut rien enregistrer pour le moment. Rien n’est envoyé ; réessayez dans quelques minutes.',
    'already-sent':
      'Ce formulaire a déjà été envoyé, avec un autre contenu. Envoyez de nouveau pour faire une autre demande.',
    'too-large':
      'Ce qui a été envoyé est trop long ou n’a pas pu être lu. Recommencez avec un texte plus court.',
    forbidden:
      'Cet envoi ne vient pas de cette page, ou votre navigateur cache d’où il vient. Envoyez de nouveau depuis ici.',
  },
  received: {
    malfunction: 'Signalement envoyé',
    rights: 'Demande envoyée',
    reference: 'Votre référence',
    keep: 'Notez-la : elle n’est affichée qu’ici, et permet de retrouver votre envoi.',
    answered: 'La réponse arrivera à votre adresse e-mail, une seule fois.',
    within:
      'Le délai prévu par la loi est d’un mois ; il peut être prolongé si la demande est complexe, et on vous le dit.',
    unanswered: 'Vous n’avez pas laissé d’adresse : vous ne recevrez pas de réponse.',
    write: (dpo: string) => `Pour recevoir la réponse, écrivez avec cette référence à : ${dpo}.`,
    destroyed: (day: string) => `Votre envoi est détruit le ${day} au plus tard.`,
    danger:
      'Ce que vous avez écrit fait penser à un danger. Personne ne vient après ce formulaire : appelez le 17 ou le 112, ou envoyez un SMS au 114.',
  },
};

export type RequestWords = typeof requestsFr;
