import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isUsablePhrase } from '../../../protocol/return-phrase.ts';
import type { PhraseWords } from '../i18n/phrase.ts';
import { usePage } from './context.ts';

/** In the composer's place: the words by which one comes back after a quick exit (rule S3). Escape means none. */
export function PhraseForm({
  words,
  reference,
  onDone,
}: {
  readonly words: PhraseWords;
  readonly reference: string;
  readonly onDone: () => void;
}): JSX.Element {
  const { app } = usePage();
  const [phrase, setPhrase] = useState('');
  const [fault, setFault] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const keep = (event: Event): void => {
    event.preventDefault();
    const usable = isUsablePhrase(phrase);
    setFault(!usable);
    if (!usable) field.current?.focus();
    else if (app.client()?.choosePhrase(phrase) === true) onDone();
  };

  return (
    <form
      class="question"
      aria-labelledby={`${id}-title`}
      onSubmit={keep}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <h2 id={`${id}-title`}>{words.title}</h2>
      <p>{words.lead(reference)}</p>
      <div class="field">
        <label for={id}>{words.label}</label>
        <p id={`${id}-help`} class="field-help">
          {words.help}
        </p>
        <PhraseInput id={id} field={field} value={phrase} fault={fault} onValue={setPhrase} />
        <p id={`${id}-fault`} class="field-fault" role="alert">
          {fault && words.tooShort}
        </p>
      </div>
      <div class="question-buttons">
        <button type="button" class="quiet" onClick={onDone}>
          {words.cancel}
        </button>
        <button type="submit" class="primary">
          {words.keep}
        </button>
      </div>
    </form>
  );
}

/** A text field that no browser remembers; what is typed stays readable, because it is typed once and unseen words go wrong. */
export function PhraseInput({
  id,
  field,
  value,
  fault,
  onValue,
}: {
  readonly id: string;
  readonly field: { current: HTMLInputElement | null };
  readonly value: string;
  readonly fault: boolean;
  readonly onValue: (value: string) => void;
}): JSX.Element {
  return (
    <input
      id={id}
      ref={field}
      type="text"
      value={value}
      maxLength={120}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      aria-describedby={`${id}-help ${id}-fault`}
      aria-invalid={fault}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}
