import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** The content that stands beside this file, shipped with the relay. */
export const SHIPPED_CONTENT = import.meta.dirname;

/** A content file that cannot be used: its message names the file, the item and what is wrong with it. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

function readJson(directory: string, file: string): unknown {
  const path = join(directory, file);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ContentError(`${path}: ${why}`, { cause });
  }
}

export function problems(error: z.core.$ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
}

/** Reads one JSON document. Throws `ContentError` naming the file when it is unreadable or not of the schema. */
export function readDocument<T>(directory: string, file: string, schema: z.core.$ZodType<T>): T {
  const read = z.safeParse(schema, readJson(directory, file));
  if (!read.success) throw new ContentError(`${file}: ${problems(read.error)}`);
  return read.data;
}

function nameOf(item: unknown, index: number): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? `"${id}"` : `item ${index + 1}`;
}

/** Reads a JSON list. Throws one `ContentError` that names every item not of the schema. */
export function readList<T>(directory: string, file: string, schema: z.core.$ZodType<T>): T[] {
  const items = readJson(directory, file);
  if (!Array.isArray(items)) throw new ContentError(`${file}: must be a list`);
  const wrong: string[] = [];
  const good: T[] = [];
  for (const [index, item] of items.entries()) {
    const read = z.safeParse(schema, item);
    if (read.success) good.push(read.data);
    else wrong.push(`${nameOf(item, index)}: ${problems(read.error)}`);
  }
  if (wrong.length > 0) throw new ContentError(`${file}: ${wrong.join(' | ')}`);
  return good;
}
