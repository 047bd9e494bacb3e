import type { tapsFr } from './taps-fr.ts';

export const tapsEn: typeof tapsFr = {
  title: 'Answer by taps',
  asked: 'The officer asks:',
  keyboard: 'Write with the keyboard',
  taps: 'Back to the taps',
  numbers: 'Useful numbers',
  leave: 'Leave discreet mode',
  answers: {
    danger: { label: 'Danger here', says: 'I am in danger here, now.' },
    yes: { label: 'Yes', says: 'Yes.' },
    no: { label: 'No', says: 'No.' },
    cannot: { label: 'I cannot answer', says: 'I cannot answer.' },
    near: { label: 'Somebody is near me', says: 'Somebody is near me.' },
    alone: { label: 'Nobody near me', says: 'Nobody is near me for now.' },
    wait: { label: 'Wait for me', says: 'Wait for me, please.' },
  },
};
