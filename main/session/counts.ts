import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';

/** What the task bar and the tray say: numbers, never a word or a name of a citizen. */
export type Counts = {
  /** Conversations of this officer with something unread. */
  readonly unread: number;
  /** People in the queue. */
  readonly waiting: number;
  /** Flagged emergencies that nobody acknowledged, waiting or this officer's. */
  readonly emergencies: number;
};

export function countsOf(heads: Iterable<Head>, officer: Id | null): Counts {
  let [unread, waiting, emergencies] = [0, 0, 0];
  if (officer === null) return { unread, waiting, emergencies };
  for (const head of heads) {
    const mine = head.holder?.officer === officer;
    if (mine && head.status !== 'closed' && head.lastCitizenSeq > head.officerRead) unread += 1;
    if (head.status === 'waiting') waiting += 1;
    if (head.emergency === 'flagged' && (mine || head.holder === null)) emergencies += 1;
  }
  return { unread, waiting, emergencies };
}

/** What asks for this officer's eyes: on the dock, on the task bar. */
export function badgeOf({ unread, emergencies }: Counts): number {
  return unread + emergencies;
}
