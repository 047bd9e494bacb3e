import type { Group } from '../../../protocol/group.ts';
import type { Head } from '../../../protocol/head.ts';
import { groupFirst } from '../../stores/colleagues.ts';
import { useClock, useSelf, useView } from '../provider.ts';

/** The group a conversation waits for when this officer is not of it and may not take it yet (rule G2), or null. */
export function useOtherGroup(head: Head): Group | null {
  const self = useSelf();
  const groups = useView((view) => view.groups);
  const roster = useView((view) => view.roster);
  const group = useClock((now) => groupFirst(head, groups, roster, now));
  if (group === null || self.role === 'supervisor') return null;
  return group.members.includes(self.officer) ? null : group;
}
