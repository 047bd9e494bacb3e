import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  ANSWER_RECEIPT_FORMAT,
  type AnswerReceipt,
  type AnswerStatement,
  type PublishedKey,
  signedText,
} from '../../../protocol/answer-receipt.ts';
import { canonical } from '../../../protocol/canonical.ts';
import type { Id, Time } from '../../../protocol/ids.ts';
import { StoreCorrupt } from '../errors.ts';
import {
  type Cause,
  digestOfId,
  IDS_PER_RECEIPT,
  RECEIPT_FORMAT,
  type Receipt,
  ReceiptContent,
  receiptHash,
  signingKeyId,
} from '../receipts.ts';
import type { SqliteDatabase } from './database.ts';
import { type MasterKeys, signingKeyName } from './master-keys.ts';
import { readMeta } from './meta.ts';
import { truncate } from './truncate.ts';

type KeyRow = { readonly id: string; readonly wrapped: Buffer; readonly master: string };
type ReceiptRow = { readonly content: string; readonly signature: string };

export type Destroyed = {
  readonly at: Time;
  readonly cause: Cause;
  readonly conversations: readonly { readonly conversation: Id; readonly entries: number }[];
};

function receiptOf({ content, signature }: ReceiptRow): Receipt {
  return { content: ReceiptContent.parse(JSON.parse(content)), signature };
}

type SigningKey = { readonly id: string; readonly key: KeyObject };
type WrappedKey = SigningKey & { readonly pem: string; readonly wrapped: Uint8Array };

async function makeKey({ primary }: MasterKeys): Promise<WrappedKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const id = signingKeyId(publicKey);
  const der = privateKey.export({ type: 'pkcs8', format: 'der' });
  const wrapped = await primary.wrap(der, signingKeyName(id));
  der.fill(0);
  return { id, key: privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(), wrapped };
}

/**
 * Writes receipts of destruction into the key file, and signs receipts of answers, which it does not keep. Both with
 * one key that the master key wraps: what is signed names its format, so that neither passes for the other.
 */
export class ReceiptBook {
  readonly #database: SqliteDatabase;
  #id: string;
  #key: KeyObject;
  readonly #insert;
  readonly #last;

  private constructor(database: SqliteDatabase, { id, key }: SigningKey) {
    this.#database = database;
    this.#id = id;
    this.#key = key;
    this.#insert = database.prepare<[number, Time, string, string]>(
      'INSERT INTO receipts (number, at, content, signature) VALUES (?, ?, ?, ?)',
    );
    this.#last = database.prepare<[], ReceiptRow>(
      'SELECT content, signature FROM receipts ORDER BY number DESC LIMIT 1',
    );
  }

  /** Opens the signing key, or makes it the first time. */
  static async open(database: SqliteDatabase, masters: MasterKeys): Promise<ReceiptBook> {
    const row = database
      .prepare<[], KeyRow>('SELECT id, wrapped, master FROM signing_keys WHERE retired_at IS NULL')
      .get();
    if (row === undefined) return ReceiptBook.#make(database, masters);
    const der = await masters.of(row.master)?.unwrap(row.wrapped, signingKeyName(row.id));
    if (der === null || der === undefined) throw new StoreCorrupt('the signing key cannot be unwrapped');
    const key = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
    return new ReceiptBook(database, { id: row.id, key });
  }

  static async #make(database: SqliteDatabase, masters: MasterKeys): Promise<ReceiptBook> {
    const made = await makeKey(masters);
    // Of the first there was nothing before: it has no beginning.
    ReceiptBook.#insertKey(database, masters, made, null);
    return new ReceiptBook(database, made);
  }

  static #insertKey(
    database: SqliteDatabase,
    { primary }: MasterKeys,
    { id, pem, wrapped }: WrappedKey,
    at: Time | null,
  ): void {
    database
      .prepare('INSERT INTO signing_keys (id, public, wrapped, master, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(id, pem, wrapped, primary.id, at);
  }

  /**
   * Signs with a new key from now on. The private part of the one before is destroyed; its public part stays, because
   * what it signed is still to be verified. Answers the new key's id.
   */
  async rotate(masters: MasterKeys, at: Time): Promise<string> {
    const made = await makeKey(masters);
    this.#database
      .transaction(() => {
        this.#database
          .prepare("UPDATE signing_keys SET wrapped = x'', retired_at = ? WHERE retired_at IS NULL")
          .run(at);
        ReceiptBook.#insertKey(this.#database, masters, made, at);
      })
      .immediate();
    truncate(this.#database);
    this.#id = made.id;
    this.#key = made.key;
    return made.id;
  }

  /** Signs what somebody's copy says. Nothing of it is kept. */
  signAnswer(statement: AnswerStatement): AnswerReceipt {
    const content: AnswerReceipt['content'] = {
      format: ANSWER_RECEIPT_FORMAT,
      store: readMeta(this.#database, 'store') ?? '',
      ...statement,
      key: this.#id,
    };
    return { content, signature: this.#sign(signedText(content)) };
  }

  #sign(text: string): string {
    return sign(null, Buffer.from(text), this.#key).toString('base64');
  }

  /** One receipt for each thousand; within a transaction of the caller's. */
  write({ at, cause, conversations }: Destroyed): void {
    let start = 0;
    do {
      const part = conversations.slice(start, start + IDS_PER_RECEIPT);
      this.#writeOne(at, cause, part);
      start += IDS_PER_RECEIPT;
    } while (start < conversations.length);
  }

  #writeOne(at: Time, cause: Cause, part: Destroyed['conversations']): void {
    const last = this.#last.get();
    const before = last === undefined ? null : receiptOf(last);
    const content: ReceiptContent = {
      format: RECEIPT_FORMAT,
      store: readMeta(this.#database, 'store') ?? '',
      number: (before?.content.number ?? 0) + 1,
      at: new Date(at).toISOString(),
      cause,
      conversations: part.length,
      entries: part.reduce((sum, { entries }) => sum + entries, 0),
      digests: part.map(({ conversation }) => digestOfId(conversation)).sort(),
      previous: before === null ? null : receiptHash(before),
      key: this.#id,
    };
    const text = canonical(content);
    this.#insert.run(content.number, at, text, this.#sign(text));
  }

  /** When the last receipt was written; null when there is none. */
  lastAt(): Time | null {
    const at = this.#database.prepare<[], Time | null>('SELECT max(at) FROM receipts').pluck().get();
    return at ?? null;
  }

  /** The receipts from `since` on, in order. */
  *read(since: Time): Generator<Receipt> {
    const rows = this.#database
      .prepare<[Time], ReceiptRow>(
        `SELECT content, signature FROM receipts
         WHERE number >= coalesce((SELECT min(number) FROM receipts WHERE at >= ?), 9223372036854775807)
         ORDER BY number`,
      )
      .iterate(since);
    for (const row of rows) yield receiptOf(row);
  }

  /** Every public key there ever was, the latest last. */
  publicKeys(): PublishedKey[] {
    type Row = { id: string; pem: string; since: Time | null; until: Time | null };
    const stamp = (at: Time | null): string | null => (at === null ? null : new Date(at).toISOString());
    return this.#database
      .prepare<[], Row>(
        `SELECT id, public AS pem, created_at AS since, retired_at AS until FROM signing_keys
         ORDER BY coalesce(created_at, 0), id`,
      )
      .all()
      .map(({ id, pem, since, until }) => ({ id, pem, since: stamp(since), until: stamp(until) }));
  }
}
