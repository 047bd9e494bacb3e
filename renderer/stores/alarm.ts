import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskState } from '../../protocol/ipc.ts';

/** An emergency nobody acknowledged is said again this often, in milliseconds. */
export const REPEAT_EVERY = 30_000;

/**
 * Whether this desk must go on sounding: an emergency of its own is flagged, or one waits and this officer
 * could take it. An officer on a break hears of it once, then sees it.
 */
export function mustSound(flagged: readonly Head[], officer: Id, presence: DeskState['presence']): boolean {
  return flagged.some(
    (head) =>
      head.holder?.officer === officer ||
      (head.status === 'waiting' && (presence === 'available' || presence === 'finishing')),
  );
}
