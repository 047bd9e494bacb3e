import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Place } from '../views/focus.ts';

type Properties<Item> = {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height of an item in CSS pixels, the same whenever it is drawn. */
  readonly heightOf: (item: Item) => number;
  /** Items that are headings take no focus. */
  readonly isHeading?: (item: Item) => boolean;
  readonly render: (item: Item) => ReactNode;
  readonly label: string;
  readonly place?: Place;
  /** Called when the end of the list comes in sight. */
  readonly onEnd?: () => void;
  readonly onPointerMove?: () => void;
};

const OVERSCAN = 6;

/** The main control of a row: the element that arrow keys go to. */
const MAIN = '[data-row-main]';

/**
 * A list of which only what is in sight is in the document. Arrow keys, Home and End go from row to row; Tab
 * goes through the controls of a row as anywhere.
 */
export function VirtualList<Item>(properties: Properties<Item>) {
  const { items, keyOf, heightOf, isHeading, render, label, place, onEnd, onPointerMove } = properties;
  const scroller = useRef<HTMLUListElement>(null);
  const wanted = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const item = items[index];
      return item === undefined ? 0 : heightOf(item);
    },
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: OVERSCAN,
    initialRect: { width: 300, height: 480 },
  });
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? -1;

  useEffect(() => {
    if (onEnd !== undefined && lastShown >= 0 && lastShown === items.length - 1) onEnd();
  }, [lastShown, items.length, onEnd]);

  // A row reached by key may have had to be drawn first.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] ${MAIN}`);
    if (row === null || row === undefined) return;
    wanted.current = null;
    row.focus();
  });

  function step(from: number, by: number): number | null {
    for (let index = from + by; index >= 0 && index < items.length; index += by) {
      const item = items[index];
      if (item !== undefined && isHeading?.(item) !== true) return index;
    }
    return null;
  }

  function target(event: KeyboardEvent, from: number): number | null {
    switch (event.key) {
      case 'ArrowDown':
        return step(from, 1);
      case 'ArrowUp':
        return step(from, -1);
      case 'Home':
        return step(-1, 1);
      case 'End':
        return step(items.length, -1);
      default:
        return null;
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const to = target(event, row === null ? -1 : Number(row.getAttribute('data-index')));
    if (to === null) return;
    event.preventDefault();
    virtualizer.scrollToIndex(to);
    const shown = scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] ${MAIN}`);
    if (shown === null || shown === undefined) wanted.current = to;
    else shown.focus();
  }

  const space: Record<string, string> = { '--space': `${virtualizer.getTotalSize()}px` };
  return (
    <ul
      ref={scroller}
      className="virtual-list"
      style={space}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      data-place={place}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
    >
      {rows.map((row) => {
        const item = items[row.index];
        if (item === undefined) return null;
        return (
          <li
            key={row.key}
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            data-index={row.index}
            className="virtual-row"
            style={{ height: row.size, transform: `translateY(${row.start}px)` }}
          >
            {render(item)}
          </li>
        );
      })}
    </ul>
  );
}
