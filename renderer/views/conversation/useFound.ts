import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { LIMITS } from '../../../protocol/limits.ts';
import type { JournalWindow } from '../../stores/journals.ts';
import type { Target } from '../../stores/selection.ts';
import { useDesk } from '../provider.ts';
import type { Row } from './rows.ts';

type Properties = {
  readonly conversation: string;
  readonly target: Target | null;
  readonly window: JournalWindow | undefined;
  readonly rows: readonly Row[];
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
};

export type FoundRow = {
  /** The row of the entry that a search led to; -1 for none, or not yet read. */
  readonly index: number;
  /** On the way there: what is on screen meanwhile has not been read by anybody. */
  readonly seeking: boolean;
};

/** Reads a journal back to the entry that a search led to, brings it on screen and gives it the focus, once. */
export function useFound({ conversation, target, window, rows, virtualizer }: Properties): FoundRow {
  const desk = useDesk();
  const [arrived, setArrived] = useState<Target | null>(null);
  const focused = useRef<Target | null>(null);
  const seq = target?.seq ?? 0;
  const index = target === null ? -1 : rows.findIndex((row) => row.kind === 'entry' && row.entry.seq === seq);
  const first = window?.entries[0]?.seq;
  const settled = window !== undefined && !window.loading;
  const further = settled && !window.complete && first !== undefined && first > seq;
  const seeking = target !== null && arrived !== target && (!settled || further || index >= 0);

  useEffect(() => {
    if (seeking && further && first !== undefined) void desk.readOlder(conversation, LIMITS.entriesPerFrame);
  }, [seeking, further, first, desk, conversation]);

  useLayoutEffect(() => {
    if (!seeking || index < 0) return;
    virtualizer.scrollToIndex(index, { align: 'center' });
    // The scroll's own event comes before the next frame: only then is it known whether the end is in sight.
    const frame = requestAnimationFrame(() => setArrived(target));
    return () => cancelAnimationFrame(frame);
  }, [seeking, index, target, virtualizer]);

  // The row may be drawn only a render or two after the scroll.
  useEffect(() => {
    if (target === null || index < 0 || focused.current === target) return;
    const row = virtualizer.scrollElement?.querySelector<HTMLElement>('[data-found]');
    if (row === null || row === undefined) return;
    focused.current = target;
    row.focus({ preventScroll: true });
  });

  return { index, seeking };
}
