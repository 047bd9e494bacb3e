import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { stateOf } from '../../protocol/journal.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Scope } from '../scope.ts';
import { until } from '../scope.ts';
import { Desk } from './desk.ts';

/** Journals read at once: below what one desk may follow. */
const WIDTH = 200;

/**
 * Reads whole journals back through a supervisor's desk, as the relay serves them; also leaves that desk's heads.
 * Each journal is checked to be one: it begins with `opened` and has no gap (rules D3, J1), or this rejects.
 */
export async function readJournals(
  scope: Scope,
  port: number,
  token: string,
  conversations: readonly Id[],
): Promise<{ journals: Map<Id, Entry[]>; desk: Desk }> {
  const journals = new Map<Id, Entry[]>();
  const desk = new Desk({
    port,
    token,
    parse: 'schema',
    hooks: {
      onEntry: (entry) => {
        const journal = journals.get(entry.conversation);
        if (journal === undefined) journals.set(entry.conversation, [entry]);
        else journal.push(entry);
      },
    },
  });
  scope.defer(() => desk.stop());
  desk.connect();
  const isComplete = () => conversations.every((conversation) => desk.heads.has(conversation));
  await until('the supervisor’s heads', 20_000, isComplete);
  const width = Math.min(WIDTH, LIMITS.followedPerDesk);
  for (let start = 0; start < conversations.length; start += width) {
    const slice = conversations.slice(start, start + width);
    for (const conversation of slice) desk.follow(conversation);
    const isRead = (conversation: Id) =>
      desk.cursor(conversation) >= (desk.heads.get(conversation)?.lastSeq ?? Number.POSITIVE_INFINITY);
    await until('the journals', 20_000, () => slice.every(isRead));
    for (const conversation of slice) desk.unfollow(conversation);
  }
  for (const journal of journals.values()) stateOf(journal);
  return { journals, desk };
}

export type Delivery = { readonly lost: number; readonly doubled: number; readonly reordered: number };

/**
 * Compares journals with what was sent: `sent` maps each text, unique, to the order in which its citizen sent it;
 * `acked` are the ids that were acknowledged at any time.
 */
export function checkDelivery(
  journals: ReadonlyMap<Id, readonly Entry[]>,
  sent: ReadonlyMap<string, number>,
  acked: ReadonlySet<string>,
): Delivery {
  const found = new Set<string>();
  const times = new Map<string, number>();
  let reordered = 0;
  for (const journal of journals.values()) {
    let last = -1;
    for (const { id, author, body } of journal) {
      if (body.kind !== 'message' || author.role !== 'citizen') continue;
      found.add(id);
      // By its text, so that the same message under another id would show as well.
      times.set(body.text, (times.get(body.text) ?? 0) + 1);
      const order = sent.get(body.text) ?? -1;
      if (order <= last) reordered += 1;
      last = order;
    }
  }
  const lost = [...acked].filter((id) => !found.has(id)).length;
  const doubled = [...times.values()].filter((count) => count > 1).length;
  return { lost, doubled, reordered };
}
