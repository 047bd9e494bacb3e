import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import { isForSupervisors } from '../domain/officer-acts.ts';
import type { Live } from './live.ts';

export type Viewer = { readonly officer: Id; readonly supervisor: boolean };

/**
 * Rule P2: an officer reads what waits (in the queue, or for an answer by e-mail), what they hold, where their advice
 * is asked (G3) and what they closed; a supervisor all. Rule D6: requests of the site are the supervisors'.
 */
export function mayRead(viewer: Viewer, state: ConversationState): boolean {
  if (viewer.supervisor || isTheirs(viewer.officer, state)) return true;
  if (isForSupervisors(state)) return false;
  return state.status === 'waiting' || state.status === 'deferred' || isConsulted(viewer.officer, state);
}

function isConsulted(officer: Id, { consulted }: ConversationState): boolean {
  return consulted.some((each) => each.officer === officer);
}

/**
 * Whether a conversation's line stands on a viewer's desk: the same, but closed ones only with their holder, and
 * closed requests with every supervisor.
 */
export function seesHead(viewer: Viewer, state: ConversationState): boolean {
  if (state.status === 'closed' && state.form === null) return isTheirs(viewer.officer, state);
  return mayRead(viewer, state);
}

/** Held by this officer, or held last before it was closed. */
export function isTheirs(officer: Id, state: ConversationState): boolean {
  return (state.status === 'closed' ? state.lastHolder : state.holder)?.officer === officer;
}

export function headOf(live: Live): Head {
  const { state } = live;
  return {
    conversation: state.conversation,
    reference: live.reference,
    status: state.status,
    language: state.language,
    subject: state.subject,
    tags: [...state.tags],
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    holder: state.holder,
    waitingSince: state.waitingSince,
    returned: state.returned,
    ...(state.needsSupervisor ? { needsSupervisor: true } : {}),
    ...(state.silent ? { silent: true } : {}),
    ...(state.forGroup === null ? {} : { forGroup: state.forGroup }),
    ...(state.consulted.length === 0 ? {} : { consulted: [...state.consulted] }),
    emergency: state.emergency,
    left: state.left,
    disposition: state.disposition,
    deferral: state.deferral,
    ...(state.form === null ? {} : { form: state.form.about }),
    lastSeq: state.lastSeq,
    lastCitizenSeq: state.lastCitizenSeq,
    lastCitizenAt: state.lastCitizenAt,
    unansweredSince: state.unansweredSince,
    officerRead: live.officerRead,
    citizenRead: live.citizenRead,
    citizenOnline: live.citizens.length > 0,
    purgeAt: live.purgeAt,
  };
}
