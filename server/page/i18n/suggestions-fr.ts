/** Articles of the help centre for whoever waits, found in the browser. Loaded with the search. */
export const suggestionsFr = {
  title: 'En attendant, ces articles peuvent vous répondre',
  keep: 'Ils s’ouvrent à part : vous gardez votre place.',
};
