import { cameBackTo, type Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import { concerns } from './attention.ts';
import type { DeskModel } from './model.ts';

/** What the task bar and the tray say: numbers, never a word or a name of a citizen. */
export type Counts = {
  /** Conversations of this officer with something unread, or that others gave them unseen. */
  readonly unread: number;
  /** People in the queue. */
  readonly waiting: number;
  /** Flagged emergencies that nobody acknowledged: anybody's, this officer's, or of a colleague who is not there. */
  readonly emergencies: number;
  /** Answers by e-mail that came back to this officer. */
  readonly cameBack: number;
};

export function countsOf(
  heads: Iterable<Head>,
  officer: Id | null,
  model: Pick<DeskModel, 'given' | 'isPresent'>,
): Counts {
  let [unread, waiting, emergencies, cameBack] = [0, 0, 0, 0];
  if (officer === null) return { unread, waiting, emergencies, cameBack };
  const isPresent = (colleague: Id) => model.isPresent(colleague);
  for (const head of heads) {
    const mine = head.holder?.officer === officer;
    const unseen = head.lastCitizenSeq > head.officerRead || model.given.includes(head.conversation);
    if (mine && head.status !== 'closed' && unseen) unread += 1;
    if (head.status === 'waiting') waiting += 1;
    if (head.emergency === 'flagged' && concerns(head, officer, isPresent)) emergencies += 1;
    if (cameBackTo(head) === officer) cameBack += 1;
  }
  return { unread, waiting, emergencies, cameBack };
}

/** What asks for this officer's eyes: on the dock, on the task bar. */
export function badgeOf({ unread, emergencies, cameBack }: Counts): number {
  return unread + emergencies + cameBack;
}
