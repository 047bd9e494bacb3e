import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { placesOf } from '../../components/steady.ts';
import { useHold, useSteadyOrder } from '../../components/useSteadyOrder.ts';
import { useText } from '../provider.ts';

export type Column<Item> = {
  readonly key: string;
  readonly name: string;
  readonly cell: (item: Item) => ReactNode;
  /** Absent: the table does not sort by this column. */
  readonly compare?: (a: Item, b: Item) => number;
  /** Share of the width, as a CSS class of the column. */
  readonly width: 'small' | 'narrow' | 'middle' | 'person' | 'wide' | 'actions';
  /** This column names the row. */
  readonly isHeader?: boolean;
};

type Properties<Item> = {
  readonly title: string;
  readonly count?: string;
  /** What can be done about all of it, beside the title. */
  readonly action?: ReactNode;
  readonly empty: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly columns: readonly Column<Item>[];
  /** Rows that stand out: an emergency that nobody acknowledged. */
  readonly isUrgent?: (item: Item) => boolean;
};

/** A row in pixels, until it is measured: what does not fit beside the rest goes to a second line. */
const ROW = 36;

type Sorting = { readonly key: string; readonly descending: boolean };

function ariaSort(sorting: Sorting | null, key: string): 'ascending' | 'descending' | 'none' {
  if (sorting?.key !== key) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

/**
 * A real table of which only the rows in sight are in the document. Unsorted, it keeps the given order. Under the hand no
 * row moves but by a sort that was asked for.
 */
export function BoardTable<Item>({
  title,
  count,
  action,
  empty,
  items,
  keyOf,
  columns,
  isUrgent,
}: Properties<Item>) {
  const { board: text } = useText();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const sorted = useMemo(() => {
    const compare = columns.find(({ key }) => key === sorting?.key)?.compare;
    if (compare === undefined) return items;
    return items.toSorted((a, b) => (sorting?.descending === true ? compare(b, a) : compare(a, b)));
  }, [items, columns, sorting]);
  const { held, aiming, release } = useHold();
  const isEmpty = items.length === 0;
  // Nobody tells that the pointer left a table that went with its last row.
  useEffect(() => {
    if (isEmpty) release();
  }, [isEmpty, release]);
  const steady = useSteadyOrder(sorted, { keyOf }, held);
  const places = useMemo(() => placesOf(steady), [steady]);
  const virtualizer = useVirtualizer({
    count: steady.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => steady[index]?.key ?? index,
    overscan: 6,
    initialRect: { width: 600, height: 300 },
  });
  const rows = virtualizer.getVirtualItems();
  const above = rows[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0);

  function sort(key: string): void {
    release();
    setSorting((before) =>
      before?.key === key ? { key, descending: !before.descending } : { key, descending: false },
    );
  }

  return (
    <div className="board-section">
      <header className="board-head">
        <h2>
          {title} {count !== undefined && <span className="count">{count}</span>}
        </h2>
        {action !== undefined && <div className="board-action">{action}</div>}
      </header>
      {isEmpty ? (
        <p className="empty">{empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section ref={scroller} className="table-frame" tabIndex={0} aria-label={title} {...aiming}>
          <table aria-rowcount={(places.at(-1) ?? 0) + 1}>
            <thead>
              <tr>
                {columns.map(({ key, name, compare, width }) => (
                  <th
                    key={key}
                    className={`column-${width}`}
                    scope="col"
                    aria-sort={compare === undefined ? undefined : ariaSort(sorting, key)}
                  >
                    {compare === undefined ? (
                      name
                    ) : (
                      <button
                        type="button"
                        className="sort"
                        aria-label={text.sortBy(name)}
                        onClick={() => sort(key)}
                      >
                        {name}
                        {sorting?.key === key &&
                          (sorting.descending ? <ArrowDown size={12} /> : <ArrowUp size={12} />)}
                      </button>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            {above > 0 && <Space height={above} />}
            <tbody>
              {rows.map((row) => {
                const here = steady[row.index];
                if (here === undefined) return null;
                const { key, item, gone } = here;
                // Not measured: it keeps the height that it had.
                if (gone) return <Gone key={key} height={row.size} span={columns.length} />;
                return (
                  <tr
                    key={key}
                    ref={virtualizer.measureElement}
                    className={isUrgent?.(item) === true ? 'urgent' : undefined}
                    data-index={row.index}
                    aria-rowindex={(places[row.index] ?? 0) + 1}
                  >
                    {columns.map(({ key, cell, isHeader }) =>
                      isHeader === true ? (
                        <th key={key} scope="row">
                          {cell(item)}
                        </th>
                      ) : (
                        <td key={key}>{cell(item)}</td>
                      ),
                    )}
                  </tr>
                );
              })}
            </tbody>
            {below > 0 && <Space height={below} />}
          </table>
        </section>
      )}
    </div>
  );
}

/** The room of a row that left: nothing to tell, and not counted. */
function Gone({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
    <tr aria-hidden="true">
      <td className="table-space" colSpan={span} style={{ height }} />
    </tr>
  );
}

/** The room of the rows that are not drawn. */
function Space({ height }: { readonly height: number }) {
  return (
    <tbody aria-hidden="true">
      <tr>
        <td className="table-space" style={{ height }} />
      </tr>
    </tbody>
  );
}
