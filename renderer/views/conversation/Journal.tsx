import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { pendingOf } from '../../stores/outbox.ts';
import { useClock, useDesk, useText, useView } from '../provider.ts';
import { JournalRow } from './JournalRow.tsx';
import type { Measurements } from './measurements.ts';
import { journalRows, lastCitizenWord, type Row } from './rows.ts';
import { useFound } from './useFound.ts';
import { useLettingGo } from './useLettingGo.ts';
import { useOverscan } from './useOverscan.ts';
import { looksAt, useReading } from './useReading.ts';
import { useStayAtEnd } from './useStayAtEnd.ts';
import { useSteadyPrepend } from './useSteadyPrepend.ts';

/** Guessed heights in pixels until a row is measured. */
const ESTIMATE: Record<Row['kind'], number> = {
  beginning: 32,
  older: 32,
  day: 36,
  new: 32,
  entry: 60,
  pending: 60,
};
/** This near to the end counts as being there, in pixels. */
const AT_END = 48;
/** Older entries are read when this near to the top, in rows. */
const NEAR_TOP = 3;

function Typing({ head }: { readonly head: Head }) {
  const text = useText().conversation;
  const until = useView((view) => view.typing.get(head.conversation) ?? 0);
  const offset = useView((view) => view.state?.clockOffset ?? 0);
  const typing = useClock((now) => until > now - offset);
  return <p className="typing">{typing ? text.typing : ''}</p>;
}

type Properties = { readonly head: Head; readonly measurements: Measurements };

/** The journal of one conversation. It stays at its end only when it is there: nobody is torn from reading. */
export function Journal({ head, measurements }: Properties) {
  const { conversation } = head;
  const text = useText().conversation;
  const desk = useDesk();
  const window = useView((view) => view.journals.get(conversation));
  const outbox = useView((view) => view.outbox);
  const newAfter = useView(({ selection }) => selection.newAfter);
  const target = useView(({ selection }) => (selection.current === conversation ? selection.target : null));
  const scroller = useRef<HTMLDivElement>(null);
  const pending = useMemo(() => pendingOf(outbox, conversation, window), [outbox, conversation, window]);
  const rows = useMemo(
    () => (window === undefined ? [] : journalRows(window, pending, newAfter)),
    [window, pending, newAfter],
  );
  const [atEnd, setAtEnd] = useState(true);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ESTIMATE[rows[index]?.kind ?? 'entry'],
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: useOverscan(),
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END,
    initialRect: measurements.room(),
    initialOffset: Number.MAX_SAFE_INTEGER,
    initialMeasurementsCache: measurements.of(conversation),
    onChange: (instance) => setAtEnd(instance.isAtEnd(AT_END)),
  });
  useSteadyPrepend(rows, virtualizer);
  useStayAtEnd(scroller, virtualizer, AT_END);
  useLettingGo(scroller);
  const found = useFound({ conversation, target, window, rows, virtualizer });
  const shown = virtualizer.getVirtualItems();
  const first = shown[0];

  useEffect(
    () => () => measurements.keep(conversation, virtualizer.takeSnapshot(), virtualizer.scrollRect),
    [measurements, conversation, virtualizer],
  );

  // Opened at its end or where a search led, whatever heights the rows turn out to have.
  const filled = rows.length > 0;
  const opensAt = useRef(target !== null);
  useLayoutEffect(() => {
    if (filled && !opensAt.current) virtualizer.scrollToEnd();
  }, [filled, virtualizer]);

  const nearTop = first !== undefined && first.index <= NEAR_TOP;
  const moreAbove = window !== undefined && !window.complete && !window.loading;
  useEffect(() => {
    if (nearTop && moreAbove && filled) void desk.readOlder(conversation);
  }, [nearTop, moreAbove, filled, desk, conversation]);

  const cursor = window?.loading === false ? window.cursor : 0;
  const reading = useReading(atEnd && !found.seeking, scroller);
  // Only what one holds is marked. Taken just now, the entries may be here before the word that it is held.
  const holder = head.holder?.officer;
  useEffect(() => {
    if (!reading || cursor === 0 || holder === undefined) return;
    // Drawn anew in a pane that is out of sight, it is not known to be hidden yet.
    if (looksAt(scroller.current)) desk.markRead(conversation, cursor);
  }, [reading, cursor, holder, conversation, desk]);
  const lastWord = window === undefined ? 0 : lastCitizenWord(window);
  const seenWord = useRef(lastWord);
  useEffect(() => {
    if (lastWord > seenWord.current && !reading) desk.markNew(conversation);
    seenWord.current = lastWord;
  }, [lastWord, reading, conversation, desk]);

  return (
    <div className="journal-frame">
      <div
        ref={scroller}
        className="journal"
        role="log"
        aria-live="off"
        aria-label={text.journal(head.reference)}
        aria-busy={window?.loading ?? true}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        data-place="journal"
      >
        {window === undefined || (window.loading && !filled) ? (
          <p className="empty">{text.loading}</p>
        ) : (
          <div className="journal-space" style={{ height: virtualizer.getTotalSize() }}>
            <div className="journal-rows" style={{ transform: `translateY(${first?.start ?? 0}px)` }}>
              {shown.map((item) => {
                const row = rows[item.index];
                if (row === undefined) return null;
                return (
                  <div
                    key={item.key}
                    ref={virtualizer.measureElement}
                    data-index={item.index}
                    {...(item.index === found.index ? { 'data-found': '', tabIndex: -1 } : {})}
                  >
                    <JournalRow row={row} read={isRead(row, head)} />
                  </div>
                );
              })}
            </div>
          </div>
        )}
        <Typing head={head} />
      </div>
      {!atEnd && filled && (
        <button type="button" className="button small to-end" onClick={() => virtualizer.scrollToEnd()}>
          <ArrowDown size={14} />
          {newAfter === null ? text.toEnd : text.toEndNew}
        </button>
      )}
    </div>
  );
}

/** Whether the citizen's page has shown this row: passed down so that only rows that change are drawn again. */
function isRead(row: Row, head: Head): boolean {
  return row.kind === 'entry' && row.entry.seq <= head.citizenRead;
}
