import type { MailOutcome, MailReason } from '../../../protocol/deferral.ts';
import type { ReturnOutcome } from '../../../protocol/head.ts';
import { counted } from '../../format/plural.ts';
import type { Catalogue } from '../catalogue.ts';

const reasons: Record<MailReason, string> = {
  mailbox: 'this address does not exist, or takes no mail',
  'mailbox-full': 'the person’s mailbox is full',
  policy: 'the person’s server refuses this message',
  sender: 'the person’s server refuses the service’s address',
  'too-large': 'the message is too long for that server',
  unreachable: 'the sending server does not answer',
  'sign-in': 'the sending server refuses the service’s account',
  encryption: 'no protected connection to the sending server',
  busy: 'the server asks to wait',
  'no-answer': 'the person’s server did not answer for days',
  'address-gone': 'the address is destroyed already',
  other: 'unknown reason',
};

/** The same in as few words as a row of the list has room for. */
const shortReasons: Record<MailReason, string> = {
  mailbox: 'unknown address',
  'mailbox-full': 'mailbox full',
  policy: 'message refused',
  sender: 'service refused',
  'too-large': 'too long',
  unreachable: 'no server',
  'sign-in': 'account refused',
  encryption: 'no encryption',
  busy: 'server busy',
  'no-answer': 'server silent',
  'address-gone': 'no address',
  other: 'no reason',
};

/** What came back, as short. */
const shortStates: Record<ReturnOutcome, string> = {
  bounced: 'refused',
  failed: 'not sent',
  abandoned: 'given up',
  returned: 'came back',
};

const outcomes: Record<MailOutcome, string> = {
  accepted: 'E-mail accepted by the server',
  bounced: 'E-mail refused',
  failed: 'E-mail not sent',
  abandoned: 'Given up after several attempts',
  returned: 'The answer did not reach the person',
};

export const deferred: Catalogue['deferred'] = {
  title: 'Deferred',
  count: (count) => counted(count, 'en', 'answer by e-mail due', 'answers by e-mail due'),
  empty: 'No answer by e-mail is due.',
  noMail: 'Sending e-mail is not configured on this relay: the page offers no deferred answer.',
  age: 'asked for',
  mine: 'yours',
  heldBy: (officer) => `with ${officer}`,
  yours: 'your answer',
  cameBack: (count) => counted(count, 'en', 'came back', 'came back'),
  cameBackSpoken: (count) => counted(count, 'en', 'answer came back', 'answers came back'),
  why: (state, reason) =>
    reason === null ? shortStates[state] : `${shortStates[state]}: ${shortReasons[reason]}`,
  mark: 'answer by e-mail',
  states: {
    queued: 'being sent',
    accepted: 'gone',
    bounced: 'refused',
    failed: 'not sent',
    abandoned: 'given up',
    returned: 'came back',
  },
  composer: {
    badge: 'By e-mail',
    label: (reference) => `E-mail answering ${reference}`,
    mode: 'E-mail to the person',
    placeholder:
      'Write the whole answer, from “Hello” on. Your rank, your service name and the reference are added.',
    hint: 'Ctrl+Enter sends',
    send: (reference) => `Send by e-mail (${reference})`,
    once: 'The address serves once: as soon as the server accepts the e-mail, it is destroyed and the conversation is closed.',
    deadAddress:
      'The address left does not exist, or takes no mail: another e-mail would go to the same one, and probably be refused too. You can note what was tried, then close: the answer stays here for whoever comes back with the reference.',
    quickExit:
      'Quick exit after the request: somebody else may read this mailbox. Write nothing that would endanger this person; when in doubt, do not send.',
  },
  blocked: {
    queued: 'The e-mail is leaving: the server has not accepted it yet. New attempts are made by themselves.',
    returned:
      'The answer did not reach the person, and the address is destroyed: no other e-mail can leave. You can note what was tried, then close: the answer stays here for whoever comes back with the reference.',
    gone: 'The address is destroyed: no e-mail can leave any more. You can note, then close.',
    take: 'Take this request to answer it by e-mail.',
    takeReturned:
      'The answer did not reach the person, and their address is destroyed. Take this request to say what becomes of it.',
    noMail: 'This relay cannot send e-mail: tell your supervisor. The request is kept.',
  },
  release: {
    title: (reference) => `Return ${reference} to the deferred ones`,
    text: 'A colleague can take it and answer by e-mail.',
    submit: 'Return to deferred',
  },
  entry: {
    title: 'Answer by e-mail',
    reuse: 'Take this text again',
    reuseSame: 'Again to the same address',
    deferral: 'The citizen left an address to be answered by e-mail',
    outcome: (outcome, reason) =>
      reason === null ? outcomes[outcome] : `${outcomes[outcome]}: ${reasons[reason]}`,
    news: (reference, outcome) => `${reference} – ${outcome}.`,
    destroyed: 'E-mail address destroyed',
  },
};
