import { ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { MOST_RESPONSE_PLATFORMS } from '../../../protocol/canned.ts';
import type { Platform } from '../../../protocol/platform.ts';
import { contentIndex, platformName } from '../../search/content.ts';
import { searchMeaning } from '../../search/fuzzy.ts';
import { listOf } from '../../stores/content-forms.ts';
import { PlatformOption } from '../composer/options.tsx';
import { useLanguage, useText, useView } from '../provider.ts';
import type { FieldsProperties } from './Field.tsx';
import { problemText } from './problems.ts';

const SHOWN = 30;

type ChosenProperties = {
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
};

/** The cards that go with a response, the best first. One that left the catalogue can only be taken away. */
function Chosen({ ids, onChange }: ChosenProperties) {
  const { editing: text } = useText();
  const language = useLanguage();
  const platforms = useView((view) => view.content?.platforms);
  const names = new Map((platforms ?? []).map((each) => [each.id, platformName(each, language)]));
  const list = useRef<HTMLOListElement>(null);

  function moveUp(place: number): void {
    const moved = ids[place];
    if (place === 0 || moved === undefined) return;
    const others = ids.filter((id) => id !== moved);
    onChange([...others.slice(0, place - 1), moved, ...others.slice(place - 1)]);
    // The key that moved it may be pressed again: the focus goes up with it.
    list.current?.querySelectorAll<HTMLElement>('[data-move]')[place - 1]?.focus();
  }

  return (
    <ol ref={list} className="chosen-cards">
      {ids.map((id, place) => {
        const name = names.get(id) ?? id;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place keeps its buttons, and with them the focus.
          <li key={place}>
            <span className={names.has(id) ? undefined : 'link-bad'}>
              {names.has(id) ? name : text.cards.unknown(id)}
            </span>
            <button
              type="button"
              className="icon-button"
              data-move
              aria-label={text.cards.up(name)}
              aria-disabled={place === 0}
              onClick={() => moveUp(place)}
            >
              <ArrowUp size={14} />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={text.cards.remove(name)}
              onClick={() => onChange(ids.filter((other) => other !== id))}
            >
              <X size={14} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function useFound(query: string, taken: readonly string[]): readonly Platform[] {
  const content = useView((view) => view.content);
  const key = taken.join();
  return useMemo(() => {
    const left = new Set(key.split(','));
    return searchMeaning(contentIndex(content).platforms, query, SHOWN).filter(({ id }) => !left.has(id));
  }, [content, query, key]);
}

/** Looks for one more card: the focus stays in the words, the arrows move through what fits. */
function Finder({ ids, onChange }: ChosenProperties) {
  const { editing: text } = useText();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [index, setIndex] = useState(0);
  const list = useId();
  const finds = useRef<HTMLDivElement>(null);
  // At the foot of the form there is no room for it: the whole list comes in sight, not its first line alone.
  useEffect(() => {
    if (open) finds.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const found = useFound(query, ids);
  const at = Math.min(index, Math.max(0, found.length - 1));

  function take(platform: Platform | undefined): void {
    if (platform === undefined) return;
    onChange([...ids, platform.id]);
    setQuery('');
    setIndex(0);
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      setIndex(open && found.length > 0 ? (at + step + found.length) % found.length : 0);
      setOpen(true);
    } else if (key === 'Enter' && open) take(found[at]);
    else if (key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="card-finder">
      <input
        type="text"
        role="combobox"
        aria-label={text.cards.add}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `${list}-${at}` : undefined}
        placeholder={text.cards.placeholder}
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setIndex(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <span className="hidden" role="status">
        {open && text.count(found.length)}
      </span>
      <div
        ref={finds}
        id={list}
        role="listbox"
        aria-label={text.cards.add}
        className="card-finds"
        hidden={!open}
        tabIndex={-1}
      >
        {found.length === 0 && <p className="empty">{text.none}</p>}
        {found.map((platform, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text (aria-activedescendant).
          <div
            key={platform.id}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === at}
            className="option"
            ref={(element) => {
              if (open && place === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerDown={(event) => {
              // Before the words lose the focus.
              event.preventDefault();
              take(platform);
            }}
          >
            <PlatformOption platform={platform} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The cards worth sending with a response: chosen in the catalogue, in order. */
export function PlatformsField({ values, problems, onChange }: FieldsProperties) {
  const { editing: text } = useText();
  const ids = listOf(values['platforms'] ?? '');
  const problem = problems.find(({ field }) => field === 'platforms');
  const put = (next: readonly string[]) => onChange('platforms', next.join(', '));
  return (
    <fieldset className="field cards-field">
      <legend>{text.fields['platforms']}</legend>
      {ids.length > 0 && <Chosen ids={ids} onChange={put} />}
      {ids.length < MOST_RESPONSE_PLATFORMS ? (
        <Finder ids={ids} onChange={put} />
      ) : (
        <p className="content-help">{text.cards.most(MOST_RESPONSE_PLATFORMS)}</p>
      )}
      {problem !== undefined && (
        <p className="field-error" role="alert">
          {problemText(problem, text)}
        </p>
      )}
    </fieldset>
  );
}
