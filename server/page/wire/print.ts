type Exports = Readonly<Record<string, unknown>>;

/**
 * Shapes as a script with the same exports. What is also an export of `shared` is not written again: it is taken from
 * the module of that name.
 */
export function printModule(exports: Exports, shared: Exports, from: string): string {
  const names = new Map(Object.entries(shared).map(([name, value]) => [value, `shared.${name}`]));
  const print = (value: unknown): string => {
    if (value instanceof RegExp) return value.toString();
    if (Array.isArray(value)) return `[${value.map(written).join()}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const fields = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${written(each)}`);
    return `{ ${fields.join(', ')} }`;
  };
  const written = (value: unknown): string => names.get(value) ?? print(value);
  const lines = Object.entries(exports).map(([name, value]) => `export const ${name} = ${print(value)};`);
  return [...(names.size > 0 ? [`import * as shared from ${JSON.stringify(from)};`] : []), ...lines, ''].join(
    '\n',
  );
}
