import type { Texts } from './texts.ts';

/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionEs: Texts['redirection'] = {
  title: 'Servicio aconsejado por el policía',
  audience: 'Para quién',
  hours: 'Horario',
  open: (domain) => `Abrir ${domain}`,
  call: (number) => `Llamar al ${number}`,
  text: (number) => `Enviar un SMS al ${number}`,
  unverified: 'Información que debe confirmar con este servicio.',
};

export const stationEs: Texts['station'] = {
  title: 'Dirección aconsejada por el policía',
  always: 'Abierto día y noche, todos los días',
  wheelchair: 'Accesible en silla de ruedas',
  noWheelchair: 'No accesible en silla de ruedas',
  note: 'Conviene saber',
};
