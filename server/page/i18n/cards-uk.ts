import type { Texts } from './texts.ts';

/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionUk: Texts['redirection'] = {
  title: 'Служба, яку радить поліцейський',
  audience: 'Для кого',
  hours: 'Години',
  open: (domain) => `Відкрити ${domain}`,
  call: (number) => `Подзвонити ${number}`,
  text: (number) => `Надіслати SMS на ${number}`,
  unverified: 'Ці відомості слід уточнити в цій службі.',
};

export const stationUk: Texts['station'] = {
  title: 'Адреса, яку радить поліцейський',
  always: 'Відчинено вдень і вночі, щодня',
  wheelchair: 'Доступно для людей на візку',
  noWheelchair: 'Недоступно для людей на візку',
  note: 'Варто знати',
};
