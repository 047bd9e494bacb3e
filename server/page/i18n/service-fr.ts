/** The page's words for what surrounds a conversation: reports, announcements, what comes after. */
export const serviceFr = {
  announcement: 'Annonce du service',
  report: 'Signaler un problème',
  receipt: {
    link: 'Reçu de la copie',
    explain:
      'Le reçu prouve plus tard ce que la police a répondu, même après la destruction. Prenez-le juste après la copie, et gardez les deux.',
  },
  satisfaction: {
    ask: 'Avez-vous obtenu ce qu’il vous fallait ?',
    yes: 'Oui',
    partly: 'En partie',
    no: 'Non',
    anonymous: 'Facultatif et anonyme : seul un nombre de réponses par jour est gardé.',
    thanks: 'Merci, votre réponse est comptée.',
    failed: 'Votre réponse n’a pas pu être comptée. Ce n’est pas grave.',
  },
};
