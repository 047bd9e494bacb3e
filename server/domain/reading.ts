import type { Id } from '../../protocol/ids.ts';
import type { ConversationState } from '../../protocol/journal.ts';

export type Viewer = { readonly officer: Id; readonly supervisor: boolean };

/**
 * Rule P2: an officer reads what waits (in the queue, or for an answer by e-mail), what they hold, where their advice
 * is asked (G3) and what they closed; a supervisor all. Rule D6: requests of the site are the supervisors'.
 */
export function mayRead(viewer: Viewer, state: ConversationState): boolean {
  if (viewer.supervisor || isTheirs(viewer.officer, state)) return true;
  if (isForSupervisors(state)) return false;
  return state.status === 'waiting' || state.status === 'deferred' || isConsulted(viewer, state);
}

/** Whether this officer's advice is asked (rule G3). */
export function isConsulted({ officer }: Pick<Viewer, 'officer'>, { consulted }: ConversationState): boolean {
  return consulted.some((each) => each.officer === officer);
}

/** Held by this officer, or held last before it was closed. */
export function isTheirs(officer: Id, state: ConversationState): boolean {
  return (state.status === 'closed' ? state.lastHolder : state.holder)?.officer === officer;
}

/**
 * Rule D6: what a form of the site asks for is the supervisors' business, unless it shows an emergency that nobody
 * acknowledged yet: then it is whoever's sees it.
 */
export function isForSupervisors(state: Pick<ConversationState, 'form' | 'emergency'>): boolean {
  return state.form !== null && state.emergency !== 'flagged';
}
