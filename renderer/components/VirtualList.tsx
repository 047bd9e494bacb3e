import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { Place } from '../views/focus.ts';
import { placesOf, type Steadying, type SteadyRow } from './steady.ts';
import { HeldContext, useSteadyOrder } from './useSteadyOrder.ts';

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
  /** Its order is held under the hand, where something around it says so (`useHold`). */
  readonly steady?: boolean;
  /** Where newcomers go meanwhile (`Steadying`). */
  readonly below?: Steadying<Item>['below'];
};

const OVERSCAN = 6;

/** The main control of a row: the element that arrow keys go to. */
const MAIN = '[data-row-main]';

/**
 * A list of which only what is in sight is in the document. Arrow keys, Home and End go from row to row; Tab
 * goes through the controls of a row as anywhere.
 */
export function VirtualList<Item>(properties: Properties<Item>) {
  const { items, keyOf, heightOf, isHeading, below, render, label, place, onEnd } = properties;
  const steady = useSteadyOrder(
    items,
    { keyOf, isHeading, below },
    useContext(HeldContext) && properties.steady === true,
  );
  const places = useMemo(() => placesOf(steady), [steady]);
  const scroller = useRef<HTMLUListElement>(null);
  const wanted = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count: steady.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = steady[index];
      return row === undefined ? 0 : heightOf(row.item);
    },
    getItemKey: (index) => steady[index]?.key ?? index,
    overscan: OVERSCAN,
    initialRect: { width: 300, height: 480 },
  });
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? -1;

  useEffect(() => {
    if (onEnd !== undefined && lastShown >= 0 && lastShown === steady.length - 1) onEnd();
  }, [lastShown, steady.length, onEnd]);

  // A row reached by key may have had to be drawn first.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] ${MAIN}`);
    if (row === null || row === undefined) return;
    wanted.current = null;
    row.focus();
  });

  function isReached({ item, gone }: SteadyRow<Item>): boolean {
    return !gone && isHeading?.(item) !== true;
  }

  function step(from: number, by: number): number | null {
    for (let index = from + by; index >= 0 && index < steady.length; index += by) {
      const row = steady[index];
      if (row !== undefined && isReached(row)) return index;
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
        return step(steady.length, -1);
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
    >
      {rows.map((row) => {
        const here = steady[row.index];
        if (here === undefined) return null;
        return (
          <li
            key={row.key}
            aria-hidden={here.gone ? true : undefined}
            aria-setsize={places.at(-1)}
            aria-posinset={places[row.index]}
            data-index={row.index}
            className="virtual-row"
            style={{ height: row.size, transform: `translateY(${row.start}px)` }}
          >
            {here.gone ? null : render(here.item)}
          </li>
        );
      })}
    </ul>
  );
}
