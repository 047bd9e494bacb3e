import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { EmailAddress } from '../../../protocol/deferral.ts';
import type { EntryBody } from '../../../protocol/entry.ts';
import type { Id, Seq, Time } from '../../../protocol/ids.ts';
import { StoreConflict, StoreCorrupt } from '../errors.ts';
import type { WrappingKey } from '../keys.ts';
import { seal, unseal } from '../seal.ts';
import type { Batch, NewAddress, OutgoingMail, ReturnPath, ReturnToken } from '../store.ts';
import type { DataKeys } from './data-keys.ts';
import type { SqliteDatabase } from './database.ts';
import { addressKeyName } from './key-names.ts';
import type { MasterKeys } from './master-keys.ts';
import type { Truncate } from './truncate.ts';

/** Of what a return path carries: not to be guessed, and short enough for a local part (RFC 5321, 4.5.3.1.1). */
const TOKEN_BYTES = 16;

function boundTo(conversation: Id): string {
  return `permanence/address/1/${conversation}`;
}

/** Addresses with keys made and wrapped, nothing written. Void when the master key changed meanwhile. */
export type PreparedAddresses = {
  readonly by: WrappingKey;
  readonly rows: readonly (NewAddress & { readonly key: KeyObject; readonly wrapped: Uint8Array })[];
};

/** Told of what failed and is tried again later: for the log. */
export type OnFault = (event: string, error: unknown) => void;

type Wrapped = { readonly wrapped: Buffer; readonly master: string };
type Row = { readonly conversation: Id; readonly sealed: Buffer };

/**
 * Addresses left for deferred answers, and the answers that wait for a mail server. An address is sealed under
 * a key of its own and then under its conversation's: destroying either ends it, in every copy. Its own goes
 * as soon as the answer left, months before the conversation's.
 */
export class Deferred {
  readonly #keyFile: SqliteDatabase;
  readonly #masters: MasterKeys;
  readonly #keys: DataKeys;
  readonly #truncate: Truncate;
  readonly #onFault: OnFault;
  readonly #statements;
  /** Conversations whose address is gone, and whose address's key may still be there. */
  readonly #left = new Set<Id>();

  constructor(
    journal: SqliteDatabase,
    keyFile: SqliteDatabase,
    masters: MasterKeys,
    keys: DataKeys,
    truncate: Truncate,
    onFault: OnFault,
  ) {
    this.#truncate = truncate;
    this.#onFault = onFault;
    this.#keyFile = keyFile;
    this.#masters = masters;
    this.#keys = keys;
    this.#statements = prepare(journal, keyFile);
  }

  /** Wrapping may ask a service, and is awaited: before the transaction. */
  async prepare(addresses: readonly NewAddress[]): Promise<PreparedAddresses> {
    const by = this.#masters.primary;
    const rows = addresses.map(async ({ conversation, address }) => {
      const bytes = randomBytes(32);
      const wrapped = await by.wrap(bytes, addressKeyName(conversation));
      const key = createSecretKey(bytes);
      bytes.fill(0);
      return { conversation, address, key, wrapped };
    });
    return { by, rows: await Promise.all(rows) };
  }

  /** Makes the keys durable, just before their addresses: one without an address harms nothing. */
  writeKeys({ by, rows }: PreparedAddresses): void {
    if (rows.length === 0) return;
    this.#keyFile
      .transaction(() => {
        for (const { conversation, wrapped } of rows)
          this.#statements.putKey.run(conversation, wrapped, by.id);
      })
      .immediate();
  }

  /** Within the batch's own transaction, after its entries. */
  writeAddresses({ rows }: PreparedAddresses): void {
    for (const { conversation, address, key } of rows) {
      const outer = this.#keys.get(conversation);
      if (outer === null) throw new StoreConflict(`${conversation} is not in the store`);
      const inner = seal(key, Buffer.from(address), boundTo(conversation));
      this.#statements.putAddress.run(conversation, seal(outer, inner, boundTo(conversation)));
    }
  }

  /** What an entry does beside the journal, within the batch's own transaction. */
  writeEntry(reference: number, entry: { id: Id; seq: Seq; at: Time; body: EntryBody }): void {
    const { queue, unqueue, dropAddress, putToken } = this.#statements;
    switch (entry.body.kind) {
      case 'email':
        queue.run(reference, entry.id, entry.seq, entry.at, entry.at);
        putToken.run(reference, entry.id, randomBytes(TOKEN_BYTES).toString('hex'));
        break;
      case 'email-outcome':
        unqueue.run(reference);
        break;
      case 'address-destroyed':
        unqueue.run(reference);
        dropAddress.run(reference);
        break;
      default:
    }
  }

  /**
   * After the commit: the keys of the addresses it destroyed. Never throws: the batch is durable, and whoever is told
   * otherwise sends it again. What fails is left to `destroyLeft`, and a kill in between to `sweepKeys`.
   */
  afterCommit(batch: Batch): void {
    const over = batch.appended.filter(({ entries }) =>
      entries.some(({ entry }) => entry.body.kind === 'address-destroyed'),
    );
    if (over.length === 0) return;
    for (const { conversation } of over) this.#left.add(conversation);
    try {
      this.destroyLeft();
    } catch (error) {
      this.#onFault('address-keys-left', error);
    }
  }

  /** The keys that could not be destroyed with their addresses; not where another address was left meanwhile. */
  destroyLeft(): void {
    if (this.#left.size === 0) return;
    this.#destroyKeys([...this.#left].filter((id) => this.#statements.address.get(id) === undefined));
    this.#left.clear();
  }

  #destroyKeys(conversations: readonly Id[]): void {
    this.#keyFile
      .transaction(() => {
        for (const conversation of conversations) this.#statements.dropKey.run(conversation);
      })
      .immediate();
    // The key is in the log too, and the log is what somebody would look at.
    this.#truncate(this.#keyFile);
  }

