import { counted } from '../../format/plural.ts';
import type { Catalogue } from '../catalogue.ts';

export const lists: Catalogue['lists'] = {
  region: 'Queue and conversations',
  queue: {
    title: 'Queue',
    count: (count) => counted(count, 'en', 'waiting', 'waiting'),
    empty: 'Nobody is waiting.',
    emergencies: 'Emergencies',
    takeNext: 'Take the next',
    take: 'Take',
    takeNamed: (reference) => `Take ${reference}`,
    waits: (duration) => `waiting for ${duration}`,
    needsSupervisor: 'supervisor needed',
    returned: 'back in the queue',
  },
  mine: {
    title: 'My conversations',
    load: (active, capacity) => `${active}/${capacity}`,
    loadSpoken: (active, capacity) => `${active} active of a capacity of ${capacity}`,
    empty: 'You follow no conversation.',
    unread: (count) => counted(count, 'en', 'unread message', 'unread messages'),
    unreadSome: 'unread messages',
    unanswered: (duration) => `unanswered for ${duration}`,
    draft: 'draft',
    refused: 'not sent',
    typing: 'is writing…',
  },
  history: {
    title: 'History',
    empty: 'No closed conversation on this workstation.',
    more: 'Load more',
    closedAt: (stamp) => `closed ${stamp}`,
  },
  noSubject: 'No subject',
  languages: {
    fr: 'French',
    en: 'English',
    es: 'Spanish',
  },
  /** As short as a row needs; spelled out where they could be taken for a country. */
  languageMarks: {
    fr: 'FR',
    en: 'EN',
    es: 'ES',
  },
  states: {
    waiting: 'Waiting',
    deferred: 'Deferred answer',
    active: 'Active',
    parked: 'Set aside',
    closed: 'Closed',
  },
  citizen: { online: 'citizen online', offline: 'citizen offline' },
  left: { ended: 'citizen has finished', 'quick-exit': 'quick exit', silent: 'citizen has left' },
  emergency: { flagged: 'emergency', acknowledged: 'emergency acknowledged' },
  moved: 'The order is held while you aim at a row.',
};
