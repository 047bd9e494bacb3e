import { isIP } from 'node:net';
import * as z from 'zod';
import { EmailAddress } from '../../protocol/deferral.ts';

/** How a setting's text in the environment becomes the value its schema checks. */
type Reading = 'text' | 'number' | 'flag' | 'list';

/** One setting: what it may be, in words too, so that a wrong value is answered by what was expected. */
export type Setting<Schema extends z.ZodType = z.ZodType> = {
  readonly schema: Schema;
  readonly fallback: z.output<Schema>;
  readonly expected: string;
  readonly about: string;
  readonly reading: Reading;
  /** Never printed, not even when it is wrong. */
  readonly secret: boolean;
};

function setting<Schema extends z.ZodType>(
  reading: Reading,
  schema: Schema,
  fallback: z.output<Schema>,
  expected: string,
  about: string,
): Setting<Schema> {
  return { schema, fallback, expected, about, reading, secret: false };
}

/** One of a few words. */
export function choice<const Words extends readonly [string, ...string[]]>(
  words: Words,
  fallback: Words[number],
  about: string,
) {
  return setting('text', z.enum(words), fallback, `one of ${words.join(', ')}`, about);
}

/** A whole number between two bounds, both allowed; the unit belongs in the setting's name. */
export function whole(low: number, high: number, fallback: number, about: string) {
  return setting(
    'number',
    z.int().min(low).max(high),
    fallback,
    `a whole number from ${low} to ${high}`,
    about,
  );
}

export function flag(fallback: boolean, about: string) {
  return setting('flag', z.boolean(), fallback, 'true or false', about);
}

/** Text of 1 to 200 characters. */
export function words(fallback: string, about: string) {
  return setting('text', z.string().trim().min(1).max(200), fallback, 'text of 1 to 200 characters', about);
}

/** A path, or nothing. */
export function optionalPath(about: string) {
  return setting('text', z.string().min(1).max(4096).nullable(), null, 'a path', about);
}

/** Text of 1 to 200 characters, or nothing. */
export function optionalWords(about: string) {
  const schema = z.string().trim().min(1).max(200).nullable();
  return setting('text', schema, null, 'text of 1 to 200 characters', about);
}

/** One e-mail address, or nothing. */
export function optionalAddress(about: string) {
  return setting('text', z.custom<string>(isAddress).nullable(), null, 'an e-mail address', about);
}

function isAddress(value: unknown): boolean {
  return EmailAddress.safeParse(value).success;
}

/** A port of this machine to listen on, such as `127.0.0.1:2525` or `[::1]:2525`; or nothing. */
export function optionalDoor(about: string) {
  const schema = z.custom<string>((value) => readDoor(value) !== null).nullable();
  return setting('text', schema, null, 'an IP address and a port such as 127.0.0.1:2525', about);
}

/** Host and port of such a setting; null for what is none. */
export function readDoor(value: unknown): { readonly host: string; readonly port: number } | null {
  const [, six, four, digits] =
    /^(?:\[([0-9a-f:.]+)\]|([0-9.]+)):([0-9]{1,5})$/i.exec(typeof value === 'string' ? value : '') ?? [];
  const host = six ?? four ?? '';
  const port = Number(digits);
  return isIP(host) === (six === undefined ? 4 : 6) && port <= 65_535 ? { host, port } : null;
}

/** A list of texts that all satisfy `item`; separated by commas in the environment. */
export function list(item: z.ZodType<string>, expectedItem: string, fallback: string[], about: string) {
  return setting('list', z.array(item).max(100), fallback, `a list of ${expectedItem}`, about);
}

/** 32 bytes in hexadecimal or base64, or nothing; never printed. */
export function secretKey(about: string) {
  const schema = z
    .string()
    .regex(/^(?:[0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=?)$/)
    .nullable();
  return {
    ...setting('text', schema, null, '32 bytes as 64 hexadecimal digits or base64', about),
    secret: true,
  };
}

/** The value to check, from the text of an environment variable. What cannot be read stays text, and fails. */
export function readText(text: string, reading: Reading): unknown {
  if (reading === 'number') return /^-?[0-9]{1,15}$/.test(text) ? Number(text) : text;
  if (reading === 'flag') return text === 'true' ? true : text === 'false' ? false : text;
  if (reading === 'list') {
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  return text;
}
