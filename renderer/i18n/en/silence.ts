import type { Catalogue } from '../catalogue.ts';

export const silence: Catalogue['silence'] = {
  mark: 'cannot write freely',
  badge: 'Cannot write',
  title: 'This person cannot write freely. Ask closed questions: they answer by a tap.',
  questions: 'Closed questions',
  send: (title, text) => `${title} Send the question: ${text}`,
  offered: 'Answers offered',
  on: 'The citizen cannot write freely: they answer by taps',
  off: 'The citizen can write again',
};
