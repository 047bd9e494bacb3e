import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent } from '../../protocol/ipc.ts';

export type AlertLevel = Extract<DeskEvent, { type: 'alert' }>['level'];

/** Something the officer should hear or see. Says which conversation, never what was written. */
export type Attention = { readonly level: AlertLevel; readonly conversation: Id; readonly reference: string };

const ORDER: readonly AlertLevel[] = ['message', 'queue', 'emergency'];

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
): Attention[] {
  const found: Attention[] = [];
  for (const head of heads) {
    const { conversation, reference } = head;
    const known = before.get(conversation);
    const concerned =
      head.status === 'waiting' || head.status === 'deferred' || head.holder?.officer === officer;
    if (concerned && head.emergency === 'flagged' && known?.emergency !== 'flagged') {
      found.push({ level: 'emergency', conversation, reference });
    } else if (begins(head, known)) {
      found.push({ level: 'queue', conversation, reference });
    }
  }
  return found;
}

/** What new entries call for: a citizen's word in a conversation that this officer holds. */
export function attentionOfEntries(
  head: Head | undefined,
  entries: readonly Entry[],
  officer: Id,
): Attention[] {
  if (head?.holder?.officer !== officer) return [];
  const unread = entries.some(
    ({ author, body, seq }) => author.role === 'citizen' && body.kind === 'message' && seq > head.officerRead,
  );
  return unread ? [{ level: 'message', conversation: head.conversation, reference: head.reference }] : [];
}
