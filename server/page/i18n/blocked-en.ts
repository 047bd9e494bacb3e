import type { blockedFr } from './blocked-fr.ts';

export const blockedEn: typeof blockedFr = {
  title: 'The chat is closed to you for a time',
  until: (when) => `You cannot open a conversation before ${when}.`,
  why: 'An officer closed an abusive conversation that came from this browser or this connection. The terms of use exclude it (article 7).',
  notYou: 'If it was not you, the connection may be shared: the measure ends by itself.',
  remainsTitle: 'What remains possible',
  emergency: 'In an emergency, call 17 or 112, or send a text message to 114: nothing closes them.',
  help: 'Read the help centre',
  station: 'Go to a police station: all of them receive the public.',
};
