import { counted } from '../../format/plural.ts';
import type { Catalogue } from '../catalogue.ts';

export const context: Catalogue['context'] = {
  region: 'Context',
  subject: { title: 'Subject', edit: 'Subject of the conversation', save: 'Save the subject' },
  tags: {
    title: 'Tags',
    none: 'No tag.',
    add: 'Add a tag',
    remove: (tag) => `Remove ${tag}`,
    submit: 'Add',
  },
  emergency: {
    title: 'Emergency',
    flag: 'Flag an emergency',
    acknowledge: 'Acknowledge the emergency',
    acknowledged: 'Emergency acknowledged.',
    flagged: 'Emergency to be acknowledged before closing.',
  },
  redirections: { title: 'Redirections sent', none: 'No redirection sent.' },
  history: { title: 'Handling', count: (count) => counted(count, 'en', 'step', 'steps') },
  actions: {
    title: 'Actions',
    park: 'Set aside',
    parkHelp: 'The conversation waits for the citizen and no longer counts in your capacity.',
    resume: 'Resume',
    release: 'Back to the queue',
    assign: 'Hand over',
    assignSupervisor: 'Assign',
    close: 'Close…',
    take: 'Take',
    export: 'Export as PDF…',
  },
  closure: { title: 'Outcome', closedOn: (stamp) => `Closed ${stamp}` },
  purge: (date) => `This conversation will be destroyed on ${date}.`,
  partial: 'From the entries on screen.',
};

export const dispositions: Catalogue['dispositions'] = {
  redirected: { name: 'Redirected', help: 'To an official platform or number' },
  answered: { name: 'Answered', help: 'The question got its answer' },
  'taken-in-charge': { name: 'Taken in charge', help: 'The service deals with the request' },
  deferred: { name: 'Deferred', help: 'An answer will follow by e-mail' },
  abusive: { name: 'Abusive', help: 'Insults, threats, repeated messages; say why' },
  abandoned: { name: 'Abandoned', help: 'The citizen no longer answered' },
};

export const emergencyActions: Catalogue['emergencyActions'] = {
  'passed-to-17': 'passed to 17',
  'passed-to-command': 'passed to the command room',
  handled: 'handled here',
  'false-alarm': 'false alarm',
};

export const dialogs: Catalogue['dialogs'] = {
  close: {
    title: (reference) => `Close ${reference}`,
    disposition: 'How did the conversation end?',
    comment: 'Comment',
    commentRequired: 'Comment (required for an abusive conversation)',
    subject: 'Subject',
    subjectFirst: 'Give the subject in a few words.',
    chooseFirst: 'Choose an outcome.',
    commentFirst: 'Say in a sentence why it is abusive.',
    emergencyFirst: 'An emergency is acknowledged before closing.',
    submit: (reference) => `Close ${reference}`,
    submitNext: 'Close and go to the next',
  },
  handOver: {
    open: 'Relief',
    openHelp: 'Hand over all your conversations',
    title: 'Hand over',
    counts: (count) =>
      count === 0
        ? 'You hold no conversation.'
        : `You hold ${counted(count, 'en', 'conversation', 'conversations')}. Nothing is lost: the journal and your drafts go along.`,
    relief: 'Hand over now',
    reliefHelp: (reference) =>
      `${reference} goes to a supervisor, the others to the head of the queue. You stay connected, with no new conversation.`,
    reliefNone:
      'Your conversations go to the head of the queue. You stay connected, with no new conversation.',
    shiftEnd: 'End of shift',
    shiftEndHelp: 'All your conversations go to the head of the queue. You go on a break.',
    note: 'Note for whoever takes over (optional)',
    draft: (text) => `Unsent draft: ${text}`,
  },
  exporting: {
    title: (reference) => `Export ${reference}`,
    what: 'The whole journal, internal notes included and nothing hidden, in a PDF/A file with its chain’s hash. The export is noted in the journal and in the relay’s audit, with its reason.',
    warning: (date) =>
      `The file escapes the automatic destruction: the conversation will be destroyed on ${date}, the file will not. It is yours to protect, and to destroy when it has served.`,
    reason: 'Reason: reference of the order or of the request (required)',
    reasonHelp: 'Such as REQ-2026-014: no space, no name.',
    reasonProblem: '3 to 60 plain letters, digits and . _ / -, without spaces: such as REQ-2026-014.',
    submit: 'Choose where to save it…',
    busy: 'Preparing the document…',
  },
  release: {
    title: (reference) => `Return ${reference} to the queue`,
    text: 'It goes back to the head of the queue, with its whole journal.',
    note: 'Note for the colleague who takes it (optional)',
    submit: 'Return to the queue',
  },
  assign: {
    title: (reference) => `Hand ${reference} over to a colleague`,
    who: 'To whom?',
    nobody: 'No colleague is connected.',
    note: 'Note for your colleague (optional)',
    submit: 'Hand over',
    load: (active, capacity) => `${active}/${capacity}`,
    full: 'full',
    chooseFirst: 'Choose a colleague.',
  },
  settings: {
    title: 'Settings',
    theme: 'Theme',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    language: 'Interface language',
    languages: { fr: 'Français', en: 'English' },
    volume: 'Volume of alerts',
    test: 'Try the sound',
    notifications: 'System notifications',
    notificationsHelp: 'They never show the text of messages.',
    away: 'Away by itself',
    awayAfter: (minutes) => `after ${minutes} idle minutes`,
    awayNever: 'never',
    account: 'Account',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out of every workstation',
    signOutHelp: 'Your conversations will go back to the queue.',
  },
  shortcuts: { title: 'Keyboard shortcuts', keys: 'Keys', action: 'Action' },
};

export const shortcutNames: Catalogue['shortcutNames'] = {
  takeNext: 'Take the next conversation',
  nextUnread: 'Go to the next conversation that waits for an answer',
  emergency: 'Go to the first emergency',
  focusQueue: 'Go to the queue',
  focusMine: 'Go to my conversations',
  focusComposer: 'Go to the reply',
  focusContext: 'Go to the context',
  noteMode: 'Switch between message and internal note',
  handOver: 'Hand over now to a supervisor, the rest to the head of the queue',
  search: 'Search this desk’s conversations',
  close: 'Close the conversation (and go to the next)',
  undoClose: 'Undo the closure under way',
  toggleContext: 'Show or hide the context',
  toggleBoard: 'Switch between desk and board',
  toggleContent: 'Switch between desk and content, my responses',
  shortcuts: 'Show this list',
  responses: 'Canned responses, at the start of a word',
  platforms: 'Redirection platforms, at the start of a word',
  send: 'Send',
  newLine: 'New line',
  lists: 'Move through a list',
};
