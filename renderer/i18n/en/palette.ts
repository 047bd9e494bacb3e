import type { Catalogue } from '../catalogue.ts';

export const palette: Catalogue['palette'] = {
  title: 'Command palette',
  line: 'What do you want to do',
  placeholder: 'An act, a reference, a subject…',
  results: 'Results',
  nothing: 'Nothing matches. Delete a letter.',
  keys: '↑ ↓ choose · Enter do · Esc close',
  focusView: {
    enter: 'Focus view: the conversation alone',
    leave: 'Leave the focus view',
    next: 'Go to whoever has waited longest',
    waiting: (owed, waiting) => `${owed} unanswered · ${waiting} in the queue`,
  },
  sections: { acts: 'Acts', conversations: 'Conversations', presence: 'Presence', desk: 'Desk' },
};
