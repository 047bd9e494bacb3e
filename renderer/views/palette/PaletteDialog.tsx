import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField } from 'react-aria-components';
import { Dialog } from '../../components/Dialog.tsx';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { bySection, findItems, type PaletteItem, paletteItems, waitsForRelay } from './items.ts';

const QUERY_CHARACTERS = 100;

/** The keys by which another line than the first is chosen. */
const MOVES: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp']);

function Line({ item }: { readonly item: PaletteItem }) {
  const { palette, shell } = useText();
  const waits = useView((view) => waitsForRelay(item, view));
  return (
    <MenuItem id={item.id} textValue={`${item.label} ${item.detail}`} className="palette-item">
      <span className="palette-label">
        {item.label} {item.detail !== '' && <span className="quiet">{item.detail}</span>}
      </span>
      {waits && <span className="palette-waits">{shell.connection.offline}</span>}
      {!waits && item.idle && <span className="quiet">{palette.idle}</span>}
      {!waits && item.keys !== null && <kbd>{item.keys}</kbd>}
    </MenuItem>
  );
}

/** Every act, conversation and view of the desk, found by a few letters. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const desk = useDesk();
  const self = useSelf();
  const [query, setQuery] = useState('');
  // What there was to do when it was opened: a list that moves under the hand does the wrong thing.
  const [items] = useState(() => paletteItems(desk.store.getState(), self, text));
  const found = useMemo(() => bySection(findItems(items, query)), [items, query]);
  const [, [first] = []] = found[0] ?? [];
  const moved = useRef(false);

  function act(id: string): void {
    const chosen = items.find((item) => item.id === id);
    onClose();
    chosen?.run(desk);
  }

  // The list marks its first line a moment after the letters that found it. Who types and confirms faster than that
  // means what the letters find, not the line that was marked before them.
  function confirm(event: KeyboardEvent): void {
    if (MOVES.has(event.key)) moved.current = true;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (moved.current && !event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat && query.trim() !== '' && first !== undefined) act(first.id);
  }

  function look(line: string): void {
    moved.current = false;
    setQuery(line);
  }

  return (
    <Dialog title={text.palette.title} onClose={onClose} wide>
      <Autocomplete inputValue={query} onInputChange={look}>
        <SearchField autoFocus aria-label={text.palette.line} className="palette-field">
          <Input
            maxLength={QUERY_CHARACTERS}
            placeholder={text.palette.placeholder}
            onKeyDownCapture={confirm}
          />
        </SearchField>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        <section className="palette-list" tabIndex={0} aria-label={text.palette.results}>
          <Menu
            aria-label={text.palette.title}
            onAction={(key) => act(String(key))}
            renderEmptyState={() => <p className="empty">{text.palette.nothing}</p>}
          >
            {found.map(([section, lines]) => (
              <MenuSection key={section} className="palette-section">
                <Header>{text.palette.sections[section]}</Header>
                {lines.map((item) => (
                  <Line key={item.id} item={item} />
                ))}
              </MenuSection>
            ))}
          </Menu>
        </section>
      </Autocomplete>
      <p className="quiet palette-keys">{text.palette.keys}</p>
    </Dialog>
  );
}
