import * as z from 'zod/mini';
import type { Entry } from '../../protocol/entry.ts';
import { Id } from '../../protocol/ids.ts';
import { OfficerSelf } from '../../protocol/officer.ts';

/** How a desk's process lives: what the workstation is, and whom its officer knows. */
export const DeskStart = z.strictObject({
  kind: z.literal('start'),
  name: z.string(),
  self: OfficerSelf,
  token: z.string(),
  /** The proxy's. */
  port: z.int(),
  file: z.string(),
  key: z.string(),
  seed: z.int(),
  /** The number of this process's first text: above all numbers of the desk's earlier lives. */
  first: z.int(),
  /** Milliseconds by which the workstation's clock is wrong. */
  skew: z.int(),
  /** The cache in a process of its own, as shipped; otherwise the same file in the desk's process. */
  forked: z.boolean(),
  citizens: z.array(z.strictObject({ conversation: Id, name: z.string() })),
  officers: z.array(Id),
});
export type DeskStart = z.infer<typeof DeskStart>;

/** What the chaos says to a desk's process, over the process's own channel. */
export const ToProcess = z.discriminatedUnion('kind', [
  DeskStart,
  /** The officer works, or rests. */
  z.strictObject({ kind: z.literal('work'), working: z.boolean() }),
  z.strictObject({ kind: z.literal('skew'), skew: z.int() }),
  z.strictObject({ kind: z.literal('kill-cache') }),
  z.strictObject({ kind: z.literal('reconnect') }),
  z.strictObject({ kind: z.literal('status'), number: z.int() }),
]);
export type ToProcess = z.infer<typeof ToProcess>;

export const DeskStatus = z.strictObject({
  online: z.boolean(),
  sending: z.array(Id),
  refused: z.array(Id),
  held: z.array(Id),
});
export type DeskStatus = z.infer<typeof DeskStatus>;

/** What a desk's process tells as it happens: what a kill cuts off was not promised to anybody. */
export const FromProcess = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('acked'), id: Id, conversation: Id }),
  /** Stored in the desk's file: from here on it reaches the relay or is refused, whatever is killed. */
  z.strictObject({ kind: z.literal('taken'), id: Id, conversation: Id }),
  z.strictObject({ kind: z.literal('online'), online: z.boolean() }),
  z.strictObject({ kind: z.literal('cache-lost') }),
  z.strictObject({ kind: z.literal('fault'), text: z.string() }),
  z.strictObject({ kind: z.literal('status'), number: z.int(), status: DeskStatus }),
]);
export type FromProcess = z.infer<typeof FromProcess>;

/** What a file holds of one journal. */
export type HeldJournal = { readonly conversation: Id; readonly entries: readonly Entry[] };
