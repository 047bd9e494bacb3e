import type { ConversationState } from '../../protocol/journal.ts';
import { isToBeTaken } from '../domain/lifecycle.ts';
import { inQueueOrder } from '../domain/queue.ts';
import type { Candidate } from '../domain/routing.ts';
import { chooseOfficer } from '../domain/routing.ts';
import type { Core } from './core.ts';
import { groupFirst } from './groups.ts';
import type { Overlay } from './overlay.ts';
import { ofRelay, type Request } from './requests.ts';

type Offered = Candidate & { readonly since: number };

/**
 * The next conversation to hand out by load, or null. What an officer gave back is not handed to them again
 * while the same desk session lasts: they may still take it by choice.
 */
export function nextDistribution(core: Core, overlay: Overlay): Request | null {
  if (!core.settings.distribute || core.draining) return null;
  const candidates = [...core.officers.candidates((officer) => overlay.active(officer))];
  if (chooseOfficer(candidates) === null) return null;
  for (const state of inQueueOrder(overlay.waiting())) {
    // What can be given to nobody must not keep the others from being given.
    if (!isToBeTaken(state)) continue;
    const chosen = chooseFor(core, state, candidates);
    const record = chosen === null ? undefined : core.officers.get(chosen);
    if (record === undefined) continue;
    const { conversation } = state;
    const { officer, rank, alias } = record;
    return ofRelay(conversation, () => ({
      kind: 'act',
      conversation,
      act: { kind: 'distribute', to: { officer, rank, alias } },
    }));
  }
  return null;
}

/**
 * What needs a supervisor is offered to supervisors first (rule Q5), and to anybody rather than to nobody; what waits
 * for a group, to its members alone (rule G2).
 */
function chooseFor(core: Core, state: ConversationState, candidates: readonly Offered[]): string | null {
  const group = groupFirst(core, state);
  const fit = candidates.filter(
    (candidate) =>
      !gaveBack(state, candidate) && (group === null || group.members.includes(candidate.officer)),
  );
  if (!state.needsSupervisor) return chooseOfficer(fit);
  const supervisors = fit.filter(({ officer }) => core.officers.get(officer)?.role === 'supervisor');
  return chooseOfficer(supervisors) ?? chooseOfficer(fit);
}

function gaveBack(state: ConversationState, candidate: { officer: string; since: number }): boolean {
  return (
    state.returned && state.lastHolder?.officer === candidate.officer && candidate.since <= state.waitingSince
  );
}
