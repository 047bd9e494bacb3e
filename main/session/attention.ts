import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent } from '../../protocol/ipc.ts';

export type AlertLevel = Extract<DeskEvent, { type: 'alert' }>['level'];

/** Something the officer should hear or see. Says which conversation, never what was written. */
export type Attention = { readonly level: AlertLevel; readonly conversation: Id; readonly reference: string };

const ORDER: readonly AlertLevel[] = ['message', 'colleague', 'queue', 'emergency'];

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
  if (head.status === 'waiting') return known?.status !== 'waiting';
  return head.form !== undefined && head.status === 'deferred' && known === undefined;
}

/** What new heads call for: a conversation that begins to wait, an emergency nobody acknowledged yet. */
export function attentionOfHeads(
  before: ReadonlyMap<Id, Head>,
  heads: readonly Head[],
  officer: Id,
  mayTakeOf: (group: Id) => boolean,
): Attention[] {
  const found: Attention[] = [];
  for (const head of heads) {
    const { conversation, reference } = head;
    const known = before.get(conversation);
    const concerned =
      head.status === 'waiting' || head.status === 'deferred' || head.holder?.officer === officer;
    if (concerned && head.emergency === 'flagged' && known?.emergency !== 'flagged') {
      found.push({ level: 'emergency', conversation, reference });
    } else if (begins(head, known) && isForMe(head, mayTakeOf)) {
      found.push({ level: 'queue', conversation, reference });
    } else if (asksFor(head, officer) && (known === undefined || !asksFor(known, officer))) {
      found.push({ level: 'colleague', conversation, reference });
    }
  }
  return found;
}

function asksFor({ consulted }: Head, officer: Id): boolean {
  return consulted?.some((each) => each.officer === officer) ?? false;
}

/** What waits for others first is not called out here: the row says for whom it is. */
function isForMe({ forGroup }: Head, mayTakeOf: (group: Id) => boolean): boolean {
  return forGroup === undefined || mayTakeOf(forGroup.group);
}

/** What new entries call for: a citizen's word, or a colleague's note, in a conversation that this officer holds. */
export function attentionOfEntries(
  head: Head | undefined,
  entries: readonly Entry[],
  officer: Id,
): Attention[] {
  if (head?.holder?.officer !== officer) return [];
  const { conversation, reference } = head;
  const unread = entries.filter(({ seq }) => seq > head.officerRead);
  if (unread.some(({ author, body }) => author.role === 'citizen' && body.kind === 'message')) {
    return [{ level: 'message', conversation, reference }];
  }
  const whispered = unread.some(
    ({ author, body }) => body.kind === 'note' && author.role === 'officer' && author.officer !== officer,
  );
  return whispered ? [{ level: 'colleague', conversation, reference }] : [];
}
