import type { Rect, VirtualItem } from '@tanstack/react-virtual';

/** As many conversations as journals are held (`MAX_WINDOWS`). */
const MAX_KEPT = 64;
/** Heights kept of one journal: its end, which is what a return shows. */
const MAX_ROWS = 200;
/** The room of a journal on a station's screen, in CSS pixels: a guess, until one was drawn. */
const GUESS: Rect = { width: 700, height: 520 };

export type Measurements = {
  readonly of: (conversation: string) => VirtualItem[];
  /** The room the last journal had; the next one has the same, and so draws the rows that fill it at once. */
  readonly room: () => Rect;
  readonly keep: (conversation: string, items: readonly VirtualItem[], room: Rect | null) => void;
};

/**
 * Heights of rows drawn before, so that a conversation one comes back to is laid out once instead of twice.
 * Only heights and entries' ids: no text outlives its journal here.
 */
export function createMeasurements(): Measurements {
  const kept = new Map<string, VirtualItem[]>();
  let known = GUESS;
  return {
    of: (conversation) => kept.get(conversation) ?? [],
    room: () => known,
    keep(conversation, items, room) {
      // A pane that is out of sight has none.
      if (room !== null && room.height > 0) known = room;
      kept.delete(conversation);
      kept.set(conversation, items.slice(-MAX_ROWS));
      if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value ?? conversation);
    },
  };
}
