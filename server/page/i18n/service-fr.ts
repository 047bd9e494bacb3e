/** The page's words for what surrounds a conversation: reports, announcements, what comes after. */
export const serviceFr = {
  report: 'Signaler un problème',
};
