import type { JSX, RefObject } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { TEXT_CHARACTERS } from '../../../protocol/limits.ts';
import type { Texts } from '../i18n/texts.ts';
import { usePage } from './context.ts';

/** From this many characters on, the room left is said. */
const COUNTED_FROM = TEXT_CHARACTERS - 400;
/** The room left is spoken only at these, not at each key. */
const SPOKEN_AT = [0, 10, 20, 50, 100, 200, 400];

type Properties = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly first: boolean;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  /** Set when the composer goes away with the focus in it: what comes in its place takes it over. */
  readonly focusLost: { current: boolean };
};

/**
 * Where the citizen writes. Nothing they typed is ever cut or lost: too long a text is kept and said to be so,
 * and what cannot be sent now stays. Enter sends where there is a real keyboard; on a telephone it is a new line.
 */
export function Composer({ field, first, draft, onDraft, focusLost }: Properties): JSX.Element {
  const { app, silent, texts } = usePage();
  const { composer } = texts;
  const [full, setFull] = useState(false);
  const counterId = useId();
  const labelId = useId();
  const left = TEXT_CHARACTERS - draft.length;

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  });

  useLayoutEffect(
    () => () => {
      focusLost.current = document.activeElement === field.current;
    },
    [field, focusLost],
  );

  const send = () => {
    field.current?.focus();
    if (left < 0 || draft.trim() === '') return;
    const taken = app.client()?.send(draft) ?? false;
    setFull(!taken);
    if (taken) onDraft('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !hasRealKeyboard()) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-label">
        <label for={labelId}>{first ? composer.first : composer.label}</label>
        {!silent && (
          <button type="button" class="link" onClick={() => app.setSilent(true)}>
            {texts.silence.enterShort}
          </button>
        )}
      </div>
      <div class="composer-row">
        <textarea
          id={labelId}
          ref={field}
          rows={1}
          value={draft}
          autocomplete="off"
          autocapitalize="sentences"
          aria-describedby={counterId}
          aria-invalid={left < 0}
          onInput={(event) => {
            setFull(false);
            onDraft(event.currentTarget.value);
            if (event.currentTarget.value !== '') app.client()?.typing();
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="primary" aria-disabled={left < 0 || draft.trim() === ''}>
          {composer.send}
        </button>
      </div>
      <p id={counterId} class={`composer-note${left < 0 || full ? ' composer-warning' : ''}`}>
        {note(left, full, texts)}
      </p>
      <p class="visually-hidden" role="status">
        {draft.length >= COUNTED_FROM || full ? note(spoken(left), full, texts) : ''}
      </p>
    </form>
  );
}

function note(left: number, full: boolean, { composer }: Texts): string {
  if (full) return composer.full;
  if (left < 0) return composer.over(-left);
  if (left <= TEXT_CHARACTERS - COUNTED_FROM) return composer.left(left);
  return hasRealKeyboard() ? composer.keys : '';
}

function spoken(left: number): number {
  return left < 0 ? left : (SPOKEN_AT.find((step) => step >= left) ?? left);
}

function hasRealKeyboard(): boolean {
  return window.matchMedia('(hover: hover) and (pointer: fine)').matches;
}
