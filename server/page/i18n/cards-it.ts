import type { Texts } from './texts.ts';

/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionIt: Texts['redirection'] = {
  title: 'Servizio consigliato dall’agente',
  audience: 'Per chi',
  hours: 'Orari',
  open: (domain) => `Aprire ${domain}`,
  call: (number) => `Chiamare il ${number}`,
  text: (number) => `Mandare un SMS al ${number}`,
  unverified: 'Informazioni da confermare presso questo servizio.',
};

export const stationIt: Texts['station'] = {
  title: 'Indirizzo consigliato dall’agente',
  always: 'Aperto giorno e notte, tutti i giorni',
  wheelchair: 'Accessibile in sedia a rotelle',
  noWheelchair: 'Non accessibile in sedia a rotelle',
  note: 'Da sapere',
};
