import { join } from 'node:path';
import * as z from 'zod';
import { Id } from '../../protocol/ids.ts';

/** One request a connection, one answer, each a line of JSON no longer than this. */
export const LINE_BYTES = 16 * 1024;

/** What the command line may ask of a relay that runs. */
export const ControlRequest = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('erase'), conversation: Id }),
  z.strictObject({ act: z.literal('purge') }),
  /** What the store holds of content and stations was changed beside the relay. */
  z.strictObject({ act: z.literal('reload-content') }),
  /** What is announced was written or removed: to be read anew. */
  z.strictObject({ act: z.literal('announce') }),
  /** Without a file: finishes a rotation that was begun. */
  z.strictObject({ act: z.literal('rotate-key'), newKeyFile: z.string().min(1).max(4_096).nullable() }),
]);
export type ControlRequest = z.infer<typeof ControlRequest>;

export const ControlAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('reloaded') }),
  z.strictObject({
    kind: z.literal('erased'),
    entries: z.int().nonnegative(),
    officers: z.int().nonnegative(),
    tookPart: z.int().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('purged'),
    conversations: z.int().nonnegative(),
    entries: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('announced') }),
  z.strictObject({ kind: z.literal('rotated'), master: z.string(), keys: z.int().nonnegative() }),
  /** `why` names files and errors of ours; the asker is the relay's own administrator. */
  z.strictObject({ kind: z.literal('failed'), why: z.string() }),
]);
export type ControlAnswer = z.infer<typeof ControlAnswer>;

/**
 * Where a relay listens to its administrator: a socket in the data directory, which only the relay's own
 * account may enter.
 */
export function controlPath(directory: string): string {
  return join(directory, 'control.sock');
}
