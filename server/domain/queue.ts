import { compareQueue } from '../../protocol/head.ts';
import type { ConversationState } from '../../protocol/journal.ts';

export type Waiting = Pick<ConversationState, 'conversation' | 'emergency' | 'returned' | 'waitingSince'>;

/** Whether the citizen left in a hurry and kept what it takes to come back (rule S4). */
export function isAwaited(state: Pick<ConversationState, 'left' | 'mayReturn'>): boolean {
  return state.left === 'quick-exit' && state.mayReturn;
}

/** Rule Q1: the queue from the next one to the last. The input is left as it was. */
export function inQueueOrder<Item extends Waiting>(waiting: Iterable<Item>): Item[] {
  return [...waiting].sort(compareQueue);
}

/** The first of the queue without sorting all of it; null when nobody waits. */
export function firstInQueue<Item extends Waiting>(waiting: Iterable<Item>): Item | null {
  let first: Item | null = null;
  for (const item of waiting) if (first === null || compareQueue(item, first) < 0) first = item;
  return first;
}
