import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ContentError, problems } from './files.ts';

const OPENING = '---\n';
const CLOSING = '\n---\n';

/** Bodies are prose: no HTML, no link and no image, whatever the renderer would make of them. */
const NOT_PROSE = /[<>]|\]\(|!\[|https?:/;

/**
 * Reads a Markdown file with its front matter: lines of `name: value` between two `---`, each name once.
 * Throws `ContentError` naming the file when it is unreadable, not of the schema, or its body is not prose.
 */
export function readMarkdown<T>(
  directory: string,
  file: string,
  schema: z.core.$ZodType<T>,
): { readonly front: T; readonly body: string } {
  const fail = (why: string): never => {
    throw new ContentError(`${file}: ${why}`);
  };
  let text = '';
  try {
    text = readFileSync(join(directory, file), 'utf8');
  } catch (cause) {
    fail(cause instanceof Error ? cause.message : String(cause));
  }
  const end = text.indexOf(CLOSING);
  if (!text.startsWith(OPENING) || end < 0) return fail('no front matter');
  const fields = new Map<string, string>();
  for (const line of text.slice(OPENING.length, end).split('\n')) {
    const [, name, value] = /^([a-zA-Z]+): (.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return fail(`front matter: "${line}"`);
    if (fields.has(name)) fail(`front matter: "${name}" twice`);
    fields.set(name, value.trim());
  }
  const read = z.safeParse(schema, Object.fromEntries(fields));
  if (!read.success) return fail(problems(read.error));
  const body = text.slice(end + CLOSING.length).trim();
  if (body === '') fail('nothing under the front matter');
  if (NOT_PROSE.test(body)) fail('HTML, a link or an image in the text');
  return { front: read.data, body };
}

/** A list in one line of front matter, parted by commas. */
export function listInLine(item: z.core.$ZodType<string, string>) {
  return z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item).min(1).max(30));
}
