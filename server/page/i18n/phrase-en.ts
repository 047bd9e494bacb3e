import type { phraseFr } from './phrase-fr.ts';

export const phraseEn: typeof phraseFr = {
  title: 'Words to come back',
  lead: (reference) =>
    `If you leave this page quickly, you can go on here or on another device, with the reference ${reference} and words you choose. This is optional.`,
  label: 'Your words',
  help: 'At least 8 letters, easy to remember, and that nobody around you would guess. We cannot remind you of them.',
  tooShort: 'Choose longer or more varied words: at least 8 letters.',
  keep: 'Keep these words',
  cancel: 'Cancel',
  back: {
    title: 'Go on with a conversation',
    lead: 'For whoever left the page quickly after choosing words to come back.',
    reference: 'Reference',
    referenceHelp: 'For example: C-1001',
    label: 'The words you had chosen',
    submit: 'Go on',
    trying: 'One moment…',
    home: 'Back to the home page',
    referenceWrong: 'The reference is the letter C and a number, for example C-1001.',
    phraseMissing: 'Write the words you had chosen.',
    refused: 'This reference and these words open nothing. You can open a new conversation.',
    over: 'These words are right, but the conversation is over. Open a new one.',
    limited: 'Too many tries. Wait an hour, or open a new conversation.',
    unreachable: 'We cannot reach the service. Check your connection, then try again.',
  },
};
