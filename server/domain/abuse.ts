import type { ConversationState } from '../../protocol/journal.ts';
import type { ActOf, Actor, Decision, Draft } from './acts.ts';
import { accepted, byOfficer, refused } from './acts.ts';
import { mailIsQueued } from './deferral.ts';

type Officer = Extract<Actor, { role: 'officer' }>;

/** The prepared warning reaches the citizen as any message does; the journal knows that it was one (rule V5). */
export function warn(act: ActOf<'warn'>, officer: Officer): Decision {
  return accepted(
    byOfficer(officer, { kind: 'message', text: act.text }),
    byOfficer(officer, { kind: 'warned' }),
  );
}

/**
 * Rule V6: the conversation ends as abusive, with its reason, and whoever wrote it opens no other one for a time.
 * Never under an emergency that nobody acknowledged: somebody who insults may be in danger too.
 */
export function block(state: ConversationState, act: ActOf<'block'>, officer: Officer): Decision {
  if (state.emergency === 'flagged') return refused('emergency-unacknowledged');
  if (mailIsQueued(state)) return refused('mail-pending');
  // A form of the site has neither a cookie nor a page: there is nobody to keep out.
  if (state.form !== null) return refused('wrong-state');
  const { what, hours, reason, comment } = act;
  const address: Draft[] =
    state.deferral?.address === true ? [byOfficer(officer, { kind: 'address-destroyed' })] : [];
  return accepted(
    byOfficer(officer, { kind: 'blocked', what, hours, reason }),
    ...address,
    byOfficer(officer, { kind: 'closure', disposition: 'abusive', comment, abuse: reason }),
  );
}
