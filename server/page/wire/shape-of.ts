import type * as z from 'zod/mini';
import type * as core from 'zod/v4/core';
import type { Bounds, Field, Shape, ShapeOf, Text } from './shape.ts';

type Checks = readonly core.$ZodCheck[] | undefined;
type Definition = core.$ZodChecks['_zod']['def'];

/** One shape a schema, so that what several hold is known to be the same. */
const known = new WeakMap<core.$ZodType, Shape>();

/** Rather no build than a page that lets something through unseen. */
function unsaid(what: string): never {
  throw new Error(`no shape says "${what}": teach it to server/page/wire/shape.ts`);
}

/** The definitions of a schema's checks, without refinements (see `shapeOf`). */
function definitions(checks: Checks): readonly Definition[] {
  return (checks ?? [])
    .map((check) => (check as core.$ZodChecks)._zod.def)
    .filter(({ check }) => (check as string) !== 'custom');
}

/** The bounds of a length; `other` is called with each check that says something else. */
function bounded(checks: Checks, other: (definition: Definition) => void): Bounds {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const definition of definitions(checks)) {
    if (definition.check === 'min_length') least = Math.max(least, definition.minimum);
    else if (definition.check === 'max_length') most = Math.min(most, definition.maximum);
    else other(definition);
  }
  if (most !== Number.POSITIVE_INFINITY) return [least, most];
  return least === 0 ? [] : [least];
}

function textOf({ def }: (core.$ZodString | core.$ZodStringFormat)['_zod']): Text {
  const like: RegExp[] = [];
  let more: Pick<Text, 'trim' | 'url'> = {};
  const addFormat = (name: string, { pattern, protocol }: { pattern?: RegExp; protocol?: unknown }) => {
    // An address is judged without the spaces around it, as the schema does it.
    if (name === 'url' && protocol instanceof RegExp) more = { trim: true, url: protocol };
    else if (pattern !== undefined) like.push(pattern);
    else unsaid(name);
  };
  if ('check' in def) addFormat(def.format, def as object);
  const text = bounded(def.checks, (each) => {
    if (each.check === 'string_format') addFormat(each.format, each as object);
    else if (each.check === 'overwrite' && each.tx(' \t A\n') === 'A') more = { ...more, trim: true };
    else unsaid(each.check);
  });
  return { text, ...(like.length > 0 ? { like } : {}), ...more };
}

function intOf({ def }: core.$ZodNumber['_zod']): Shape {
  if (!('format' in def) || def.format !== 'safeint') return unsaid('a number that need not be whole');
  let int = Number.MIN_SAFE_INTEGER;
  for (const each of definitions(def.checks)) {
    if (each.check !== 'greater_than') return unsaid(each.check);
    int = Math.max(int, Number(each.value) + (each.inclusive ? 0 : 1));
  }
  return { int };
}

function fieldOf(schema: core.$ZodType): Field {
  const { def } = (schema as core.$ZodTypes)._zod;
  return def.type === 'optional' ? { maybe: shapeIn(def.innerType) } : shapeIn(schema);
}

function objectOf({ def }: core.$ZodObject['_zod']): Shape {
  if (def.catchall?._zod.def.type !== 'never') return unsaid('an object that takes any field');
  for (const each of definitions(def.checks)) return unsaid(each.check);
  const fields = Object.entries(def.shape).map(([name, each]) => [name, fieldOf(each)]);
  return { fields: Object.fromEntries(fields) };
}

function convert(schema: core.$ZodTypes): Shape {
  const { def } = schema._zod;
  switch (def.type) {
    case 'literal':
      return { is: def.values };
    case 'enum':
      return { is: Object.values(def.entries) };
    case 'boolean':
      return { is: [true, false] };
    case 'string':
      return textOf((schema as core.$ZodString)._zod);
    case 'number':
      return intOf((schema as core.$ZodNumber)._zod);
    case 'array':
      return { list: shapeIn(def.element), count: bounded(def.checks, ({ check }) => unsaid(check)) };
    case 'object':
      return objectOf((schema as core.$ZodObject)._zod);
    case 'union':
      return { any: def.options.map(shapeIn) };
    case 'nullable':
      return { any: [{ is: [null] }, shapeIn(def.innerType)] };
    default:
      return unsaid(def.type);
  }
}

function shapeIn(schema: core.$ZodType): Shape {
  const shape = known.get(schema) ?? convert(schema as core.$ZodTypes);
  known.set(schema, shape);
  return shape;
}

/**
 * The shape of a schema of the contract: it takes what the schema takes. Two things it leaves to the relay, and takes
 * more for it, never less: refinements, which are functions (a telephone number that leads nowhere), and trimming: the
 * spaces around a text do not count, but stay. Throws where a schema says anything else that a shape cannot say.
 */
export function shapeOf<Value>(schema: z.ZodMiniType<Value>): ShapeOf<Value> {
  return shapeIn(schema);
}
