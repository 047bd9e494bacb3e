import type { Id } from '../../protocol/ids.ts';
import type { ConversationState, LeftBy } from '../../protocol/journal.ts';

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

/** How it went out of their hands without their looking at it; null where it did not, or is theirs again (rule Q6). */
export function leftBy({ officer }: Pick<Viewer, 'officer'>, state: ConversationState): LeftBy | null {
  return state.leftBy.find((each) => each.officer === officer) ?? null;
}

export function didLeave(viewer: Pick<Viewer, 'officer'>, state: ConversationState): boolean {
  return leftBy(viewer, state) !== null;
}

/** Whether it is in their hands, or ever was. */
export function didHold(
  { officer }: Pick<Viewer, 'officer'>,
  { lastHolder, heldBefore }: ConversationState,
): boolean {
  return lastHolder?.officer === officer || heldBefore.includes(officer);
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
