import type { Deferral } from '../../../protocol/deferral.ts';
import { type Head, isConsulted } from '../../../protocol/head.ts';
import { useSelf, useView } from '../provider.ts';
import { Blocked, type BlockedReason } from './Blocked.tsx';
import { ClosedQuestions } from './ClosedQuestions.tsx';
import { ComposerForm } from './ComposerForm.tsx';

type Reach = { readonly reason: BlockedReason | null; readonly mayNote: boolean };

/** What this officer may still write here: to the citizen, a note only, or nothing (rule L1, departures). */
export function reachOf(head: Head, officer: string, supervisor: boolean, canMail = true): Reach {
  const mine = head.holder?.officer === officer;
  if (head.status === 'closed') return { reason: 'closed', mayNote: false };
  if (head.form !== undefined && head.deferral == null) return reachOfRequest(head, mine, supervisor);
  if (head.deferral != null && (mine || !isConsulted(head, officer)))
    return reachByEmail(head, head.deferral, mine, supervisor, canMail);
  if (head.left !== null && (mine || supervisor)) return { reason: head.left, mayNote: true };
  if (mine) return { reason: null, mayNote: true };
  // G3: whose advice is asked writes to the colleague, never to the citizen.
  if (isConsulted(head, officer)) return { reason: 'consulted', mayNote: true };
  return { reason: head.status === 'waiting' ? 'waiting' : 'other', mayNote: supervisor };
}

/** A request of the site without an address: there is nobody to write to. */
function reachOfRequest(head: Head, mine: boolean, supervisor: boolean): Reach {
  if (mine) return { reason: 'no-address', mayNote: true };
  return { reason: head.holder === null ? 'request-take' : 'other', mayNote: supervisor };
}

/** The same where the citizen left for an answer by e-mail: being gone from the page then hinders nothing. */
function reachByEmail(
  head: Head,
  deferral: Deferral,
  mine: boolean,
  supervisor: boolean,
  canMail: boolean,
): Reach {
  if (!mine) return { reason: head.status === 'deferred' ? 'mail-take' : 'other', mayNote: supervisor };
  const queued = deferral.mail?.state === 'queued';
  if (!queued && !deferral.address) return { reason: 'mail-gone', mayNote: true };
  // Whether it is written or not: nothing leaves, and nothing is tried.
  if (!canMail) return { reason: 'mail-unavailable', mayNote: true };
  return { reason: queued ? 'mail-queued' : null, mayNote: true };
}

/** Where the officer writes, bound to one conversation: it is made anew for each. */
export function Composer({ head }: { readonly head: Head }) {
  const self = useSelf();
  const canMail = useView((view) => view.state?.mail !== false);
  const { reason, mayNote } = reachOf(head, self.officer, self.role === 'supervisor', canMail);
  return (
    <>
      {reason !== null && <Blocked head={head} reason={reason} />}
      {reason === null && head.silent && head.deferral == null && <ClosedQuestions head={head} />}
      {mayNote && <ComposerForm head={head} mayWrite={reason === null} />}
    </>
  );
}
