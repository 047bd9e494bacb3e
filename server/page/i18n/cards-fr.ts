/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionFr = {
  title: 'Service conseillé par le policier',
  audience: 'Pour qui',
  hours: 'Horaires',
  open: (domain: string) => `Ouvrir ${domain}`,
  call: (number: string) => `Appeler le ${number}`,
  text: (number: string) => `Envoyer un SMS au ${number}`,
  unverified: 'Informations à confirmer auprès de ce service.',
};

export const stationFr = {
  title: 'Adresse conseillée par le policier',
  always: 'Ouvert jour et nuit, tous les jours',
  wheelchair: 'Accessible en fauteuil roulant',
  noWheelchair: 'Pas accessible en fauteuil roulant',
  note: 'À savoir',
};
