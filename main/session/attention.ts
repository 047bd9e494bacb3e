import type { Entry } from '../../protocol/entry.ts';
import { type Head, isConsulted, isThere, mailThatCameBack } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent } from '../../protocol/ipc.ts';

export type AlertLevel = Extract<DeskEvent, { type: 'alert' }>['level'];

/** Something the officer should hear or see. Says which conversation, never what was written. */
export type Attention = { readonly level: AlertLevel; readonly conversation: Id; readonly reference: string };

const ORDER: readonly AlertLevel[] = ['mail', 'message', 'colleague', 'queue', 'given', 'emergency'];

/** The most pressing of several; null for none. */
export function mostPressing(all: readonly Attention[]): Attention | null {
  let most: Attention | null = null;
  for (const each of all) {
    if (most === null || ORDER.indexOf(each.level) > ORDER.indexOf(most.level)) most = each;
  }
  return most;
}

/** It waits since now: a citizen in the queue, or a request of the site that no supervisor has seen. */
function begins(head: Head, known: Head | undefined): boolean {
  if (head.status === 'waiting') return isThere(head) && !(known?.status === 'waiting' && isThere(known));
  // One whose answer came back was handled already: that is told as such.
  const isNew = head.form !== undefined && head.status === 'deferred' && mailThatCameBack(head) === null;
  return isNew && known === undefined;
}

/** What an officer's desk knows of the others. */
export type Others = {
  /** Whether it waits for others first: the row says for whom, and nobody else is called. */
  readonly waitsForOthers: (head: Head) => boolean;
  /** Whether somebody is at their desk to look after what is theirs. */
  readonly isPresent: (officer: Id) => boolean;
};

/** Whose emergency it is: anybody's who may take it, the holder's, and everybody's while the holder is not there. */
export function concerns(
  { status, holder }: Pick<Head, 'status' | 'holder'>,
  officer: Id,
  isPresent: Others['isPresent'],
): boolean {
  if (status === 'waiting' || status === 'deferred') return true;
  return holder !== null && (holder.officer === officer || !isPresent(holder.officer));
}

/** What new heads call for: a conversation that begins to wait, an emergency nobody acknowledged yet. */
export function attentionOfHeads(
  before: ReadonlyMap<Id, Head>,
  heads: readonly Head[],
  officer: Id,
  others: Others,
): Attention[] {
  const found: Attention[] = [];
  for (const head of heads) {
    const { conversation, reference } = head;
    const known = before.get(conversation);
    if (
      head.emergency === 'flagged' &&
      known?.emergency !== 'flagged' &&
      concerns(head, officer, others.isPresent)
    ) {
      found.push({ level: 'emergency', conversation, reference });
    } else if (begins(head, known) && !others.waitsForOthers(head)) {
      found.push({ level: 'queue', conversation, reference });
    } else if (isConsulted(head, officer) && (known === undefined || !isConsulted(known, officer))) {
      found.push({ level: 'colleague', conversation, reference });
    }
  }
  return found;
}

/** What new entries call for: a citizen's word or return, or a colleague's note, in a conversation that this officer holds. */
export function attentionOfEntries(
  head: Head | undefined,
  entries: readonly Entry[],
  officer: Id,
): Attention[] {
  if (head?.holder?.officer !== officer) return [];
  const { conversation, reference } = head;
  const unread = entries.filter(({ seq }) => seq > head.officerRead);
  const isHere = unread.some(
    // Whoever comes back by their phrase after a quick exit may dare no word before they are spoken to.
    ({ author, body }) => body.kind === 'return' || (author.role === 'citizen' && body.kind === 'message'),
  );
  if (isHere) return [{ level: 'message', conversation, reference }];
  const whispered = unread.some(
    ({ author, body }) => body.kind === 'note' && author.role === 'officer' && author.officer !== officer,
  );
  return whispered ? [{ level: 'colleague', conversation, reference }] : [];
}