  /** Keys whose address is gone. Only where no other process writes: at the start of a relay. */
  sweepKeys(): void {
    const kept = new Set(this.#statements.addresses.all());
    const left = this.#statements.keys.all().filter((conversation) => !kept.has(conversation));
    if (left.length > 0) this.#destroyKeys(left);
  }

  async address(conversation: Id): Promise<EmailAddress | null> {
    const row = this.#statements.address.get(conversation);
    return row === undefined ? null : this.#open(row);
  }

  async byAddress(address: EmailAddress): Promise<readonly Id[]> {
    const found: Id[] = [];
    for (const conversation of this.#statements.addresses.all()) {
      const kept = await this.address(conversation);
      if (kept !== null && isSameAddress(kept, address)) found.push(conversation);
    }
    return found;
  }

  /** Null when either key is destroyed. Throws `StoreCorrupt` when the row is not what was written. */
  async #open({ conversation, sealed }: Row): Promise<EmailAddress | null> {
    const wrapped = this.#statements.key.get(conversation);
    await this.#keys.load([conversation]);
    const outer = this.#keys.get(conversation);
    if (wrapped === undefined || outer === null) return null;
    const bytes = await this.#masters
      .of(wrapped.master)
      ?.unwrap(wrapped.wrapped, addressKeyName(conversation));
    const half = unseal(outer, sealed, boundTo(conversation));
    if (bytes === null || bytes === undefined || half === null) throw unreadable(conversation);
    const plain = unseal(createSecretKey(bytes), half, boundTo(conversation));
    bytes.fill(0);
    const address = EmailAddress.safeParse(plain?.toString());
    if (!address.success) throw unreadable(conversation);
    return address.data;
  }

  outgoing(limit: number): readonly OutgoingMail[] {
    return this.#statements.outgoing.all(limit);
  }

  postpone({ conversation, email }: Pick<OutgoingMail, 'conversation' | 'email'>, dueAt: Time): void {
    this.#statements.postpone.run(dueAt, conversation, email);
  }

  returnPath(token: ReturnToken): ReturnPath | null {
    return this.#statements.returnPath.get(token) ?? null;
  }
}

/**
 * RFC 5321, 2.4: only the receiving host may say whether case matters before the @. No host we know of gives two
 * people addresses that differ by it, and a person who asks must not get "nothing" for a capital letter.
 */
function isSameAddress(one: EmailAddress, other: EmailAddress): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

function unreadable(conversation: Id): StoreCorrupt {
  return new StoreCorrupt(`the address of ${conversation} cannot be read`);
}

function prepare(journal: SqliteDatabase, keyFile: SqliteDatabase) {
  return {
    putKey: keyFile.prepare<[Id, Uint8Array, string]>(
      `INSERT INTO address_keys (conversation, wrapped, master) VALUES (?, ?, ?)
       ON CONFLICT (conversation) DO UPDATE SET wrapped = excluded.wrapped, master = excluded.master`,
    ),
    key: keyFile.prepare<[Id], Wrapped>('SELECT wrapped, master FROM address_keys WHERE conversation = ?'),
    keys: keyFile.prepare<[], Id>('SELECT conversation FROM address_keys').pluck(),
    dropKey: keyFile.prepare<[Id]>('DELETE FROM address_keys WHERE conversation = ?'),
    putAddress: journal.prepare<[Id, Uint8Array]>(
      `INSERT INTO deferred_addresses (reference, sealed)
       VALUES ((SELECT reference FROM conversations WHERE conversation = ?), ?)
       ON CONFLICT (reference) DO UPDATE SET sealed = excluded.sealed`,
    ),
    address: journal.prepare<[Id], Row>(
      `SELECT conversation, sealed FROM conversations JOIN deferred_addresses USING (reference)
       WHERE conversation = ?`,
    ),
    addresses: journal
      .prepare<[], Id>('SELECT conversation FROM conversations JOIN deferred_addresses USING (reference)')
      .pluck(),
    dropAddress: journal.prepare<[number]>('DELETE FROM deferred_addresses WHERE reference = ?'),
    queue: journal.prepare<[number, Id, Seq, Time, Time]>(
      `INSERT INTO outgoing_mail (reference, email, seq, queued_at, due_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (reference) DO UPDATE SET email = excluded.email, seq = excluded.seq,
         queued_at = excluded.queued_at, due_at = excluded.due_at, attempts = 0`,
    ),
    unqueue: journal.prepare<[number]>('DELETE FROM outgoing_mail WHERE reference = ?'),
    outgoing: journal.prepare<[number], OutgoingMail>(
      `SELECT conversation, outgoing_mail.email, seq, queued_at AS queuedAt, due_at AS dueAt, attempts, token
       FROM outgoing_mail JOIN conversations USING (reference) LEFT JOIN return_paths USING (reference, email)
       ORDER BY due_at, reference LIMIT ?`,
    ),
    putToken: journal.prepare<[number, Id, ReturnToken]>(
      `INSERT INTO return_paths (reference, email, token) VALUES (?, ?, ?)
       ON CONFLICT (reference) DO UPDATE SET email = excluded.email, token = excluded.token`,
    ),
    returnPath: journal.prepare<[ReturnToken], ReturnPath>(
      'SELECT conversation, email FROM return_paths JOIN conversations USING (reference) WHERE token = ?',
    ),
    // Ids are one conversation's own: another's letter may bear the same.
    postpone: journal.prepare<[Time, Id, Id]>(
      `UPDATE outgoing_mail SET due_at = ?, attempts = attempts + 1
       WHERE reference = (SELECT reference FROM conversations WHERE conversation = ?) AND email = ?`,
    ),
  };
}
