import type { Head } from '../../protocol/head.ts';
import { awaitingOf, hasUnread, heldBy } from './heads.ts';
import { onScreen } from './selection.ts';
import type { View } from './view.ts';

type Looked = Pick<View, 'heads' | 'given' | 'state' | 'selection'>;

function mineElsewhere({ heads, state, selection }: Looked): readonly Head[] {
  return heldBy(heads.open, state?.self?.officer ?? null).filter(
    (head) => head.conversation !== onScreen(selection),
  );
}

/** The next of mine that I have not read or answered; null when there is none besides the one on screen. */
export function nextUnread(view: Looked): Head | null {
  const mine = mineElsewhere(view);
  const isNew = (head: Head) => hasUnread(head) || view.given.has(head.conversation);
  return mine.find(isNew) ?? mine.find((head) => head.unansweredSince !== null) ?? null;
}

/** Whoever of mine waits longest for an answer, or the first of the queue; null when nobody waits elsewhere. */
export function nextWaiting(view: Looked): Head | null {
  const { heads, selection } = view;
  const [owed] = mineElsewhere(view)
    .filter((head) => head.unansweredSince !== null)
    .sort((a, b) => (a.unansweredSince ?? 0) - (b.unansweredSince ?? 0));
  return owed ?? awaitingOf(heads.open).find((head) => head.conversation !== onScreen(selection)) ?? null;
}
