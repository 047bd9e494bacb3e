import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Id, Time } from '../../../protocol/ids.ts';
import { StoreConflict, StoreCorrupt } from '../errors.ts';
import type { WrappingKey } from '../keys.ts';
import type { SqliteDatabase } from './database.ts';
import type { MasterKeys } from './master-keys.ts';
import { writeMeta } from './meta.ts';

const CACHED_KEYS = 10_000;

export function dataKeyName(conversation: Id): string {
  return `permanence/data-key/1/${conversation}`;
}

/** Keys made and wrapped, not yet written. Void when the master key changed meanwhile. */
export type Prepared = {
  readonly by: WrappingKey;
  readonly keys: readonly {
    readonly conversation: Id;
    readonly purgeAt: Time;
    readonly key: KeyObject;
    readonly wrapped: Uint8Array;
  }[];
};

type Wrapped = { readonly wrapped: Buffer; readonly master: string };

/**
 * One random key a conversation, wrapped by the master key, in a file of its own: a backup of the journal
 * never carries them, and destroying one makes every copy of its journal unreadable.
 *
 * Wrapping and unwrapping may ask a service, and are awaited: `prepare` and `load` first, then `insert` and
 * `get`, which are not, so that a transaction never waits.
 */
export class DataKeys {
  readonly #database: SqliteDatabase;
  readonly #masters: MasterKeys;
  /** Least recently used first. */
  readonly #cache = new Map<Id, KeyObject>();
  readonly #insert;
  readonly #select;
  readonly #delete;
  readonly #deleteOfAddress;
  readonly #setDue;

  constructor(database: SqliteDatabase, masters: MasterKeys) {
    this.#database = database;
    this.#masters = masters;
    this.#insert = database.prepare<[Id, Uint8Array, string, Time]>(
      'INSERT INTO data_keys (conversation, wrapped, master, purge_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#select = database.prepare<[Id], Wrapped>(
      'SELECT wrapped, master FROM data_keys WHERE conversation = ?',
    );
    this.#delete = database.prepare<[Id]>('DELETE FROM data_keys WHERE conversation = ?');
    this.#deleteOfAddress = database.prepare<[Id]>('DELETE FROM address_keys WHERE conversation = ?');
    this.#setDue = database.prepare<[Time, Id]>('UPDATE data_keys SET purge_at = ? WHERE conversation = ?');
  }

  /** Makes a key for each conversation that has none yet. Nothing is written. */
  async prepare(
    conversations: readonly { readonly conversation: Id; readonly purgeAt: Time }[],
  ): Promise<Prepared> {
    const by = this.#masters.primary;
    const without = conversations.filter(({ conversation }) => !this.has(conversation));
    const keys = without.map(async ({ conversation, purgeAt }) => {
      const bytes = randomBytes(32);
      const wrapped = await by.wrap(bytes, dataKeyName(conversation));
      const key = createSecretKey(bytes);
      bytes.fill(0);
      return { conversation, purgeAt, key, wrapped };
    });
    return { by, keys: await Promise.all(keys) };
  }

  /** False when the master key changed since `prepare`: it is to be asked again. */
  isCurrent(prepared: Pick<Prepared, 'by'>): boolean {
    return prepared.by === this.#masters.primary;
  }

  /**
   * Makes prepared keys durable, and notes how far references have gone: a journal that is behind that
   * number comes from a backup.
   */
  insert(prepared: Prepared, nextReference: number): void {
    this.#database
      .transaction(() => {
        for (const { conversation, wrapped, purgeAt } of prepared.keys) {
          if (this.#insert.run(conversation, wrapped, prepared.by.id, purgeAt).changes === 0) {
            throw new StoreConflict(`${conversation} got a key meanwhile`);
          }
        }
        writeMeta(this.#database, 'next-reference', String(nextReference));
      })
      .immediate();
    for (const { conversation, key } of prepared.keys) this.#remember(conversation, key);
  }

  /** Has the keys of these conversations at hand for `get`. */
  async load(conversations: Iterable<Id>): Promise<void> {
    for (const conversation of conversations) {
      if (!this.#cache.has(conversation)) await this.#unwrap(conversation);
    }
  }

  async #unwrap(conversation: Id): Promise<void> {
    const row = this.#select.get(conversation);
    if (row === undefined) return;
    const bytes = await this.#masters.of(row.master)?.unwrap(row.wrapped, dataKeyName(conversation));
    // Destroyed while a service was asked: it must not come back into memory.
    if (!this.has(conversation)) return;
    if (bytes === null || bytes === undefined) {
      throw new StoreCorrupt(`the key of ${conversation} cannot be unwrapped`);
    }
    this.#remember(conversation, createSecretKey(bytes));
    bytes.fill(0);
  }

  /** A conversation's key, once it was loaded; null when it has none (unknown, or purged). */
  get(conversation: Id): KeyObject | null {
    const cached = this.#cache.get(conversation);
    if (cached === undefined) return null;
    this.#cache.delete(conversation);
    this.#cache.set(conversation, cached);
    return cached;
  }

  has(conversation: Id): boolean {
    return this.#select.get(conversation) !== undefined;
  }

  #remember(conversation: Id, key: KeyObject): void {
    this.#cache.set(conversation, key);
    if (this.#cache.size <= CACHED_KEYS) return;
    for (const oldest of this.#cache.keys()) {
      this.#cache.delete(oldest);
      return;
    }
  }

  /** Destroys one key, and its address's, within a transaction of the caller's. False when there was none. */
  destroy(conversation: Id): boolean {
    const destroyed = this.#delete.run(conversation).changes > 0;
    this.#deleteOfAddress.run(conversation);
    this.#cache.delete(conversation);
    return destroyed;
  }

  setDue(conversation: Id, purgeAt: Time): void {
    this.#setDue.run(purgeAt, conversation);
  }

  /** Conversations whose keys are due at `now`. */
  due(now: Time, limit: number): Id[] {
    return this.#database
      .prepare<[Time, number], Id>(
        'SELECT conversation FROM data_keys WHERE purge_at <= ? ORDER BY purge_at LIMIT ?',
      )
      .pluck()
      .all(now, limit);
  }

  all(): Set<Id> {
    return new Set(this.#database.prepare<[], Id>('SELECT conversation FROM data_keys').pluck().all());
  }

  count(): number {
    return this.#database.prepare<[], number>('SELECT count(*) FROM data_keys').pluck().get() ?? 0;
  }
}
