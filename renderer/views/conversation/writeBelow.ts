import type { Id } from '../../../protocol/ids.ts';
import type { Desk } from '../../stores/desk.ts';
import { EMPTY_COMPOSER } from '../../stores/drafts.ts';
import { focusPlace } from '../focus.ts';

/** Puts these lines into the message to the citizen, below what is written there already, and goes to it. */
export function writeBelow(desk: Desk, conversation: Id, lines: readonly string[]): void {
  const draft = desk.store.getState().drafts.get(conversation) ?? EMPTY_COMPOSER;
  // The composer may have stayed with the note.
  desk.setMode(conversation, 'message');
  desk.type(conversation, [draft.message, ...lines].filter((line) => line !== '').join('\n'));
  focusPlace('composer');
}
