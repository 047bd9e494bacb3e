type Properties<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly keys?: string;
  readonly className?: string;
};

/** A few ways of seeing or writing, one of them pressed. */
export function Segments<Value extends string>(properties: Properties<Value>) {
  const { label, value, options, onChange, keys, className = '' } = properties;
  return (
    <fieldset className={`segments ${className}`}>
      <legend className="hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="segment"
          aria-pressed={option.value === value}
          aria-keyshortcuts={keys}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
