import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Id } from '../../../protocol/ids.ts';
import { StoreCorrupt, WrongMasterKey } from '../errors.ts';
import { MASTER_KEY_BYTES } from '../keys.ts';
import type { SqliteDatabase } from './database.ts';
import { seal, unseal } from './sealing.ts';

const CHECK = 'permanence/master-key/1';
const CACHED_KEYS = 10_000;

function boundTo(conversation: Id): string {
  return `permanence/data-key/1/${conversation}`;
}

/**
 * One random key a conversation, wrapped by the master key, in a file of its own: a backup of the journal
 * never carries them, and destroying one makes every copy of its journal unreadable.
 */
export class DataKeys {
  readonly #database: SqliteDatabase;
  readonly #master: KeyObject;
  /** Least recently used first. */
  readonly #cache = new Map<Id, KeyObject>();
  readonly #insert;
  readonly #select;
  readonly #delete;

  /** Throws `WrongMasterKey` when these keys were wrapped by another one. */
  constructor(database: SqliteDatabase, master: Uint8Array) {
    if (master.length !== MASTER_KEY_BYTES) throw new WrongMasterKey('a master key has 32 bytes');
    this.#database = database;
    this.#master = createSecretKey(master);
    this.#insert = database.prepare<[Id, Buffer]>(
      'INSERT INTO data_keys (conversation, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    this.#select = database
      .prepare<[Id], Buffer>('SELECT wrapped FROM data_keys WHERE conversation = ?')
      .pluck();
    this.#delete = database.prepare<[Id]>('DELETE FROM data_keys WHERE conversation = ?');
    this.#check();
  }

  #check(): void {
    const value = readMeta(this.#database, 'check');
    if (value === null) {
      writeMeta(this.#database, 'check', seal(this.#master, Buffer.from(CHECK), CHECK).toString('hex'));
    } else if (unseal(this.#master, Buffer.from(value, 'hex'), CHECK)?.toString() !== CHECK) {
      throw new WrongMasterKey('the master key is not the one that wrapped the keys of this store');
    }
  }

  /**
   * Makes a durable key for each conversation that has none yet, and notes how far references have gone: a
   * journal that is behind that number comes from a backup.
   */
  create(conversations: readonly Id[], nextReference: number): void {
    this.#database
      .transaction(() => {
        for (const conversation of conversations) {
          this.#insert.run(conversation, seal(this.#master, randomBytes(32), boundTo(conversation)));
        }
        writeMeta(this.#database, 'next-reference', String(nextReference));
      })
      .immediate();
  }

  /** A conversation's key; null when it has none (unknown, or purged). */
  get(conversation: Id): KeyObject | null {
    const cached = this.#cache.get(conversation);
    if (cached !== undefined) {
      this.#cache.delete(conversation);
      this.#cache.set(conversation, cached);
      return cached;
    }
    const wrapped = this.#select.get(conversation);
    if (wrapped === undefined) return null;
    const bytes = unseal(this.#master, wrapped, boundTo(conversation));
    if (bytes === null) throw new StoreCorrupt(`the key of ${conversation} cannot be unwrapped`);
    const key = createSecretKey(bytes);
    bytes.fill(0);
    this.#remember(conversation, key);
    return key;
  }

  #remember(conversation: Id, key: KeyObject): void {
    this.#cache.set(conversation, key);
    if (this.#cache.size <= CACHED_KEYS) return;
    for (const oldest of this.#cache.keys()) {
      this.#cache.delete(oldest);
      return;
    }
  }

  /** Destroys keys, on disk and in memory, and leaves no trace of them in the write-ahead log. */
  destroy(conversations: readonly Id[]): void {
    this.#database
      .transaction(() => {
        for (const conversation of conversations) this.#delete.run(conversation);
      })
      .immediate();
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
    for (const conversation of conversations) this.#cache.delete(conversation);
  }

  count(): number {
    return this.#database.prepare<[], number>('SELECT count(*) FROM data_keys').pluck().get() ?? 0;
  }
}

export function readMeta(database: SqliteDatabase, name: string): string | null {
  return (
    database.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name) ?? null
  );
}

export function writeMeta(database: SqliteDatabase, name: string, value: string): void {
  database
    .prepare(
      'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, value);
}
