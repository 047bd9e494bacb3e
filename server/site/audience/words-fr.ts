/** The words of the audience measurement on the page of the cookies, in French, the reference. */
export const audienceFr = {
  title: 'La mesure d’audience',
  off: 'Ce service ne mesure pas l’audience : il n’y a rien à refuser.',
  what: 'Ce service compte combien de fois chaque page est ouverte chaque jour. Il ne dépose aucun cookie pour cela et n’enregistre ni adresse, ni appareil, ni ce que vous cherchez. Rien n’est transmis à un autre site.',
  counted: 'Vos visites comptent dans ces nombres. Vous pouvez le refuser.',
  refuse: 'Refuser la mesure d’audience',
  refused:
    'Vous avez refusé : vos visites ne sont pas comptées. Ce refus est gardé par un cookie jusqu’à la fermeture du navigateur, pour ne pas laisser de trace.',
  accept: 'Annuler mon refus',
  signal:
    'Votre navigateur signale que vous refusez d’être suivi : vos visites ne sont pas comptées. Vous n’avez rien à faire.',
  lasting:
    'Pour refuser partout et pour longtemps, activez dans votre navigateur le signal « Ne pas me pister » ou « Global Privacy Control » : il est respecté.',
};

export type AudienceWords = typeof audienceFr;
