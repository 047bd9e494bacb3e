import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { focusPlace } from '../focus.ts';
import { useDesk, useText, useView } from '../provider.ts';
import { FindRow, type Item, itemHeight, itemKey, itemsOf } from './FindRow.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { searchState } from './searchState.ts';

const TEXT_CHARACTERS = 200;
const render = (item: Item) => <FindRow item={item} />;
const isHeading = (item: Item) => item.kind === 'near';

/** Search over what this desk has cached, off line too: one line to type in, filters, and what was found. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { search: text } = useText();
  const desk = useDesk();
  const search = useView((view) => view.search);
  const line = useRef<HTMLInputElement>(null);
  const items = itemsOf(search);

  useEffect(() => {
    line.current?.focus();
    line.current?.select();
    // What was found before may have changed meanwhile.
    desk.search({});
    void desk.loadFacets();
  }, [desk]);

  function openFirst(): void {
    const now = desk.store.getState().search;
    // What was found still answers fewer letters: a hasty Enter opens nothing rather than something else.
    if (now.state === 'busy') return;
    const first = itemsOf(now).find((item) => !isHeading(item));
    if (first?.kind === 'named') desk.openHead(first.head);
    if (first?.kind === 'find') desk.openFind(first.find);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      if (!event.repeat) openFirst();
    } else if (event.key === 'ArrowDown') focusPlace('found');
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={text.title} onClose={onClose} tall>
      <search className="search-form">
        <label className="field">
          <span>{text.line}</span>
          <input
            ref={line}
            type="search"
            value={search.asked.text}
            maxLength={TEXT_CHARACTERS}
            aria-describedby="search-keys"
            onChange={(event) => desk.search({ text: event.target.value })}
            onKeyDown={onKeyDown}
          />
        </label>
        <SearchFilters />
      </search>
      <p role="status" className="search-state">
        {searchState(search, text)}
      </p>
      <div className="search-finds">
        {items.length > 0 && (
          <VirtualList
            items={items}
            keyOf={itemKey}
            heightOf={itemHeight}
            isHeading={isHeading}
            render={render}
            label={text.finds}
            place="found"
            onEnd={desk.searchMore}
          />
        )}
      </div>
      <p id="search-keys" className="quiet search-keys">
        {text.keys}
      </p>
    </Dialog>
  );
}
