import { Mail, SendHorizontal, StickyNote, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { unfilledIn } from '../../../protocol/canned.ts';
import type { Head } from '../../../protocol/head.ts';
import { writtenFor } from '../../../protocol/language.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { useRested } from '../../components/useRested.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { hasDeadAddress } from '../../stores/heads.ts';
import { useDesk, useText, useView } from '../provider.ts';
import { Attachment, StationAttachment, Suggestions } from './Attachment.tsx';
import { CarryWarning } from './CarryWarning.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { Picker } from './Picker.tsx';
import { type ComposerHandles, useComposer } from './useComposer.ts';

type Properties = { readonly head: Head; readonly mayWrite: boolean };

/** From when on the counter shows, in characters left. */
const COUNTER_FROM = 500;
/** The hand rests when nothing changed for so long, in milliseconds. */
const RESTED_AFTER = 1_000;

/** For the eye at every key; read out when the hand rests, so that nobody hears a number between two letters. */
function Counter({ length }: { readonly length: number }) {
  const { composer: text } = useText();
  const left = LIMITS.textCharacters - length;
  const words = left > COUNTER_FROM ? '' : left < 0 ? text.over(-left) : text.left(left);
  const rested = useRested(words, RESTED_AFTER);
  return (
    <>
      {words !== '' && (
        <span className={left < 0 ? 'counter late' : 'counter'} aria-hidden="true">
          {words}
        </span>
      )}
      <span className="hidden" role="status">
        {rested}
      </span>
    </>
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

/** What the keys do now. */
function hintOf(note: boolean, email: boolean, warned: boolean, { composer, deferred, personal }: Catalogue) {
  if (note) return composer.noteHint;
  if (warned) return personal.warning.hint;
  return email ? deferred.composer.hint : composer.hint;
}

function Foot({ composer, head }: { readonly composer: ComposerHandles; readonly head: Head }) {
  const catalogue = useText();
  const { composer: text, deferred } = catalogue;
  const { email } = composer;
  const { reference } = head;
  const note = composer.mode === 'note';
  // What to do then is asked in the warning: the same press again is no answer, and looks like none.
  const warned = useView((view) => view.warned.has(head.conversation)) && !note;
  const sendIcon = email ? <Mail size={16} /> : <SendHorizontal size={16} />;
  const sendText = email ? deferred.composer.send(reference) : text.send(reference);
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
          <button type="button" className="button quiet-button small" onClick={() => composer.begin('#')}>
            <kbd>#</kbd> {text.stations}
          </button>
        </>
      )}
      <span className="composer-hint">{hintOf(note, email, warned, catalogue)}</span>
      <button
        type="button"
        className={note ? 'button note-button' : 'button primary'}
        aria-disabled={composer.empty || warned}
        onClick={() => {
          if (!warned) composer.send(true);
        }}
      >
        {note ? <StickyNote size={16} /> : sendIcon}
        {note ? text.addNote(reference) : sendText}
      </button>
    </div>
  );
}

function wordsOf(
  note: boolean,
  email: boolean,
  reference: string,
  text: Catalogue['composer'],
  deferred: Catalogue['deferred'],
) {
  if (note) return { label: text.noteLabel(reference), placeholder: text.notePlaceholder };
  if (!email) return { label: text.label(reference), placeholder: text.placeholder };
  return { label: deferred.composer.label(reference), placeholder: deferred.composer.placeholder };
}

/** What an officer must know before this e-mail: it leaves once; and who may read it. */
function EmailWarnings({ head }: { readonly head: Head }) {
  const { composer: text } = useText().deferred;
  return (
    <>
      {hasDeadAddress(head) && (
        <p className="email-danger" role="note">
          <TriangleAlert size={16} />
          <span>{text.deadAddress}</span>
        </p>
      )}
      {head.left === 'quick-exit' && (
        <p className="email-danger" role="note">
          <TriangleAlert size={16} />
          <span>{text.quickExit}</span>
        </p>
      )}
      <p className="email-once">{text.once}</p>
    </>
  );
}

/** The composer itself: one conversation, its reference in frame and button, keyboard first. */
export function ComposerForm({ head, mayWrite }: Properties) {
  const { composer: text, deferred } = useText();
  const desk = useDesk();
  const composer = useComposer(head, mayWrite);
  const [offered, setOffered] = useState(false);
  const { conversation, reference } = head;
  const { mode, email, value, trigger } = composer;
  const note = mode === 'note';
  const words = wordsOf(note, email, reference, text, deferred);
  const pickerId = `picker-${reference}`;
  const open = trigger !== null;
  return (
    <section
      className="composer"
      data-mode={email ? 'email' : mode}
      aria-label={text.region(reference)}
      onBlur={(event) => {
        // Another window in front takes nothing out of the composer: what was being looked for is still there after it.
        if (document.activeElement === event.target) return;
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
          onStation={composer.chooseStation}
          onOffer={setOffered}
          onLeave={composer.closePicker}
        />
      )}
      <div className="composer-frame">
        <div className="composer-top">
          <strong className="reference">{reference}</strong>
          {email && (
            <span className="email-badge">
              <Mail size={14} />
              {deferred.composer.badge}
            </span>
          )}
          {mayWrite && (
            <ModeSwitch
              mode={mode}
              email={head.deferral != null}
              onChange={(next) => desk.setMode(conversation, next)}
            />
          )}
          <Counter length={value.length} />
        </div>
        {email && <EmailWarnings head={head} />}
        <textarea
          ref={composer.area}
          className="composer-text"
          data-place="composer"
          aria-label={words.label}
          aria-controls={open ? pickerId : undefined}
          aria-activedescendant={open && offered ? `${pickerId}-active` : undefined}
          aria-autocomplete="list"
          placeholder={words.placeholder}
          spellCheck
          // Prepared texts and the officer's own: whichever of the two languages stands in for the citizen's.
          lang={note ? undefined : writtenFor(head.language)}
          value={value}
          onChange={(event) => composer.onText(event.target.value)}
          onSelect={composer.look}
          onKeyDown={composer.onKeyDown}
        />
        {composer.attached !== null && (
          <Attachment platform={composer.attached} onDetach={() => composer.attach(null)} />
        )}
        {composer.station !== null && (
          <StationAttachment station={composer.station} onDetach={composer.detachStation} />
        )}
        {composer.attached === null && composer.suggested.length > 0 && (
          <Suggestions ids={composer.suggested} onAttach={composer.attach} />
        )}
        {!note && <Missing value={value} />}
        {!note && <CarryWarning head={head} />}
        <Foot composer={composer} head={head} />
      </div>
    </section>
  );
}
