import { createHash, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { Author, type Entry, EntryBody } from '../../../protocol/entry.ts';
import type { Id } from '../../../protocol/ids.ts';
import { StoreCorrupt } from '../errors.ts';
import { seal, unseal } from '../seal.ts';
import type { Found, NewEntry } from '../store.ts';

/** Bound into every ciphertext: what another version of the format wrote never decrypts as this one. */
const STORE_VERSION = 1;

/** An entry's row, as the table holds it. */
export type EntryRow = {
  readonly conversation: string;
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly sealed: Uint8Array;
  readonly hash: Uint8Array;
};

type Place = Pick<EntryRow, 'conversation' | 'seq' | 'id' | 'at'>;

/** A ciphertext moved to another place, or another time, does not open. */
function boundTo(place: Place): string {
  return `permanence/entry/${STORE_VERSION}/${place.conversation}/${place.seq}/${place.id}/${place.at}`;
}

/** Everything of an entry that is not its place. */
const Sealed = z.strictObject({
  author: Author,
  body: EntryBody,
  request: z.nullable(z.string()),
});

export function sealEntry(key: KeyObject, { entry, request }: NewEntry): Buffer {
  const plain = JSON.stringify({ author: entry.author, body: entry.body, request });
  return seal(key, Buffer.from(plain), boundTo(entry));
}

/** Throws `StoreCorrupt` when the row is not what was written. */
export function openEntry(key: KeyObject, row: Omit<EntryRow, 'hash'>): Found {
  const plain = unseal(key, row.sealed, boundTo(row));
  const content = plain === null ? null : Sealed.safeParse(JSON.parse(plain.toString()));
  if (content?.success !== true) {
    throw new StoreCorrupt(`entry ${row.seq} of ${row.conversation} cannot be read`);
  }
  const { author, body, request } = content.data;
  const entry: Entry = { conversation: row.conversation, seq: row.seq, id: row.id, at: row.at, author, body };
  return { entry, request };
}

/** The chain's first link: a journal's entries cannot be moved under another conversation. */
export function chainStart(conversation: Id): Buffer {
  return createHash('sha256').update(`permanence/journal/${STORE_VERSION}/${conversation}`).digest();
}

/** SHA-256(previous hash ‖ the row's canonical bytes). */
export function chainNext(previous: Uint8Array, row: Omit<EntryRow, 'hash'>): Buffer {
  return createHash('sha256').update(previous).update(boundTo(row)).update('\0').update(row.sealed).digest();
}
