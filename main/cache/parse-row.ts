import type * as z from 'zod/mini';

/** A value read back from the cache: what does not parse any more is null, and its caller does without. */
export function parseRow<Schema extends z.ZodMiniType>(schema: Schema, text: string): z.infer<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
