import type { ConversationState } from '../../protocol/journal.ts';
import type { ActOf, Actor, Decision, Draft } from './acts.ts';
import { accepted, byCitizen, byRelay, refused, saidBy } from './acts.ts';

type Officer = Extract<Actor, { role: 'officer' }>;

/** Whether an answer is on its way to a mail server. */
export function mailIsQueued(state: ConversationState): boolean {
  return state.deferral?.mail?.state === 'queued';
}

/**
 * A citizen leaves the queue for an answer by e-mail (rule W1). Only whoever waits may: an officer who is
 * there answers here. `emergency` is what the relay adds for the words of the question (rule M1).
 */
export function defer(state: ConversationState, act: ActOf<'defer'>, emergency: readonly Draft[]): Decision {
  if (state.status !== 'waiting') return refused('wrong-state');
  if (!act.canMail) return refused('mail-unavailable');
  const deferral = byCitizen({ kind: 'deferral' });
  if (act.text !== null) {
    return accepted(byCitizen({ kind: 'message', text: act.text }), deferral, ...emergency);
  }
  // An officer cannot answer a question that was never asked.
  return state.lastCitizenSeq === 0 ? refused('malformed') : accepted(deferral);
}

/** An officer's answer: one at a time, while the address is there (rule W3). */
export function email(state: ConversationState, act: ActOf<'email'>, officer: Officer): Decision {
  if (state.deferral === null) return refused('wrong-state');
  if (mailIsQueued(state)) return refused('mail-pending');
  if (!state.deferral.address) return refused('address-gone');
  if (!act.canMail) return refused('mail-unavailable');
  return saidBy(officer, { kind: 'email', text: act.text }, act.carries);
}

/** The address is destroyed as soon as it has served (rule W4). */
function destroyedAddress(state: ConversationState): readonly Draft[] {
  return state.deferral?.address === true ? [byRelay({ kind: 'address-destroyed' })] : [];
}

/**
 * A mail server that had taken the answer says that it did not arrive: once, and only of the latest answer. What the
 * acceptance closed is a task again (rule W5). The address is gone by then, so no second answer can come back.
 */
function mailReturned(state: ConversationState, act: ActOf<'mail-outcome'>): Decision {
  const mail = state.deferral?.mail;
  if (mail?.email !== act.email) return refused('wrong-state');
  // Its acceptance is not written yet: the report is early, and is told to come again.
  if (mail.state === 'queued') return refused('mail-pending');
  if (mail.state !== 'accepted') return refused('wrong-state');
  const { email: id, outcome, reason } = act;
  return accepted(byRelay({ kind: 'email-outcome', email: id, outcome, reason }));
}

/**
 * A mail server answered, or was asked in vain for long enough. Once it took the answer, the address is
 * destroyed and the conversation over, unless an emergency that nobody acknowledged keeps it open.
 */
export function mailOutcome(state: ConversationState, act: ActOf<'mail-outcome'>): Decision {
  const { email: id, outcome, reason } = act;
  if (outcome === 'returned') return mailReturned(state, act);
  if (!mailIsQueued(state) || state.deferral?.mail?.email !== id) return refused('wrong-state');
  const said = byRelay({ kind: 'email-outcome', email: id, outcome, reason });
  if (outcome !== 'accepted') return accepted(said);
  const closure = byRelay({ kind: 'closure', disposition: 'deferred', comment: null });
  return accepted(said, ...destroyedAddress(state), ...(state.emergency === 'flagged' ? [] : [closure]));
}
