import type { Head } from '../../../protocol/head.ts';
import type { OfficerSelf } from '../../../protocol/officer.ts';

/** Whether this officer may change the conversation. The relay decides (rule A1); this only spares a refusal. */
export function mayChange(head: Head, self: OfficerSelf): boolean {
  if (head.status === 'closed') return false;
  return head.holder?.officer === self.officer || self.role === 'supervisor';
}
