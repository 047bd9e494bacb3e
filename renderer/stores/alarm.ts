import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskState } from '../../protocol/ipc.ts';
import type { RosterRow } from '../../protocol/officer.ts';

/** An emergency nobody acknowledged is said again this often, in milliseconds. */
export const REPEAT_EVERY = 30_000;

/** The officer of this desk, as the alarm sees them. */
export type Hearer = { readonly officer: Id } & Pick<DeskState, 'presence' | 'presenceWhy'>;

function isAtWork(presence: DeskState['presence'] | undefined): boolean {
  return presence === 'available' || presence === 'finishing';
}

/** Whose holder is somebody on a break, away or gone: nobody looks after it. Before a roster came nobody knows. */
function isUnattended({ holder }: Head, roster: readonly RosterRow[]): boolean {
  if (holder === null || roster.length === 0) return false;
  return !isAtWork(roster.find(({ officer }) => officer === holder.officer)?.presence);
}

/** In the queue, for an answer by e-mail, or of a holder who is not there: whoever hears of it may do something. */
function isForAnyone(head: Head, roster: readonly RosterRow[]): boolean {
  return head.status === 'waiting' || head.status === 'deferred' || isUnattended(head, roster);
}

/**
 * Whether this officer goes on hearing what is anybody's. One on a break, or absent by their own word, hears of it once,
 * then sees it; whom the desk made absent may sit before it; and where nobody is at work it sounds everywhere.
 */
function hearsOthers({ presence, presenceWhy }: Hearer, roster: readonly RosterRow[]): boolean {
  if (isAtWork(presence) || (presence === 'away' && presenceWhy !== undefined)) return true;
  return !roster.some((row) => isAtWork(row.presence));
}

/** Whether this desk must go on sounding: an emergency of its own is flagged, or one that is anybody's. */
export function mustSound(flagged: readonly Head[], hearer: Hearer, roster: readonly RosterRow[]): boolean {
  return flagged.some(
    (head) =>
      head.holder?.officer === hearer.officer || (isForAnyone(head, roster) && hearsOthers(hearer, roster)),
  );
}
