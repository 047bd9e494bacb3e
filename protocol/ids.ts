import { v7 } from 'uuid';
import * as z from 'zod/mini';

/**
 * Every id on the wire is a UUIDv7 (RFC 9562), made by whoever sends: sending again with the same id
 * is the same act, never a second one (docs/protocol.md, rule D1). Lower case only, so that an id has
 * one spelling and can be compared and indexed as text.
 */
export const Id = z.uuidv7().check(z.lowercase());
export type Id = z.infer<typeof Id>;

/** A new time-ordered id. */
export function newId(): Id {
  return v7();
}

/** What people say aloud for a conversation, such as `C-4821`. Unique on one relay; not a secret, not a key. */
export const Reference = z.string().check(z.regex(/^C-[1-9][0-9]{0,9}$/));
export type Reference = z.infer<typeof Reference>;

/** Milliseconds since the Unix epoch, as the relay's clock gave them. */
export const Time = z.int().check(z.nonnegative());
export type Time = z.infer<typeof Time>;

/** The place of an entry in its journal: 1, 2, 3… without gaps. A cursor is a `Seq` or 0 for "nothing yet". */
export const Seq = z.int().check(z.positive());
export type Seq = z.infer<typeof Seq>;

/** The last `seq` a reader holds; 0 when it holds nothing. */
export const Cursor = z.int().check(z.nonnegative());
export type Cursor = z.infer<typeof Cursor>;

/** Names one life of a store. It changes when a store is made or restored, and then cursors mean nothing. */
export const Epoch = z.uuidv7();
export type Epoch = z.infer<typeof Epoch>;
