import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
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
};

const ROW = 36;

type Sorting = { readonly key: string; readonly descending: boolean };

function ariaSort(sorting: Sorting | null, key: string): 'ascending' | 'descending' | 'none' {
  if (sorting?.key !== key) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

/** A real table of which only the rows in sight are in the document. Unsorted, it keeps the given order. */
export function BoardTable<Item>({ title, count, action, empty, items, keyOf, columns }: Properties<Item>) {
  const { board: text } = useText();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const sorted = useMemo(() => {
    const compare = columns.find(({ key }) => key === sorting?.key)?.compare;
    if (compare === undefined) return items;
    return items.toSorted((a, b) => (sorting?.descending === true ? compare(b, a) : compare(a, b)));
  }, [items, columns, sorting]);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    initialRect: { width: 600, height: 300 },
  });
  const rows = virtualizer.getVirtualItems();
  const above = rows[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0);

  function sort(key: string): void {
    setSorting((before) =>
      before?.key === key ? { key, descending: !before.descending } : { key, descending: false },
    );
  }

  return (
    <div className="board-section">
      <h2>
        {title} {count !== undefined && <span className="count">{count}</span>}
      </h2>
      {action !== undefined && <div className="board-action">{action}</div>}
      {items.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section ref={scroller} className="table-frame" tabIndex={0} aria-label={title}>
          <table aria-rowcount={sorted.length + 1}>
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
                const item = sorted[row.index];
                if (item === undefined) return null;
                return (
                  <tr key={keyOf(item)} aria-rowindex={row.index + 2}>
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
