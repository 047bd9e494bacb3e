import { FieldError, Input, Label, TextArea, TextField } from 'react-aria-components';
import type { ContentProblem } from '../../../protocol/content-rules.ts';
import type { Language } from '../../../protocol/language.ts';
import { DayField } from '../../components/DayField.tsx';
import type { ContentField, FormValues } from '../../stores/content-forms.ts';
import { useText } from '../provider.ts';
import { problemText } from './problems.ts';

export type FieldsProperties = {
  readonly values: FormValues;
  readonly problems: readonly ContentProblem[];
  readonly onChange: (field: string, value: string) => void;
};

type Properties = FieldsProperties & {
  readonly field: ContentField;
  /** Lines of a text; a single line by default. */
  readonly rows?: number;
  readonly lang?: Language;
  readonly type?: 'text' | 'url';
  /** Names of a datalist beside the form. */
  readonly list?: string;
};

/** One field with its name and, where it is wrong, the sentence that says so. */
export function Field({ field, values, problems, onChange, rows, lang, type, list }: Properties) {
  const { editing: text } = useText();
  const problem = problems.find((each) => each.field === field);
  return (
    <TextField
      className="field"
      value={values[field] ?? ''}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      onChange={(value) => onChange(field, value)}
    >
      <Label>{text.fields[field]}</Label>
      {rows === undefined ? (
        <Input type={type ?? 'text'} lang={lang} list={list} spellCheck={type === undefined} />
      ) : (
        <TextArea rows={rows} lang={lang} spellCheck />
      )}
      {problem !== undefined && <FieldError className="field-error">{problemText(problem, text)}</FieldError>}
    </TextField>
  );
}

/** A day of the calendar, or none. */
export function DateOfItem({
  field,
  values,
  problems,
  onChange,
}: FieldsProperties & { readonly field: ContentField }) {
  const { editing: text } = useText();
  const problem = problems.find((each) => each.field === field);
  return (
    <DayField
      label={text.fields[field] ?? ''}
      value={values[field] ?? ''}
      onChange={(value) => onChange(field, value)}
      problem={problem === undefined ? null : problemText(problem, text)}
    />
  );
}

/** One of a few values. */
export function ChoiceField({
  field,
  values,
  problems,
  onChange,
  options,
}: FieldsProperties & {
  readonly field: ContentField;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const { editing: text } = useText();
  const problem = problems.find((each) => each.field === field);
  const wrong = `wrong-${field}`;
  return (
    <label className="field">
      <span>{text.fields[field]}</span>
      <select
        value={values[field] ?? ''}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem === undefined ? undefined : wrong}
        onChange={(event) => onChange(field, event.target.value)}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {problem !== undefined && (
        <span className="field-error" id={wrong}>
          {problemText(problem, text)}
        </span>
      )}
    </label>
  );
}
