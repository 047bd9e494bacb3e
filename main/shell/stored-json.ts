import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod/mini';

/** A small file of settings: what cannot be read, or is not what it should be, is the default. */
export function readStored<Schema extends z.ZodMiniType>(
  file: string,
  schema: Schema,
  otherwise: z.infer<Schema>,
): z.infer<Schema> {
  if (!existsSync(file)) return otherwise;
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : otherwise;
  } catch {
    return otherwise;
  }
}

/** Replaces the file whole, so that a cut leaves the old one or the new one. False when it cannot be written. */
export function writeStored(file: string, value: unknown): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}
