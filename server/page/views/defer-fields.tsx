import type { JSX, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { usePage } from './context.ts';

/** What the officer will read. */
export function QuestionField({
  field,
  value,
  onValue,
  onLeave,
  fault,
}: {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onLeave: () => void;
  readonly fault: string | null;
}): JSX.Element {
  const { deferred } = usePage().texts;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{deferred.questionLabel}</label>
      <p id={`${id}-help`} class="field-help">
        {deferred.questionHelp}
      </p>
      <textarea
        id={id}
        ref={field}
        rows={5}
        value={value}
        autocomplete="off"
        autocapitalize="sentences"
        aria-describedby={`${id}-help ${id}-fault`}
        aria-invalid={fault !== null}
        onInput={(event) => onValue(event.currentTarget.value)}
        onBlur={onLeave}
      />
      <p id={`${id}-fault`} class="field-fault" role="alert">
        {fault}
      </p>
    </div>
  );
}

/**
 * Where the answer goes. A text field rather than an "email" one, and without completion: a browser that
 * remembers addresses would show this one to whoever types here next (docs/decisions/0019).
 */
export function AddressField({
  field,
  value,
  onValue,
  fault,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly fault: string | null;
}): JSX.Element {
  const { deferred } = usePage().texts;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{deferred.addressLabel}</label>
      <p id={`${id}-help`} class="field-help">
        {deferred.addressHelp}
      </p>
      <input
        id={id}
        ref={field}
        type="text"
        inputmode="email"
        value={value}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        aria-describedby={`${id}-help ${id}-fault`}
        aria-invalid={fault !== null}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <p id={`${id}-fault`} class="field-fault" role="alert">
        {fault}
      </p>
    </div>
  );
}
