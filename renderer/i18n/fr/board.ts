import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';

export const board = {
  region: 'Tableau de bord',
  numbers: {
    label: 'Chiffres du moment',
    waiting: 'en attente',
    longest: 'attente la plus longue',
    perOfficer: 'actives par policier',
    perOfficerDetail: (active: number, officers: number) => fr`${active} pour ${officers} en service`,
    emergencies: (count: number): string =>
      count < 2 ? 'urgence à prendre en compte' : 'urgences à prendre en compte',
  },
  endings: {
    label: 'Textes à relire',
    ended: (count: number) => counted(count, 'fr', 'texte a pris fin', 'textes ont pris fin'),
    ending: (count: number, day: string) =>
      fr`${counted(count, 'fr', 'texte prend fin', 'textes prennent fin')} d’ici le ${day}`,
    open: 'Les relire',
  },
  queue: { title: 'File d’attente', empty: 'Personne n’attend.' },
  open: { title: 'Conversations suivies', empty: 'Aucune conversation n’est suivie.' },
  officers: { title: 'Policiers', empty: 'Aucun policier n’est connecté.' },
  columns: {
    reference: 'Réf.',
    subject: 'Sujet',
    language: 'Langue',
    wait: 'Attente',
    holder: 'Titulaire',
    state: 'État',
    unanswered: 'Sans réponse',
    actions: 'Actions',
    officer: 'Policier',
    presence: 'Présence',
    since: 'Depuis',
    load: 'Charge',
    parked: 'De côté',
  },
  sortBy: (column: string) => fr`Trier par : ${column}`,
  take: (reference: string) => `Prendre ${reference}`,
  assign: (reference: string) => `Attribuer ${reference}`,
  reassign: (reference: string) => `Réattribuer ${reference}`,
  close: (reference: string) => `Clore ${reference}`,
  open_: (reference: string) => `Ouvrir ${reference}`,
  short: { take: 'Prendre', assign: 'Attribuer', reassign: 'Réattribuer', close: 'Clore' },
  supervisor: 'superviseur',
  plot: {
    title: 'Attente des dernières heures',
    summary: (hours: string) =>
      fr`Nombre de personnes en attente, ${hours} : le tableau à côté donne les mêmes valeurs.`,
    since: (time: string) => `depuis ${time}`,
    starting: fr`Les mesures commencent : une par minute tant que cette fenêtre est ouverte.`,
    quarter: 'Dès',
    highest: 'Max.',
    mean: 'Moy.',
    longest: 'Attente',
    waiting: 'En attente',
  },
};
