import type { Texts } from './texts.ts';

/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionEn: Texts['redirection'] = {
  title: 'Service suggested by the officer',
  audience: 'For whom',
  hours: 'Hours',
  open: (domain) => `Open ${domain}`,
  call: (number) => `Call ${number}`,
  text: (number) => `Text ${number}`,
  unverified: 'To be confirmed with this service.',
};

export const stationEn: Texts['station'] = {
  title: 'Address suggested by the officer',
  always: 'Open day and night, every day',
  wheelchair: 'Wheelchair access',
  noWheelchair: 'No wheelchair access',
  note: 'Good to know',
};
