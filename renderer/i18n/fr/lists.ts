import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';

export const lists = {
  region: 'File et conversations',
  queue: {
    title: 'File',
    count: (count: number) => counted(count, 'fr', 'en attente', 'en attente'),
    empty: 'Personne n’attend.',
    emergencies: 'Urgences',
    takeNext: 'Prendre la suivante',
    take: 'Prendre',
    takeNamed: (reference: string) => `Prendre ${reference}`,
    waits: (duration: string) => `attend depuis ${duration}`,
    returned: 'revenue en file',
    needsSupervisor: 'superviseur demandé',
  },
  mine: {
    title: 'Mes conversations',
    load: (active: number, capacity: number) => `${active}/${capacity}`,
    loadSpoken: (active: number, capacity: number) => `${active} actives pour une capacité de ${capacity}`,
    empty: 'Vous ne suivez aucune conversation.',
    unread: (count: number) => counted(count, 'fr', 'message non lu', 'messages non lus'),
    unreadSome: 'messages non lus',
    unanswered: (duration: string) => `sans réponse depuis ${duration}`,
    draft: 'brouillon',
    refused: 'non envoyé',
    typing: 'écrit…',
  },
  history: {
    title: 'Historique',
    empty: 'Aucune conversation close sur ce poste.',
    more: 'Charger la suite',
    closedAt: (stamp: string) => `close le ${stamp}`,
  },
  noSubject: 'Sans sujet',
  languages: {
    fr: 'français',
    en: 'anglais',
    es: 'espagnol',
  },
  /** As short as a row needs; spelled out where they could be taken for a country. */
  languageMarks: {
    fr: 'FR',
    en: 'EN',
    es: 'ES',
  },
  states: {
    waiting: 'En attente',
    deferred: 'Réponse différée',
    active: 'En cours',
    parked: 'Mise de côté',
    closed: 'Close',
  },
  citizen: {
    online: 'citoyen en ligne',
    offline: 'citoyen hors ligne',
  },
  left: {
    ended: 'le citoyen a terminé',
    'quick-exit': 'sortie rapide',
    silent: 'le citoyen est parti',
  },
  emergency: { flagged: 'urgence', acknowledged: 'urgence prise en compte' },
  moved: fr`L’ordre est figé tant que vous visez une ligne.`,
};
