/**
 * What the page is sent, as data: the contract's schemas without their library, which would weigh a fifth of the
 * page. `shape-of.ts` makes a shape of a schema when the page is built; here it is only applied (docs/decisions/0054).
 */
export type Shape =
  /** One of these values. */
  | { readonly is: readonly unknown[] }
  | Text
  /** A whole number, at least this. */
  | { readonly int: number }
  | { readonly list: Shape; readonly count: Bounds }
  /** An object with these fields and no others. */
  | { readonly fields: Fields }
  | { readonly any: readonly Shape[] };

export type Text = {
  /** In characters (UTF-16). */
  readonly text: Bounds;
  /** Expressions that all fit. */
  readonly like?: readonly RegExp[];
  /** The spaces around it do not count. */
  readonly trim?: true;
  /** It is an address of this protocol, without its colon. */
  readonly url?: RegExp;
};

/** At least and at most so many; a bound that is left out is none. */
export type Bounds = readonly [least?: number, most?: number];

/** `maybe`: a field that may be absent. */
export type Field = Shape | { readonly maybe: Shape };
export type Fields = Readonly<Record<string, Field>>;

/** The shape of a `Value`. */
export type ShapeOf<Value> = Shape & { readonly of?: Value };

function within(size: number, [least = 0, most = size]: Bounds): boolean {
  return size >= least && size <= most;
}

function isAddress(text: string, protocol: RegExp): boolean {
  try {
    return protocol.test(new URL(text).protocol.slice(0, -1));
  } catch {
    return false;
  }
}

function isText({ text, like = [], trim, url }: Text, data: string): boolean {
  const judged = trim ? data.trim() : data;
  return (
    within(judged.length, text) &&
    like.every((expression) => expression.test(judged)) &&
    (url === undefined || isAddress(judged, url))
  );
}

function hasFields(fields: Fields, data: object): boolean {
  const given = new Map<string, unknown>(Object.entries(data));
  let known = 0;
  for (const [name, field] of Object.entries(fields)) {
    const optional = 'maybe' in field;
    if (given.has(name)) known += 1;
    else if (optional) continue;
    if (!fits(optional ? field.maybe : field, given.get(name))) return false;
  }
  return known === given.size;
}

/** Whether what JSON gave has the shape. */
export function fits(shape: Shape, data: unknown): boolean {
  if ('is' in shape) return shape.is.includes(data);
  if ('any' in shape) return shape.any.some((one) => fits(one, data));
  if ('int' in shape) return Number.isSafeInteger(data) && Number(data) >= shape.int;
  if ('text' in shape) return typeof data === 'string' && isText(shape, data);
  const isList = Array.isArray(data);
  if ('list' in shape)
    return isList && within(data.length, shape.count) && data.every((one) => fits(shape.list, one));
  return typeof data === 'object' && data !== null && !isList && hasFields(shape.fields, data);
}

/** What JSON gave, if it has the shape (of something: not of null); else null. */
export function read<Value>(shape: ShapeOf<Value>, data: unknown): Value | null {
  return fits(shape, data) ? (data as Value) : null;
}
