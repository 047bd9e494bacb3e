import { counted } from '../../format/plural.ts';
import type { Catalogue } from '../catalogue.ts';

export const refusals: Catalogue['refusals'] = {
  malformed: 'The relay did not understand the request. Try again; if it comes back, tell support.',
  'out-of-order': 'The request came at the wrong moment. Try again.',
  'too-large': 'The text is too long. Shorten it, then send again.',
  'rate-limited': 'Too many requests at once. Wait a few seconds, then try again.',
  'not-signed-in': 'Your session has ended. Sign in again.',
  'sign-in-failed': 'Wrong login or password.',
  'locked-out': 'The account is locked for a while after too many attempts.',
  forbidden: 'Your role does not allow it. Ask a supervisor.',
  'not-found': 'This conversation no longer exists.',
  'id-reused': 'This was already sent. Nothing was doubled; check the journal.',
  'conversation-closed': 'The conversation is closed: nothing more can be written in it.',
  'conversation-full': 'The journal is full. Close the conversation: the citizen can open another one.',
  'already-taken': 'A colleague has just taken it. Take the next one.',
  'not-holder': 'You no longer hold this conversation.',
  'wrong-state': 'The conversation changed meanwhile. See where it stands.',
  'queue-empty': 'Nobody is waiting.',
  'at-capacity': 'You are at capacity. Close or set aside a conversation, or raise your capacity.',
  'not-available': 'Not possible right now. Try again in a moment; if it comes back, tell your supervisor.',
  'for-group':
    'It waits for a group that you are not of first. Take another one; it will be anybody’s in a moment.',
  'name-taken': 'This name is taken. Choose another one.',
  'subject-missing': 'Give its subject in a few words first.',
  'reason-missing': 'Say first why it is abusive: a kind and a comment.',
  'emergency-unacknowledged': 'Acknowledge the emergency first.',
  'unknown-platform': 'That platform is no longer in the catalogue. Choose another one.',
  'unknown-station': 'That address is no longer in the directory. Look for another one.',
  'link-blocked':
    'This platform’s link no longer answers as expected. Send its replacement instead, or another one.',
  'chat-closed': 'The chat is closed.',
  'mail-unavailable': 'This relay cannot send e-mail: tell your supervisor. The request is kept.',
  'mail-pending': 'An e-mail is being sent. Wait until it is accepted or refused, then try again.',
  'address-gone': 'The e-mail address is destroyed: nothing more can be sent to it.',
  'return-refused': 'This phrase opens nothing.',
  'terms-outdated': 'The terms of use have changed.',
  'storage-unavailable': 'The relay cannot store anything right now. Nothing is lost; try again.',
  'shutting-down': 'The relay is restarting. Try again in a moment.',
  blocked: 'The chat is closed to this person for a time.',
  'origin-unknown': 'The network address is not known any more: block the browser instead.',
  offline: 'Not possible offline: this is decided with the relay. Try again when the connection is back.',
};

const colleagueAway = 'That colleague is not available. Choose another one.';

export const unavailable: Catalogue['unavailable'] = {
  assign: colleagueAway,
  consult: colleagueAway,
  transfer: 'This group no longer exists. Choose another one.',
  warn: 'The text of the warning is out of date or missing: write it yourself, and tell your supervisor.',
  block: 'Too many blocks are in force. Close without blocking, or ask a supervisor to lift some.',
  export: 'The relay could not make the copy. Try again in a moment; if it comes back, tell your supervisor.',
};

