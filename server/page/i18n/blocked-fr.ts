/** The page's words for whoever may open no conversation for a time. */
export const blockedFr = {
  title: 'Le tchat vous est fermé pour un temps',
  until: (when: string) => `Vous ne pouvez pas ouvrir de conversation avant le ${when}.`,
  why: 'Un policier a clos une conversation abusive venue de ce navigateur ou de cette connexion. Les conditions d’utilisation l’excluent (article 7).',
  notYou: 'Si ce n’était pas vous, la connexion est peut-être partagée : la mesure se lève d’elle-même.',
  remainsTitle: 'Ce qui reste possible',
  emergency: 'En cas d’urgence, appelez le 17 ou le 112, ou envoyez un SMS au 114 : rien ne les ferme.',
  help: 'Lire le centre d’aide',
  station: 'Se rendre dans un commissariat : tous reçoivent le public.',
};
