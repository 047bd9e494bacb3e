import type { silenceFr } from './silence-fr.ts';

export const silenceEn: typeof silenceFr = {
  title: 'Weather',
  enter: 'I cannot write freely',
  enterShort: 'I cannot write',
  on: 'Discreet mode: this page takes an ordinary title and icon, and makes no sound. You answer by taps. The officer will know.',
  phrase: 'Choose words to come back',
  comeBack: 'Go on with a conversation left quickly',
  linePhrase: (reference) => `You chose words to come back. Remember the reference too: ${reference}.`,
  lineReturn: 'The conversation goes on here.',
  lineOn: 'Discreet mode: the officer knows that you cannot write freely.',
  lineOff: 'Discreet mode is off: the officer knows that you can write.',
};
