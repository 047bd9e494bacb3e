import * as z from 'zod';
import { EmailAddress } from '../../../protocol/deferral.ts';
import { Text } from '../../../protocol/entry.ts';
import { Id, Reference } from '../../../protocol/ids.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Place, type RequestForm, type RequestKind, Right } from '../../../protocol/request.ts';

/** A form's fields as a browser sends them; what is not of the form is refused. */
const Sent = z.strictObject({
  id: Id,
  text: z.string(),
  address: z.string().optional(),
  place: z.string().optional(),
  right: z.string().optional(),
  concerns: z.string().optional(),
});

export type FieldName = Exclude<keyof z.infer<typeof Sent>, 'id'>;
export type Problem =
  | 'no-text'
  | 'long-text'
  | 'long-place'
  | 'no-right'
  | 'wrong-reference'
  | 'no-address'
  | 'wrong-address';

/** What somebody typed, to be shown again, and what is wrong with it. */
export type Entered = {
  readonly id: string;
  readonly values: { readonly [Name in FieldName]?: string | undefined };
  readonly problems: Readonly<Partial<Record<FieldName, Problem>>>;
};

export type Checked = {
  readonly id: Id;
  readonly form: RequestForm;
  readonly text: string;
  readonly address: EmailAddress | null;
};

export type Read =
  | { readonly kind: 'right'; readonly entered: Entered; readonly checked: Checked }
  | { readonly kind: 'wrong'; readonly entered: Entered }
  /** Not what this form sends. */
  | { readonly kind: 'malformed' };

/** `ok` with a value, or what is wrong. */
type Field<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

function right<Value>(value: Value): Field<Value> {
  return { ok: true, value };
}

function wrong(problem: Problem): Field<never> {
  return { ok: false, problem };
}

function readText(typed: string): Field<string> {
  if (Text.safeParse(typed).success) return right(typed);
  return wrong(typed.length > LIMITS.textCharacters ? 'long-text' : 'no-text');
}

function readAddress(typed: string, needed: boolean): Field<EmailAddress | null> {
  if (typed === '') return needed ? wrong('no-address') : right(null);
  const address = EmailAddress.safeParse(typed);
  return address.success ? right(address.data) : wrong('wrong-address');
}

function readPlace(typed: string): Field<RequestForm> {
  if (typed === '') return right({ about: 'malfunction', place: null });
  const place = Place.safeParse(typed);
  return place.success ? right({ about: 'malfunction', place: place.data }) : wrong('long-place');
}

/** `C-1234`, however it was typed; null for none. */
function readReference(typed: string): Field<Reference | null> {
  if (typed === '') return right(null);
  const digits = /^(?:c\s*[-–]?\s*)?(\d+)$/i.exec(typed)?.[1];
  const reference = Reference.safeParse(`C-${digits}`);
  return reference.success ? right(reference.data) : wrong('wrong-reference');
}

/**
 * Reads a sent form. Every field is judged, so that all that is wrong is said at once. `canMail`: without it no
 * address is asked for, and one that comes all the same is not kept.
 */
export function readForm(about: RequestKind, body: unknown, canMail: boolean): Read {
  const sent = Sent.safeParse(body);
  if (!sent.success) return { kind: 'malformed' };
  const { id, ...fields } = sent.data;
  const typed = (name: FieldName): string => (fields[name] ?? '').replaceAll('\r\n', '\n');
  const line = (name: FieldName): string => typed(name).trim();
  const problems: Partial<Record<FieldName, Problem>> = {};
  const take = <Value>(name: FieldName, field: Field<Value>): Value | undefined => {
    if (field.ok) return field.value;
    problems[name] = field.problem;
    return undefined;
  };

  const text = take('text', readText(typed('text')));
  const address = canMail ? take('address', readAddress(line('address'), about === 'rights')) : null;
  let form: RequestForm | undefined;
  if (about === 'malfunction') {
    form = take('place', readPlace(line('place')));
  } else {
    const chosen = Right.safeParse(fields.right);
    if (!chosen.success) problems.right = 'no-right';
    const concerns = take('concerns', readReference(line('concerns')));
    if (chosen.success && concerns !== undefined) form = { about: 'rights', right: chosen.data, concerns };
  }
  const entered: Entered = { id, values: fields, problems };
  if (form === undefined || text === undefined || address === undefined) return { kind: 'wrong', entered };
  return { kind: 'right', entered, checked: { id, form, text, address } };
}

/** A form nobody has typed in. */
export function emptyForm(id: Id, values: Entered['values'] = {}): Entered {
  return { id, values, problems: {} };
}
