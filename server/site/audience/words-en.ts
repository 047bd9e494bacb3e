import type { AudienceWords } from './words-fr.ts';

export const audienceEn: AudienceWords = {
  title: 'Audience measurement',
  off: 'This service does not measure its audience: there is nothing to refuse.',
  what: 'This service counts how often each page is opened each day. It sets no cookie for it, and records neither address, nor device, nor what you search. Nothing is passed on to another site.',
  counted: 'Your visits count in these numbers. You can refuse it.',
  refuse: 'Refuse the audience measurement',
  refused:
    'You refused: your visits are not counted. This refusal is kept by a cookie until the browser is closed, so that it leaves no trace.',
  accept: 'Take back my refusal',
  signal:
    'Your browser signals that you refuse to be tracked: your visits are not counted. There is nothing for you to do.',
  lasting:
    'To refuse everywhere and for long, switch on “Do Not Track” or “Global Privacy Control” in your browser: it is respected.',
};
