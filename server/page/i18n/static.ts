/** The text that a name such as `emergency.ask` or `home.doesNot.0` stands for in a catalogue, if it does. */
export function textAt(texts: object, name: string): string | undefined {
  let found: unknown = texts;
  for (const step of name.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[step];
  }
  return typeof found === 'string' ? found : undefined;
}
