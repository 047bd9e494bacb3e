import { useDeferredValue, useMemo } from 'react';
import { Collection, ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { parisDay } from '../../../protocol/canned.ts';
import type { EditKind } from '../../stores/content-forms.ts';
import { filtersOf, type ListRow, listRows, ordersOf } from '../../stores/editing-list.ts';
import type { EditFilter, EditOrder } from '../../stores/editing-state.ts';
import { useClock, useDesk, useLanguage, useText, useView } from '../provider.ts';
import { RowMarks } from './RowMarks.tsx';

const ROW = 52;

function useRows(kind: EditKind): readonly ListRow[] {
  const content = useView((view) => view.content);
  const personal = useView((view) => view.personal);
  const editing = useView((view) => view.editing);
  const language = useLanguage();
  const today = useClock(parisDay);
  const query = useDeferredValue(editing.query);
  return useMemo(
    () => listRows({ content, personal, editing: { ...editing, query } }, kind, language, today),
    [content, personal, editing, query, kind, language, today],
  );
}

function Row({ row }: { readonly row: ListRow }) {
  const { editing: text } = useText();
  return (
    <>
      <span className="content-row-name">{row.name === '' ? text.untitled : row.name}</span>
      <span className="content-row-facts">
        <RowMarks row={row} />
        <span className="content-row-detail">{row.detail}</span>
        {row.used !== null && <span className="content-row-used">{text.used(row.used)}</span>}
      </span>
    </>
  );
}

/** What can be edited of one kind: found by words, filtered, moved through with the arrow keys. */
export function ContentList({ kind }: { readonly kind: EditKind }) {
  const { editing: text } = useText();
  const desk = useDesk();
  const { query, filter, order, selected } = useView((view) => view.editing);
  const rows = useRows(kind);
  const none = kind === 'personal' && query === '' && filter === 'all' ? text.noneOwn : text.none;
  return (
    <>
      <div className="content-finding">
        <label className="field">
          <span>{text.search}</span>
          <input
            type="search"
            value={query}
            placeholder={text.searchPlaceholder}
            onChange={(event) => desk.changeEditing({ query: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{text.filter}</span>
          <select
            value={filter}
            onChange={(event) => desk.changeEditing({ filter: event.target.value as EditFilter })}
          >
            {filtersOf(kind).map((value) => (
              <option key={value} value={value}>
                {text.filters[value]}
              </option>
            ))}
          </select>
        </label>
        {kind !== 'personal' && (
          <label className="field">
            <span>{text.order}</span>
            <select
              value={order}
              onChange={(event) => desk.changeEditing({ order: event.target.value as EditOrder })}
            >
              {ordersOf(kind).map((value) => (
                <option key={value} value={value}>
                  {text.orders[value]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p className="content-count" role="status">
        {rows.length === 0 ? none : text.count(rows.length)}
      </p>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
        <ListBox
          className="content-list"
          aria-label={text.kinds[kind]}
          selectionMode="single"
          selectedKeys={selected[kind] === null ? [] : [selected[kind]]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (typeof id === 'string') desk.selectItem(kind, id);
          }}
        >
          <Collection items={rows}>
            {(row) => (
              <ListBoxItem id={row.id} textValue={row.name} className="content-row">
                <Row row={row} />
              </ListBoxItem>
            )}
          </Collection>
        </ListBox>
      </Virtualizer>
    </>
  );
}
