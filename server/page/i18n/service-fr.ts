/** The page's words for what surrounds a conversation: reports, announcements, what comes after. */
export const serviceFr = {
  report: 'Signaler un problème',
  receipt: {
    link: 'Reçu de la copie',
    explain:
      'Le reçu prouve plus tard ce que la police a répondu, même après la destruction. Prenez-le juste après la copie, et gardez les deux.',
  },
};
