import { isAtWork } from '../domain/presence.ts';
import type { Core } from './core.ts';
import type { Live } from './live.ts';
import { ofRelay } from './requests.ts';

/**
 * Rule Q7: an emergency whose holder neither acknowledges it nor writes goes back to the head of the queue, where every
 * desk sees and hears it. Asked again at each sweep until it is durable.
 */
export function giveBackUnheard(core: Core): void {
  for (const live of core.registry.unheard) {
    if (!isOverdue(core, live)) continue;
    const { conversation, unheardSince } = live.state;
    core.committer.enqueue(
      ofRelay(conversation, (overlay) => {
        // Whoever got it meanwhile, or gave a sign, keeps it.
        const isSame = overlay.state(conversation)?.unheardSince === unheardSince;
        if (!isSame || !isOverdue(core, live)) return { kind: 'refused', code: 'wrong-state' };
        return { kind: 'act', conversation, act: { kind: 'hand-back', reason: 'unheard', note: null } };
      }),
    );
  }
}

/** With nobody else there it would only be taken out of the one pair of hands there is. */
function isOverdue({ officers, scheduler, settings }: Core, { state, unheardAt }: Live): boolean {
  if (state.holder === null) return false;
  const { officer } = state.holder;
  const record = officers.get(officer);
  // A cut wire is rule Q3's matter, and may be over in a second; a break is said.
  const isThere = record === undefined || isAtWork(record.presence);
  const within = isThere ? settings.unheardWithin : Math.min(settings.unheardWithin, settings.deskGrace);
  return scheduler.elapsed() - unheardAt >= within && officers.isNotAlone(officer);
}
