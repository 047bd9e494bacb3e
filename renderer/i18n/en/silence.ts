import type { Catalogue } from '../catalogue.ts';

export const silence: Catalogue['silence'] = {
  mark: 'cannot write freely',
  badge: 'Cannot write',
  title: 'This person cannot write freely. Ask closed questions: they answer by a tap.',
  questions: 'Closed questions',
  send: (title, text) => `${title} Send the question: ${text}`,
  preview: (text) => `Sends: “${text}”`,
  offered: 'Answers offered',
  orientation: (path) => `The citizen’s choice before the chat: ${path}`,
  phrase: 'The citizen chose a phrase: they can come back after a quick exit',
  returned: 'The citizen came back with the phrase: you can write to them again',
  awaited:
    'Quick exit: do not try to reach this person. They have a phrase to come back by: put aside rather than close.',
  mayReturn: 'may come back',
  on: 'The citizen cannot write freely: they answer by taps',
  off: 'The citizen can write again',
};
