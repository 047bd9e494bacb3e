import type { Id } from '../../protocol/ids.ts';
import type { OutboxItem } from '../../protocol/ipc.ts';
import type { JournalWindow } from './journals.ts';

/** How long something acknowledged stays on screen while its entry is still on the way, in milliseconds. */
export const SETTLING = 4_000;

/**
 * What was written here and is not yet in a journal. `settling` bridges the instant between the
 * acknowledgement (the item leaves the outbox) and the entry's arrival: a message never vanishes in between.
 */
export type Outbox = {
  readonly items: readonly OutboxItem[];
  readonly settling: readonly { readonly item: OutboxItem; readonly since: number }[];
};

export const NO_OUTBOX: Outbox = { items: [], settling: [] };

/** The outbox after an `outbox` event, which always names all of it. `now` in milliseconds. */
export function applyOutbox(state: Outbox, items: readonly OutboxItem[], now: number): Outbox {
  const present = new Set(items.map((item) => item.id));
  const settled = state.items
    .filter((item) => item.state === 'sending' && !present.has(item.id))
    .map((item) => ({ item, since: now }));
  const still = state.settling.filter(({ item, since }) => now - since < SETTLING && !present.has(item.id));
  return { items, settling: [...still, ...settled] };
}

/** The outbox without what concerns destroyed conversations. */
export function dropFromOutbox(state: Outbox, conversations: readonly Id[]): Outbox {
  const gone = new Set(conversations);
  return {
    items: state.items.filter((item) => !gone.has(item.conversation)),
    settling: state.settling.filter(({ item }) => !gone.has(item.conversation)),
  };
}

/** What stands at a conversation's end: its items in the order written, without those already in its journal. */
export function pendingOf(
  state: Outbox,
  conversation: Id,
  window: JournalWindow | undefined,
): readonly OutboxItem[] {
  const items = [...state.settling.map(({ item }) => item), ...state.items].filter(
    (item) => item.conversation === conversation,
  );
  if (items.length === 0) return NONE;
  const known = new Set<Id>();
  // An item is younger than most of the journal: only its end can hold it.
  for (const entry of window?.entries.slice(-200) ?? []) known.add(entry.id);
  const pending = items.filter((item) => !known.has(item.id));
  return pending.length === 0 ? NONE : pending;
}

const NONE: readonly OutboxItem[] = [];

/** Whether something of this conversation was refused and waits for the officer. */
export function hasRefused(state: Outbox, conversation: Id): boolean {
  return state.items.some((item) => item.conversation === conversation && item.state === 'refused');
}
