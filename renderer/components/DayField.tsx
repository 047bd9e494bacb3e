import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { dayMeant, dayProblem, dayShown } from '../format/day.ts';
import { useLanguage, useText } from '../views/provider.ts';

type Properties = {
  readonly label: string;
  /** A day such as `2027-11-30`, '' for none, or what is typed of one so far (`format/day.ts`). */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What whoever keeps the value has against it. */
  readonly problem: string | null;
};

/**
 * A day of the calendar, typed as the interface's language writes it. A native date field follows the operating system's
 * language; React Aria's writes HTML, which the window's policy forbids, and corrects by itself a day that does not exist.
 */
export function DayField({ label, value, onChange, problem }: Properties) {
  const { day: text } = useText().shell;
  const language = useLanguage();
  // As long as somebody is typing nothing is written otherwise under their hands.
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = dayProblem(value);
  // Nor are they told that it is no day yet, unless they asked for it to be kept.
  const message = wrong !== null && (typed === null || problem !== null) ? text.problems[wrong] : problem;
  return (
    <TextField
      className="field"
      value={typed ?? dayShown(value, language)}
      isInvalid={message !== null}
      validationBehavior="aria"
      onChange={(next) => {
        setTyped(next);
        onChange(dayMeant(next));
      }}
      onBlur={() => setTyped(null)}
    >
      <Label>
        {label} <span className="quiet">{text.pattern}</span>
      </Label>
      <Input className="day-input" autoComplete="off" spellCheck={false} />
      {message !== null && <FieldError className="field-error">{message}</FieldError>}
    </TextField>
  );
}
