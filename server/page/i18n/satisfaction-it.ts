import type { Texts } from './texts.ts';

/** The question after the end: a file of its own, so that a visitor's language is loaded without the others. */
export const satisfactionIt: Texts['service']['satisfaction'] = {
  ask: 'Ha ottenuto ciò di cui aveva bisogno?',
  yes: 'Sì',
  partly: 'In parte',
  no: 'No',
  anonymous: 'Facoltativo e anonimo: si conserva solo un numero di risposte al giorno.',
  thanks: 'Grazie, la sua risposta è stata contata.',
  failed: 'La sua risposta non è stata contata. Non fa nulla.',
};
