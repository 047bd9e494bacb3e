import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import type { Row } from './rows.ts';

function firstEntry(rows: readonly Row[]): number {
  return rows.findIndex((row) => row.kind === 'entry');
}

/**
 * Keeps what is being read in place when older entries are put before it. The virtualizer anchors to the
 * topmost row, which at the very top is the journal's edge or a day: rows that stay on top of what is added.
 */
export function useSteadyPrepend(
  rows: readonly Row[],
  virtualizer: Virtualizer<HTMLDivElement, Element>,
): void {
  const before = useRef<string | null>(null);
  useLayoutEffect(() => {
    const top = firstEntry(rows);
    const topKey = rows[top]?.key;
    const held = before.current;
    if (held !== null && topKey !== undefined && topKey !== held) {
      const index = rows.findIndex((row) => row.key === held);
      const start = virtualizer.measurementsCache[index]?.start;
      const at = virtualizer.scrollElement?.scrollTop;
      // Where the virtualizer already moved with its own anchor, nothing is left to correct.
      if (index > top && start !== undefined && at !== undefined && at < start) {
        virtualizer.scrollToIndex(index, { align: 'start' });
      }
    }
    before.current = topKey ?? null;
  });
}
