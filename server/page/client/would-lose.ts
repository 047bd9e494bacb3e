import { hasUnsent } from './outbox.ts';
import type { ClientState } from './state.ts';

/** Whether closing the page now would lose something: it alone justifies the browser's warning. */
export function wouldLose(state: ClientState): boolean {
  return (state.phase === 'open' || state.phase === 'leaving') && hasUnsent(state.outbox);
}
