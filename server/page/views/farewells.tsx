import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Phase, Welcome } from '../client/state.ts';
import type { Texts } from '../i18n/texts.ts';
import { usePage } from './context.ts';
import { Destruction } from './ended.tsx';
import { KeepCopy } from './keep-copy.tsx';
import { SatisfactionQuestion } from './satisfaction.tsx';

/** Whether the composer had the focus when it went away. */
type FocusLost = { current: boolean };

/** In the composer's place: is it really to end? Escape means no. */
export function EndQuestion({
  unsent,
  onEnd,
  onCancel,
}: {
  readonly unsent: boolean;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { end } = usePage().texts;
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, this is a question with two answers
    <div
      class="question"
      role="group"
      aria-labelledby={titleId}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <h2 id={titleId} tabIndex={-1} ref={title}>
        {end.ask}
      </h2>
      <p>{end.explain}</p>
      {unsent && <p class="banner banner-late">{end.unsent}</p>}
      <KeepCopy />
      <div class="question-buttons">
        <button type="button" class="quiet" onClick={onCancel}>
          {end.no}
        </button>
        <button type="button" class="primary" onClick={onEnd}>
          {end.yes}
        </button>
      </div>
    </div>
  );
}

/** An officer closed it: it can be read until it is erased. What was being typed is not lost without a word. */
export function Erase({
  draft,
  farewell,
  asking,
  focusLost,
}: {
  readonly draft: string;
  readonly farewell: Welcome | null;
  readonly asking: boolean;
  readonly focusLost: FocusLost;
}): JSX.Element {
  const { app, texts } = usePage();
  const button = useKeptFocus(focusLost);
  return (
    <div class="question">
      {draft.trim() !== '' && (
        <div class="notice">
          <p>
            {texts.chat.notSent}
            {texts.punctuation.colon}
            {texts.refusals['conversation-closed']}
          </p>
          <p class="kept-draft">{draft}</p>
        </div>
      )}
      <Destruction farewell={farewell} />
      <KeepCopy />
      {asking && <SatisfactionQuestion />}
      <button type="button" class="primary wide" ref={button} onClick={app.goHome}>
        {texts.ended.erase}
      </button>
    </div>
  );
}

/** The relay put the page out: why, what is safe, what to do. */
export function Stopped({
  phase,
  focusLost,
}: {
  readonly phase: Phase;
  readonly focusLost: FocusLost;
}): JSX.Element {
  const { app, texts } = usePage();
  const { problems } = texts;
  const button = useKeptFocus(focusLost);
  const { title, text, action } = stoppedWords(phase, problems);
  return (
    <div class="question">
      <h2>{title}</h2>
      <p>{text}</p>
      <div class="question-buttons">
        {phase === 'failed' && (
          <button type="button" class="quiet" onClick={() => window.location.reload()}>
            {problems.reload}
          </button>
        )}
        <button
          type="button"
          class="primary"
          ref={button}
          onClick={() => (phase === 'outdated' ? window.location.reload() : app.client()?.resume())}
        >
          {action}
        </button>
      </div>
    </div>
  );
}

function stoppedWords(phase: Phase, problems: Texts['problems']) {
  switch (phase) {
    case 'outdated':
      return { title: problems.outdatedTitle, text: problems.outdatedText, action: problems.reload };
    case 'replaced':
      return { title: problems.replacedTitle, text: problems.replacedText, action: problems.resume };
    default:
      return { title: problems.failedTitle, text: problems.failedText, action: problems.retry };
  }
}

/**
 * The composer went away. If the focus was in it, it lands here rather than nowhere; if it was elsewhere, it
 * stays there.
 */
function useKeptFocus(focusLost: FocusLost) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focusLost.current) button.current?.focus();
    focusLost.current = false;
  }, [focusLost]);
  return button;
}
