import type { RequestWords } from './words-fr.ts';

export const requestsEn: RequestWords = {
  faulty: (title) => `Error: ${title}`,
  fix: 'Nothing was sent. Correct what is marked below; what you wrote is kept.',
  optional: '(optional)',
  later:
    'This form is not read at once, and nobody comes because of it. In an emergency, call 17 or 112, or text 114.',
  malfunction: {
    title: 'Report a problem',
    lead: 'A page that does not work, a dead link, wrong information, something you cannot use: say so here. The service’s supervisors read it.',
    subject: 'Dysfonctionnement signalé',
    place: 'On which page?',
    placeHelp: 'Its title or its address.',
    text: 'What happened?',
    textHelp:
      'What you wanted to do, and what you saw. Write no password, and nothing you would tell an officer: for that, open the chat.',
    address: 'Your e-mail address',
    addressHelp: 'Only if you want an answer. The address is used once, then destroyed.',
    submit: 'Send the report',
  },
  rights: {
    heading: 'Make a request',
    lead: 'A supervisor of the service reads it and answers within a month.',
    right: 'Which right do you want to use?',
    rights: {
      access: 'Access',
      rectification: 'Rectification',
      limitation: 'Restriction',
      erasure: 'Erasure',
      opposition: 'Objection',
    },
    subjects: {
      access: 'Droit d’accès',
      rectification: 'Droit de rectification',
      limitation: 'Droit à la limitation',
      erasure: 'Droit à l’effacement',
      opposition: 'Droit d’opposition',
    },
    concerns: 'Reference of the conversation',
    concernsHelp: 'C- and digits, for example C-1234. Without it, give the date and the time below.',
    text: 'Your request',
    textHelp:
      'Say what you ask for, and give the date and the time of the conversation. Write no number of an identity document.',
    address: 'Your e-mail address',
    addressHelp:
      'The one you gave in the conversation, if you gave one. It is used to answer you once, then destroyed.',
    noMail: (dpo) =>
      `This service cannot answer by e-mail at the moment. Send your request, note its reference, then write to this address to receive the answer: ${dpo}.`,
    submit: 'Send the request',
  },
  problems: {
    'no-text': 'Write a few words: the field is empty.',
    'long-text': (most) => `The text is too long: ${most} characters at most.`,
    'long-place': (most) => `This is too long: ${most} characters at most.`,
    'no-right': 'Choose a right.',
    'wrong-reference':
      'A reference is C- and digits, for example C-1234. Leave this field empty if you do not have it.',
    'no-address': 'Give an e-mail address: without it, nobody can answer you.',
    'wrong-address': 'This e-mail address is not complete. Example: name@example.org.',
  },
  troubles: {
    'rate-limited':
      'Too much was sent from this internet access. Nothing is lost: wait a few minutes, then send again.',
    unavailable:
      'The service cannot store anything at the moment. Nothing was sent; try again in a few minutes.',
    'already-sent': 'This form was sent already, with other content. Send again to make another request.',
    'too-large': 'What was sent is too long or could not be read. Start again with a shorter text.',
    forbidden:
      'This did not come from this page, or your browser hides where it comes from. Send again from here.',
  },
  received: {
    malfunction: 'Report sent',
    rights: 'Request sent',
    reference: 'Your reference',
    keep: 'Note it: it is shown only here, and lets us find what you sent.',
    answered: 'The answer will come to your e-mail address, once.',
    within: 'The law gives one month; it may be longer if the request is complex, and you are told so.',
    unanswered: 'You left no address: you will not receive an answer.',
    write: (dpo) => `To receive the answer, write with this reference to: ${dpo}.`,
    destroyed: (day) => `What you sent is destroyed by ${day} at the latest.`,
    danger: 'What you wrote sounds like danger. Nobody comes after this form: call 17 or 112, or text 114.',
  },
};
