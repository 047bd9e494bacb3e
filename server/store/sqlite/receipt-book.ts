import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Id, Time } from '../../../protocol/ids.ts';
import { StoreCorrupt } from '../errors.ts';
import {
  type Cause,
  canonical,
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

/** Writes receipts into the key file, signed with a key that the master key wraps. */
export class ReceiptBook {
  readonly #database: SqliteDatabase;
  readonly #id: string;
  readonly #key: KeyObject;
  readonly #insert;
  readonly #last;

  private constructor(database: SqliteDatabase, id: string, key: KeyObject) {
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
    const row = database.prepare<[], KeyRow>('SELECT id, wrapped, master FROM signing_keys').get();
    if (row === undefined) return ReceiptBook.#make(database, masters);
    const der = await masters.of(row.master)?.unwrap(row.wrapped, signingKeyName(row.id));
    if (der === null || der === undefined) throw new StoreCorrupt('the signing key cannot be unwrapped');
    return new ReceiptBook(database, row.id, createPrivateKey({ key: der, type: 'pkcs8', format: 'der' }));
  }

  static async #make(database: SqliteDatabase, masters: MasterKeys): Promise<ReceiptBook> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const id = signingKeyId(publicKey);
    const der = privateKey.export({ type: 'pkcs8', format: 'der' });
    const { primary } = masters;
    const wrapped = await primary.wrap(der, signingKeyName(id));
    der.fill(0);
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    database
      .prepare('INSERT INTO signing_keys (id, public, wrapped, master) VALUES (?, ?, ?, ?)')
      .run(id, pem, wrapped, primary.id);
    return new ReceiptBook(database, id, privateKey);
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
    const signature = sign(null, Buffer.from(text), this.#key).toString('base64');
    this.#insert.run(content.number, at, text, signature);
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

  /** Public keys, as PEM. */
  publicKeys(): { readonly id: string; readonly pem: string }[] {
    return this.#database
      .prepare<[], { id: string; pem: string }>('SELECT id, public AS pem FROM signing_keys ORDER BY id')
      .all();
  }
}
