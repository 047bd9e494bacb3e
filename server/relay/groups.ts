import type { Group } from '../../protocol/group.ts';
import type { Id } from '../../protocol/ids.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import { isReceiving } from '../domain/presence.ts';
import type { Core } from './core.ts';

export type GroupParts = Pick<Core, 'groups' | 'officers' | 'registry' | 'scheduler' | 'clock'>;

/**
 * Rule G2: the group a conversation waits for, or null when it is anybody's: for an emergency, when its time is over,
 * when the group is no more, and when nobody of it is on duty.
 */
export function groupFirst(parts: GroupParts, state: ConversationState): Group | null {
  const { forGroup } = state;
  if (forGroup === null || state.emergency !== 'none' || isOver(parts, state)) return null;
  const group = parts.groups.current().find((each) => each.group === forGroup.group);
  if (group === undefined) return null;
  const onDuty = group.members.some((officer) => {
    const record = parts.officers.get(officer);
    return record !== undefined && isReceiving(record.presence);
  });
  return onDuty ? group : null;
}

/** Whether it waits for others than this officer. */
export function isForOthers(parts: GroupParts, state: ConversationState, officer: Id): boolean {
  const group = groupFirst(parts, state);
  return group !== null && !group.members.includes(officer);
}

/** C4: by the clock that does not jump, once the batch that said so is durable. */
function isOver({ registry, scheduler, clock }: GroupParts, state: ConversationState): boolean {
  const live = registry.get(state.conversation);
  if (live !== undefined && live.state.forGroup === state.forGroup) {
    return scheduler.elapsed() >= live.groupUntil;
  }
  return clock() >= (state.forGroup?.until ?? 0);
}
