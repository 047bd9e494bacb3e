/**
 * Receipts of destruction. Each says when, how many and, as digests, which; names the hash of the one before;
 * and is signed (Ed25519, RFC 8032). Whoever has the public key and the receipts verifies them off line.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import * as z from 'zod';
import { canonical } from '../../protocol/canonical.ts';

export const RECEIPT_FORMAT = 'permanence/purge-receipt/1';
/** Ids one receipt may list; a larger run leaves several. */
export const IDS_PER_RECEIPT = 1_000;

/**
 * Why something was destroyed. `retention`: its time was over. `erasure`: on request. `orphans`: rows that
 * had no key (a journal restored from a backup; a purge that was killed). `strays`: keys whose time was over
 * and that had no rows. `none`: nothing was due that day.
 */
export const CAUSES = ['retention', 'erasure', 'orphans', 'strays', 'none'] as const;
export type Cause = (typeof CAUSES)[number];

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

export const ReceiptContent = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  /** The store's id, so that receipts of two stores do not mix. */
  store: z.string().max(64),
  number: z.int().positive(),
  at: z.iso.datetime(),
  cause: z.enum(CAUSES),
  conversations: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  /** SHA-256 of each conversation's id, sorted: `printf %s ID | sha256sum` finds one again. */
  digests: z.array(Digest).max(IDS_PER_RECEIPT),
  /** The hash of the receipt before; null in the first. */
  previous: Digest.nullable(),
  /** The signing key's id. */
  key: z.string().max(64),
});
export type ReceiptContent = z.infer<typeof ReceiptContent>;

export const Receipt = z.strictObject({
  content: ReceiptContent,
  /** Ed25519 over the canonical content, base64. */
  signature: z.string().max(128),
});
export type Receipt = z.infer<typeof Receipt>;

/** What `purge report --json` writes and `purge verify --file` reads. */
export const ReceiptFile = z.object({
  publicKeys: z.array(z.object({ id: z.string().max(64), pem: z.string().max(1_000) })).max(1_000),
  receipts: z.array(Receipt),
});

export function digestOfId(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** What the next receipt names as `previous`. */
export function receiptHash(receipt: Receipt): string {
  return createHash('sha256').update(canonical(receipt)).digest('hex');
}

/** A signing key's id: the start of the digest of its public part (SPKI, DER). */
export function signingKeyId(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}

export type Verified =
  | { readonly kind: 'intact'; readonly count: number; readonly head: string | null }
  | { readonly kind: 'broken'; readonly number: number; readonly why: string };

/**
 * Verifies receipts in order, from the first one given. That nothing was cut off at the end cannot be seen
 * from receipts alone: compare `head` with the one noted elsewhere.
 */
export function verifyReceipts(receipts: Iterable<Receipt>, publicKeys: readonly string[]): Verified {
  const keys = new Map<string, KeyObject>();
  for (const pem of publicKeys) {
    const key = createPublicKey(pem);
    keys.set(signingKeyId(key), key);
  }
  let before: Receipt | null = null;
  let head: string | null = null;
  let count = 0;
  for (const receipt of receipts) {
    const why = problemOf(receipt, before, head, keys);
    if (why !== null) return { kind: 'broken', number: receipt.content.number, why };
    before = receipt;
    head = receiptHash(receipt);
    count += 1;
  }
  return { kind: 'intact', count, head };
}

function problemOf(
  { content, signature }: Receipt,
  before: Receipt | null,
  head: string | null,
  keys: ReadonlyMap<string, KeyObject>,
): string | null {
  const key = keys.get(content.key);
  if (key === undefined) return `signed with ${content.key}, of which no public key was given`;
  const signed = Buffer.from(canonical(content));
  if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) return 'the signature is not right';
  if (content.conversations !== content.digests.length) return 'the count is not the number of digests';
  if (before === null) {
    const isFirst = content.number === 1;
    return isFirst === (content.previous === null) ? null : 'only the first receipt has none before it';
  }
  if (content.store !== before.content.store) return 'it is of another store';
  if (content.number !== before.content.number + 1)
    return `a receipt is missing after ${before.content.number}`;
  if (content.previous !== head) return 'it does not follow the receipt before';
  return null;
}
