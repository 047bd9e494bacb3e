import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type OpenQuestion, openQuestion } from '../client/question.ts';
import type { ClientState } from '../client/state.ts';
import { TAPS, type Taps } from '../i18n/taps.ts';
import { usePage } from './context.ts';

type TapName = keyof Taps['answers'];

/** Without a question, everything; under one, only what answers no question. */
const TAP_NAMES: readonly TapName[] = ['yes', 'no', 'cannot', 'wait', 'near', 'alone'];
const BESIDE_A_QUESTION: readonly TapName[] = ['wait', 'near'];

type Properties = {
  readonly chat: ClientState;
  /** Shows the keyboard's composer again, in silent mode still. */
  readonly onKeyboard: () => void;
  /** Null when there is no help line to show. */
  readonly onNumbers: (() => void) | null;
  readonly onPhrase: () => void;
};

/** In the composer's place for whoever cannot write freely: large buttons, each sends a whole sentence. */
export function TapPad({ chat, onKeyboard, onNumbers, onPhrase }: Properties): JSX.Element {
  const { app, language, texts } = usePage();
  const words = TAPS[language];
  const question = openQuestion(chat.entries, chat.outbox);
  const pad = useRef<HTMLElement>(null);
  // The button that led here is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) pad.current?.focus();
  }, []);
  const tap = (name: TapName): JSX.Element => (
    <Tap key={name} {...words.answers[name]} danger={name === 'danger'} />
  );
  return (
    <section class="tap-pad" aria-label={words.title} tabIndex={-1} ref={pad}>
      {question !== null && <Answers question={question} />}
      <div class="taps">
        {tap('danger')}
        {(question === null ? TAP_NAMES : BESIDE_A_QUESTION).map(tap)}
      </div>
      <p class="tap-ways">
        <button type="button" class="link" onClick={onKeyboard}>
          {words.keyboard}
        </button>
        {onNumbers !== null && (
          <button type="button" class="link" onClick={onNumbers}>
            {words.numbers}
          </button>
        )}
        <button type="button" class="link" onClick={onPhrase}>
          {texts.silence.phrase}
        </button>
        <button type="button" class="link" onClick={() => app.setSilent(false)}>
          {words.leave}
        </button>
      </p>
    </section>
  );
}

function Tap({
  label,
  says,
  danger = false,
}: {
  readonly label: string;
  readonly says: string;
  readonly danger?: boolean;
}): JSX.Element {
  const { app } = usePage();
  return (
    <button type="button" class={danger ? 'tap tap-danger' : 'tap'} onClick={() => app.client()?.send(says)}>
      {label}
    </button>
  );
}

/** The answers that the officer's question offers. Beside the composer too: a tap is quicker for anybody. */
export function Answers({ question }: { readonly question: OpenQuestion }): JSX.Element {
  const { language } = usePage();
  return (
    <fieldset class="tap-question">
      <legend>
        <span class="visually-hidden">{TAPS[language].asked} </span>
        {question.text}
      </legend>
      <div class="taps">
        {question.answers.map((answer) => (
          <Tap key={answer.label} {...answer} />
        ))}
      </div>
    </fieldset>
  );
}

/** From the keyboard back to the taps, in silent mode. */
export function ToTaps({ onTaps }: { readonly onTaps: () => void }): JSX.Element {
  const { language } = usePage();
  return (
    <p class="tap-ways">
      <button type="button" class="link" onClick={onTaps}>
        {TAPS[language].taps}
      </button>
    </p>
  );
}
