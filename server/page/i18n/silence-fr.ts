/** Silent mode, as far as it must be known before its own file is there: see taps-fr.ts. */
export const silenceFr = {
  /** What the tab and the history are called meanwhile: as ordinary as the page the quick exit leads to. */
  title: 'Météo',
  enter: 'Je ne peux pas écrire librement',
  enterShort: 'Je ne peux pas écrire',
  on: 'Mode discret : cette page prend un titre et une icône ordinaires, sans aucun son. Vous répondez par touches. Le policier le saura.',
  phrase: 'Choisir des mots pour revenir',
  comeBack: 'Reprendre une conversation quittée vite',
  linePhrase: (reference: string) =>
    `Vous avez choisi des mots pour revenir. Retenez aussi la référence : ${reference}.`,
  lineReturn: 'La conversation reprend ici.',
  lineOn: 'Mode discret : le policier sait que vous ne pouvez pas écrire librement.',
  lineOff: 'Mode discret arrêté : le policier sait que vous pouvez écrire.',
};
