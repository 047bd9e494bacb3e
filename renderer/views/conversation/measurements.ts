import type { VirtualItem } from '@tanstack/react-virtual';

/** As many conversations as journals are held (`MAX_WINDOWS`). */
const MAX_KEPT = 64;
/** Heights kept of one journal: its end, which is what a return shows. */
const MAX_ROWS = 200;

export type Measurements = {
  readonly of: (conversation: string) => VirtualItem[];
  readonly keep: (conversation: string, items: readonly VirtualItem[]) => void;
};

/**
 * Heights of rows drawn before, so that a conversation one comes back to is laid out once instead of twice.
 * Only heights and entries' ids: no text outlives its journal here.
 */
export function createMeasurements(): Measurements {
  const kept = new Map<string, VirtualItem[]>();
  return {
    of: (conversation) => kept.get(conversation) ?? [],
    keep(conversation, items) {
      kept.delete(conversation);
      kept.set(conversation, items.slice(-MAX_ROWS));
      if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value ?? conversation);
    },
  };
}
