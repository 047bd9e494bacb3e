import type { Head } from '../../../protocol/head.ts';
import { useSelf } from '../provider.ts';
import { Blocked, type BlockedReason } from './Blocked.tsx';
import { ComposerForm } from './ComposerForm.tsx';

type Reach = { readonly reason: BlockedReason | null; readonly mayNote: boolean };

/** What this officer may still write here: to the citizen, a note only, or nothing (rule L1, departures). */
export function reachOf(head: Head, officer: string, supervisor: boolean): Reach {
  const mine = head.holder?.officer === officer;
  if (head.status === 'closed') return { reason: 'closed', mayNote: false };
  if (head.left !== null && (mine || supervisor)) return { reason: head.left, mayNote: true };
  if (mine) return { reason: null, mayNote: true };
  return { reason: head.status === 'waiting' ? 'waiting' : 'other', mayNote: supervisor };
}

/** Where the officer writes, bound to one conversation: it is made anew for each. */
export function Composer({ head }: { readonly head: Head }) {
  const self = useSelf();
  const { reason, mayNote } = reachOf(head, self.officer, self.role === 'supervisor');
  return (
    <>
      {reason !== null && <Blocked head={head} reason={reason} />}
      {mayNote && <ComposerForm head={head} mayWrite={reason === null} />}
    </>
  );
}