export const notices: Catalogue['notices'] = {
  acts: {
    'take-next': 'The next one was not taken.',
    take: 'It was not taken.',
    message: 'Message not sent.',
    note: 'Note not added.',
    warn: 'The warning was not sent.',
    block: 'Neither closed nor blocked.',
    unblock: 'The block was not lifted.',
    reveal: 'Not shown: it could not be noted.',
    email: 'E-mail not sent.',
    redirection: 'Card not sent.',
    station: 'Address not sent.',
    question: 'Question not sent.',
    subject: 'Subject not changed.',
    tags: 'Tags not changed.',
    park: 'It was not set aside.',
    resume: 'It was not resumed.',
    release: 'It was not returned to the queue.',
    assign: 'It did not change hands.',
    transfer: 'It was not passed to the group.',
    consult: 'Advice was not asked for.',
    'hand-over': 'The relief did not take place.',
    close: 'It was not closed.',
    'flag-emergency': 'Emergency not flagged.',
    'acknowledge-emergency': 'Acknowledgement not recorded.',
  },
  conversationChanged: (reference) =>
    `Not sent: the conversation on screen has just changed (${reference}). Read again, then send.`,
  focusMoved: (reference) =>
    `Not sent: the cursor had just come by itself into the answer to ${reference}. Read again, then send.`,
  noteKept: (reference) =>
    `${reference}: you can write to the citizen. What you type stays an internal note; Alt+N to answer them.`,
  missingVariables: (names) =>
    `Not sent: ${names} still to fill in. Replace what stands between braces, then send.`,
  linkBlocked: (name, fallback) =>
    fallback === null
      ? `The card “${name}” was not attached: its link no longer answers as expected. Choose another one.`
      : `The card “${name}” was not attached: its link no longer answers as expected. You can attach instead: ${fallback}.`,
  responseExpired: (title, until) =>
    `“${title}” ended on ${until}: choose another one, and tell your supervisor.`,
  contentSaved: (name) => `“${name}” is saved and told to every desk.`,
  ownSaved: (name) => `“${name}” is saved, for you alone.`,
  contentRemoved: (name) => `“${name}” is removed.`,
  contentRefused: (why) => `Nothing was saved; your text stays here. ${why}`,
  tooLong: 'Not sent: the text is longer than allowed. Shorten it, then send.',
  purged: 'The conversation on screen reached the end of its retention: it was destroyed.',
  passed: (reference) => `${reference} has been passed on.`,
  gone: (reference) => `${reference} is no longer yours: a colleague holds it.`,
  closed: (reference) => `${reference} is closed.`,
  closing: (reference) => `${reference} will be closed in a few seconds.`,
  closingIn: (reference, seconds) => `${reference} closes in ${seconds} s`,
  closingUndo: (reference) => `Undo the closure of ${reference}`,
  undo: 'Undo',
  closingUndone: (reference) => `${reference} stays open.`,
  closingPassed: (reference) => `${reference} was not closed: it changed hands meanwhile.`,
  nextWhenClosed: (reference) => `You are full: the next one comes as soon as ${reference} is closed.`,
  closingStopped: (reference) =>
    `The citizen has just written: ${reference} stays open. Answer, then close again.`,
  handingOver: 'The relief is under way: the relay has not answered yet…',
  handedOver: (count) =>
    count === 0
      ? 'You held no conversation: your presence has changed.'
      : `Relief done: ${counted(count, 'en', 'conversation goes', 'conversations go')} on without you.`,
  signingOut: 'Signing out: not all that you had begun is saved yet…',
  notSignedOut: (references) =>
    `You are still signed in: what you had begun to write was not added everywhere${references === '' ? '' : ` (${references})`}. Copy it or clear it where need be, then sign out again.`,
  stranded: (act, text) =>
    text === null
      ? `${act} The conversation had gone into other hands.`
      : `${act} The conversation had gone into other hands. You had written: “${text}”`,
  draftsLeft: (references) =>
    `${references}: what you had begun to write goes along as an internal note, for whoever goes on.`,
  draftUnsent: (reference, text) =>
    `${reference === '' ? 'A conversation' : reference} is closed, or no longer yours: what you had begun to write was not added to it. ${text}`,
  putAside: (reference, dialog) => `${reference}: what you were writing is kept (${dialog}).`,
  resume: 'Go on',
  resumeNamed: (reference, dialog) => `Go on with ${reference}: ${dialog}`,
  dialogs: {
    assign: 'passing it on',
    consult: 'asking a colleague’s advice',
    release: 'giving it back',
    close: 'closing',
    export: 'exporting',
    'hand-over': 'the relief',
  },
  unheard: (reference) =>
    `${reference} went back to the head of the queue: its emergency had been neither answered nor acknowledged. You may take it again if it still waits.`,
  exported: (reference, file) =>
    `${reference}: copy saved (${file}). It escapes the automatic destruction: protect it, then destroy it when it has served.`,
  notExported: (reference) => `${reference}: no copy was saved.`,
  exportProblems: {
    inside: 'This folder is the desk’s own, destroyed by its own rules: choose another one.',
    'not-written': 'The file could not be written. Choose another folder, or free some room.',
  },
  taken: (reference) => `${reference} is yours. You were at work: open it when you like.`,
  queueEmpty: 'Nobody is waiting.',
  more: (count) => counted(count, 'en', 'more notice to read', 'more notices to read'),
  nothingUnread: 'Nobody waits for an answer from you.',
  restored:
    'The window had stopped; it is back with your conversations and drafts. Check the last words you were writing.',
};
