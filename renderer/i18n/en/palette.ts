import type { Catalogue } from '../catalogue.ts';

export const palette: Catalogue['palette'] = {
  title: 'Command palette',
  line: 'What do you want to do?',
  placeholder: 'An act, a reference, a subject…',
  results: 'Results',
  nothing: 'Nothing matches. Delete a letter.',
  idle: 'nothing now',
  keys: '↑ ↓ choose · Enter run · Esc close',
  focusView: {
    enter: 'Focus view: the conversation alone',
    leave: 'Leave the focus view',
    next: 'Go to whoever has waited longest',
    waiting: (owed, waiting) =>
      [owed > 0 && `${owed} unanswered`, waiting > 0 && `${waiting} in the queue`]
        .filter(Boolean)
        .join(' · '),
  },
  sections: { acts: 'Acts', conversations: 'Conversations', presence: 'Presence', desk: 'Desk' },
};
