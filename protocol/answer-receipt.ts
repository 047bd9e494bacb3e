import * as z from 'zod/mini';
import { canonical } from './canonical.ts';
import { Reference } from './ids.ts';
import { Language } from './language.ts';

/**
 * What lets somebody prove later what the service answered: the digests of the copy they kept, signed by the relay.
 * The relay keeps neither the copy nor the receipt; its public keys stay published, so that both are verified off
 * line long after the conversation was destroyed (docs/decisions/0045).
 */
export const ANSWER_RECEIPT_FORMAT = 'permanence/answer-receipt/1';
export const RECEIPT_KEYS_FORMAT = 'permanence/receipt-keys/1';
/** Where the relay publishes its keys. */
export const RECEIPT_KEYS_PATH = '/.well-known/permanence-receipt-keys.json';
/** A copy or a receipt larger than this is none of ours: bytes. */
export const COPY_BYTES = 64 * 1024 * 1024;
export const RECEIPT_BYTES = 16 * 1024;

const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const KeyId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const Moment = z.iso.datetime();

/** SHA-256 of the copy in each form; the text's is of its canonical form (`canonicalText`). */
export const CopyDigests = z.strictObject({ pdf: Digest, text: Digest });
export type CopyDigests = z.infer<typeof CopyDigests>;

export const AnswerStatement = z.strictObject({
  reference: Reference,
  openedAt: Moment,
  /** When the receipt was signed: the copy is the conversation as it stood then. */
  at: Moment,
  /** Whether it was over by then. */
  closed: z.boolean(),
  /** How many messages and cards officers had sent. */
  answers: z.int().check(z.nonnegative()),
  language: Language,
  copies: CopyDigests,
});
export type AnswerStatement = z.infer<typeof AnswerStatement>;

export const AnswerReceipt = z.strictObject({
  content: z.strictObject({
    format: z.literal(ANSWER_RECEIPT_FORMAT),
    /** The store's id: a receipt of one service is not another's. */
    store: z.string().check(z.maxLength(64)),
    ...AnswerStatement.shape,
    /** The signing key's id. */
    key: KeyId,
  }),
  /** Ed25519 (RFC 8032) over the canonical content, base64. */
  signature: z.string().check(z.maxLength(128), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});
export type AnswerReceipt = z.infer<typeof AnswerReceipt>;

/** A public key and the time in which it signed. Kept for ever: what it signed is verified with it. */
export const PublishedKey = z.strictObject({
  id: KeyId,
  /** SPKI, PEM. */
  pem: z.string().check(z.maxLength(1_000)),
  /** Null where it is older than this record. */
  since: z.nullable(Moment),
  until: z.nullable(Moment),
});
export type PublishedKey = z.infer<typeof PublishedKey>;

export const PublishedKeys = z.strictObject({
  format: z.literal(RECEIPT_KEYS_FORMAT),
  keys: z.array(PublishedKey).check(z.maxLength(1_000)),
});
export type PublishedKeys = z.infer<typeof PublishedKeys>;

/** What is signed, as text: its bytes are ASCII. */
export function signedText(content: AnswerReceipt['content']): string {
  return canonical(content);
}

/** A text copy however programs carried it: no byte order mark, lines ended by a line feed, one at the end. */
export function canonicalText(text: string): string {
  return `${text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd()}\n`;
}

/** What reads bytes, computes digests and checks signatures: Node, or a browser's WebCrypto. */
export type ReceiptTools = {
  /** SHA-256, lower-case hexadecimal; of a text's UTF-8. */
  readonly sha256: (of: Uint8Array<ArrayBuffer> | string) => Promise<string>;
  /** `signature` in base64. False also for what is no signature; rejects where Ed25519 is not to be had. */
  readonly verify: (pem: string, signature: string, signed: string) => Promise<boolean>;
  /** Null for what is no UTF-8. */
  readonly decode: (bytes: Uint8Array<ArrayBuffer>) => string | null;
};

export const RECEIPT_PROBLEMS = [
  'no-receipt',
  'unknown-key',
  'outside-key-time',
  'forged',
  'other-copy',
] as const;
export type ReceiptProblem = (typeof RECEIPT_PROBLEMS)[number];
export type ReceiptVerdict =
  | { readonly kind: 'right'; readonly content: AnswerReceipt['content']; readonly copy: 'pdf' | 'text' }
  | { readonly kind: 'wrong'; readonly problem: ReceiptProblem };

function wrong(problem: ReceiptProblem): ReceiptVerdict {
  return { kind: 'wrong', problem };
}

function signedInTime({ since, until }: PublishedKey, at: string): boolean {
  const moment = Date.parse(at);
  return (since === null || Date.parse(since) <= moment) && (until === null || moment <= Date.parse(until));
}

function parsed(receipt: string): AnswerReceipt | null {
  try {
    const read = AnswerReceipt.safeParse(JSON.parse(receipt));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * Judges a receipt and the copy it is said to be of, with the published keys and nothing else. Rejects only where
 * Ed25519 cannot be verified.
 */
export async function verifyAnswerReceipt(
  copy: Uint8Array<ArrayBuffer>,
  receipt: string,
  keys: readonly PublishedKey[],
  tools: ReceiptTools,
): Promise<ReceiptVerdict> {
  const read = parsed(receipt);
  if (read === null) return wrong('no-receipt');
  const { content, signature } = read;
  const key = keys.find(({ id }) => id === content.key);
  if (key === undefined) return wrong('unknown-key');
  if (!(await tools.verify(key.pem, signature, signedText(content)))) return wrong('forged');
  if (!signedInTime(key, content.at)) return wrong('outside-key-time');
  if ((await tools.sha256(copy)) === content.copies.pdf) return { kind: 'right', content, copy: 'pdf' };
  const text = tools.decode(copy);
  if (text !== null && (await tools.sha256(canonicalText(text))) === content.copies.text) {
    return { kind: 'right', content, copy: 'text' };
  }
  return wrong('other-copy');
}
