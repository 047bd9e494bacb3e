import type { Texts } from './texts.ts';

/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionDe: Texts['redirection'] = {
  title: 'Vom Polizisten empfohlene Stelle',
  audience: 'Für wen',
  hours: 'Zeiten',
  open: (domain) => `${domain} öffnen`,
  call: (number) => `${number} anrufen`,
  text: (number) => `SMS an ${number} senden`,
  unverified: 'Bitte fragen Sie bei dieser Stelle nach, ob diese Angaben stimmen.',
};

export const stationDe: Texts['station'] = {
  title: 'Vom Polizisten empfohlene Adresse',
  always: 'Tag und Nacht geöffnet, jeden Tag',
  wheelchair: 'Mit dem Rollstuhl zugänglich',
  noWheelchair: 'Nicht mit dem Rollstuhl zugänglich',
  note: 'Gut zu wissen',
};
