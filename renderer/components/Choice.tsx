import { type ReactNode, useEffect, useRef } from 'react';

type Properties<Value extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly detail?: ReactNode }[];
  readonly onChange: (value: Value) => void;
  readonly inline?: boolean;
  /** Takes the focus when it appears: what a dialog is about. */
  readonly focused?: boolean;
};

/** One of several: native radio buttons, so that arrow keys and screen readers work as everywhere. */
export function Choice<Value extends string>(properties: Properties<Value>) {
  const { legend, name, value, options, onChange, inline = false, focused = false } = properties;
  const fieldset = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (focused) fieldset.current?.querySelector('input')?.focus();
  }, [focused]);
  return (
    <fieldset ref={fieldset} className={inline ? 'choice inline' : 'choice'}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice-option" data-checked={option.value === value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className="choice-label">{option.label}</span>
          {option.detail !== undefined && <span className="choice-detail">{option.detail}</span>}
        </label>
      ))}
    </fieldset>
  );
}
