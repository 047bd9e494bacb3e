import type { Texts } from './texts.ts';

/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionPt: Texts['redirection'] = {
  title: 'Serviço aconselhado pelo polícia',
  audience: 'Para quem',
  hours: 'Horário',
  open: (domain) => `Abrir ${domain}`,
  call: (number) => `Ligar ${number}`,
  text: (number) => `Enviar um SMS para o ${number}`,
  unverified: 'Informações a confirmar junto deste serviço.',
};

export const stationPt: Texts['station'] = {
  title: 'Morada aconselhada pelo polícia',
  always: 'Aberto dia e noite, todos os dias',
  wheelchair: 'Acessível em cadeira de rodas',
  noWheelchair: 'Não acessível em cadeira de rodas',
  note: 'A saber',
};
