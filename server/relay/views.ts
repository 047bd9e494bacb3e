import type { Head } from '../../protocol/head.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import { isTheirs, mayRead, type Viewer } from '../domain/reading.ts';
import type { Live } from './live.ts';

/**
 * Whether a conversation's line stands on a viewer's desk: the same, but closed ones only with their holder, and
 * closed requests with every supervisor.
 */
export function seesHead(viewer: Viewer, state: ConversationState): boolean {
  if (state.status === 'closed' && state.form === null) return isTheirs(viewer.officer, state);
  return mayRead(viewer, state);
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
    ...(state.mayReturn ? { mayReturn: true } : {}),
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
