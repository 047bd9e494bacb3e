import { SendHorizontal, StickyNote } from 'lucide-react';
import { unfilledIn } from '../../../protocol/canned.ts';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { useDesk, useText } from '../provider.ts';
import { Attachment, Suggestions } from './Attachment.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { Picker } from './Picker.tsx';
import { type ComposerHandles, useComposer } from './useComposer.ts';

type Properties = { readonly head: Head; readonly mayWrite: boolean };

/** From when on the counter shows, in characters left. */
const COUNTER_FROM = 500;

function Counter({ length }: { readonly length: number }) {
  const { composer: text } = useText();
  const left = LIMITS.textCharacters - length;
  if (left > COUNTER_FROM) return null;
  return (
    <span className={left < 0 ? 'counter late' : 'counter'} role="status">
      {left < 0 ? text.over(-left) : text.left(left)}
    </span>
  );
}

/** Variables of a canned response that still stand between braces: such a text does not leave. */
function Missing({ value }: { readonly value: string }) {
  const { composer: text } = useText();
  const missing = unfilledIn(value);
  if (missing.length === 0) return null;
  return (
    <p className="missing" role="status">
      {text.missing(missing.map((name) => text.variables[name] ?? name).join(', '))}
    </p>
  );
}

function Foot({ composer, reference }: { readonly composer: ComposerHandles; readonly reference: string }) {
  const { composer: text } = useText();
  const note = composer.mode === 'note';
  return (
    <div className="composer-bottom">
      {!note && (
        <>
          <button type="button" className="button quiet-button small" onClick={() => composer.begin('/')}>
            <kbd>/</kbd> {text.responses}
          </button>
          <button type="button" className="button quiet-button small" onClick={() => composer.begin('@')}>
            <kbd>@</kbd> {text.platforms}
          </button>
        </>
      )}
      <span className="composer-hint">{text.hint}</span>
      <button
        type="button"
        className={note ? 'button note-button' : 'button primary'}
        aria-disabled={composer.empty}
        onClick={() => composer.send(true)}
      >
        {note ? <StickyNote size={16} /> : <SendHorizontal size={16} />}
        {note ? text.addNote(reference) : text.send(reference)}
      </button>
    </div>
  );
}

/** The composer itself: one conversation, its reference in frame and button, keyboard first. */
export function ComposerForm({ head, mayWrite }: Properties) {
  const { composer: text } = useText();
  const desk = useDesk();
  const composer = useComposer(head, mayWrite);
  const { conversation, reference } = head;
  const { mode, value, trigger } = composer;
  const note = mode === 'note';
  const pickerId = `picker-${reference}`;
  const open = trigger !== null;
  return (
    <section
      className="composer"
      data-mode={mode}
      aria-label={text.region(reference)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) composer.closePicker();
      }}
    >
      {open && (
        <Picker
          ref={composer.picker}
          id={pickerId}
          trigger={trigger}
          head={head}
          fill={composer.fill}
          onResponse={composer.chooseResponse}
          onPlatform={composer.choosePlatform}
        />
      )}
      <div className="composer-frame">
        <div className="composer-top">
          <strong className="reference">{reference}</strong>
          {mayWrite && <ModeSwitch mode={mode} onChange={(next) => desk.setMode(conversation, next)} />}
          <Counter length={value.length} />
        </div>
        <textarea
          ref={composer.area}
          className="composer-text"
          data-place="composer"
          aria-label={note ? text.noteLabel(reference) : text.label(reference)}
          aria-controls={open ? pickerId : undefined}
          aria-activedescendant={open ? `${pickerId}-active` : undefined}
          aria-autocomplete="list"
          placeholder={note ? text.notePlaceholder : text.placeholder}
          spellCheck
          lang={note ? undefined : head.language}
          value={value}
          onChange={(event) => composer.onText(event.target.value)}
          onSelect={composer.look}
          onKeyDown={composer.onKeyDown}
        />
        {composer.attached !== null && (
          <Attachment platform={composer.attached} onDetach={() => composer.attach(null)} />
        )}
        {composer.attached === null && composer.suggested.length > 0 && (
          <Suggestions ids={composer.suggested} onAttach={composer.attach} />
        )}
        {!note && <Missing value={value} />}
        <Foot composer={composer} reference={reference} />
      </div>
    </section>
  );
}
