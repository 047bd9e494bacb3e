import { StoreCorrupt, StoreUnavailable, WrongMasterKey } from '../errors.ts';
import type { WrappingKey } from '../keys.ts';
import type { SqliteDatabase } from './database.ts';
import { addressKeyName } from './key-names.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Truncate } from './truncate.ts';

const CHECK = 'permanence/master-key/1';
/** Keys wrapped anew in one transaction: short enough not to hold up the messages. */
const REWRAPPED_AT_ONCE = 100;

type Table = {
  readonly rest: string;
  readonly update: string;
  readonly nameOf: (id: string) => string;
};

/** What a master key wraps: the conversations' keys, their addresses', and the key that signs receipts. */
const TABLES: readonly Table[] = [
  {
    rest: `SELECT conversation AS id, wrapped, master FROM data_keys
      WHERE master <> ? AND conversation > ? ORDER BY conversation LIMIT ?`,
    update: 'UPDATE data_keys SET wrapped = ?, master = ? WHERE conversation = ? AND master = ?',
    nameOf: (id) => `permanence/data-key/1/${id}`,
  },
  {
    rest: `SELECT conversation AS id, wrapped, master FROM address_keys
      WHERE master <> ? AND conversation > ? ORDER BY conversation LIMIT ?`,
    update: 'UPDATE address_keys SET wrapped = ?, master = ? WHERE conversation = ? AND master = ?',
    nameOf: addressKeyName,
  },
  {
    rest: `SELECT id, wrapped, master FROM signing_keys
      WHERE master <> ? AND id > ? AND retired_at IS NULL ORDER BY id LIMIT ?`,
    update: 'UPDATE signing_keys SET wrapped = ?, master = ? WHERE id = ? AND master = ?',
    nameOf: signingKeyName,
  },
];

export function signingKeyName(id: string): string {
  return `permanence/signing-key/1/${id}`;
}

type Row = { readonly id: string; readonly wrapped: Buffer; readonly master: string };

/**
 * The master keys at work: one, or two during a rotation. Every wrapped key names the one that wrapped it,
 * so a rotation may be killed anywhere and go on later; the check value changes last.
 */
export class MasterKeys {
  readonly #database: SqliteDatabase;
  readonly #known = new Map<string, WrappingKey>();
  #primary: WrappingKey;
  #rotation: Promise<number> | null = null;
  #stopped = false;

  private constructor(database: SqliteDatabase, primary: WrappingKey, previous: WrappingKey | null) {
    this.#database = database;
    this.#primary = primary;
    for (const key of [primary, previous]) if (key !== null) this.#known.set(key.id, key);
  }

  /**
   * `current` wraps from now on; `previous` may still be needed to unwrap. Throws `WrongMasterKey` when
   * they are not the keys of this store, or a rotation to yet another key was begun.
   */
  static async open(
    database: SqliteDatabase,
    current: WrappingKey,
    previous: WrappingKey | null,
  ): Promise<MasterKeys> {
    const check = readMeta(database, 'check');
    if (check === null) {
      await writeCheck(database, current);
      return new MasterKeys(database, current, null);
    }
    const owner = await ownerOf(check, [current, previous]);
    if (owner === null) {
      const named = readMeta(database, 'check-master');
      throw new WrongMasterKey(
        `the master key ${current.id} is not the one that wrapped the keys of this store${named === null ? '' : ` (${named})`}; after a rotation set masterKeyFile to the new key, and during one masterKeyPreviousFile to the old one`,
      );
    }
    // Stores of before key ids were written.
    database.prepare("UPDATE data_keys SET master = ? WHERE master = ''").run(owner.id);
    const masters = new MasterKeys(database, current, previous);
    masters.#refuseStrangers();
    return masters;
  }

  #refuseStrangers(): void {
    const known = JSON.stringify([...this.#known.keys()]);
    const strangers = this.#database
      .prepare<[string], { master: string; count: number }>(
        `SELECT master, count(*) AS count FROM (
           SELECT master FROM data_keys UNION ALL SELECT master FROM address_keys
           UNION ALL SELECT master FROM signing_keys WHERE retired_at IS NULL)
         WHERE master NOT IN (SELECT value FROM json_each(?)) GROUP BY master`,
      )
      .all(known);
    const first = strangers[0];
    if (first === undefined) return;
    throw new WrongMasterKey(
      `a rotation to the master key ${first.master} was begun: ${first.count} keys are wrapped by it already. Set masterKeyFile to that key and masterKeyPreviousFile to the present one; the relay finishes the rotation by itself`,
    );
  }

  /** The key that wraps new keys. */
  get primary(): WrappingKey {
    return this.#primary;
  }

  of(id: string): WrappingKey | undefined {
    return this.#known.get(id);
  }

  /** True while something is still wrapped, or checked, by another key than the primary. */
  get pending(): boolean {
    return readMeta(this.#database, 'check-master') !== this.#primary.id || this.left() > 0;
  }

  /** Keys still wrapped by another key than the primary. */
  left(): number {
    const { id } = this.#primary;
    const count = this.#database.prepare<[string, string, string], number>(
      `SELECT (SELECT count(*) FROM data_keys WHERE master <> ?)
        + (SELECT count(*) FROM address_keys WHERE master <> ?)
        + (SELECT count(*) FROM signing_keys WHERE master <> ? AND retired_at IS NULL)`,
    );
    return count.pluck().get(id, id, id) ?? 0;
  }

  /** Rotates to `to`, or finishes what was begun; `empty` then empties the log. Answers how many keys were wrapped anew. */
  rotate(empty: Truncate, to: WrappingKey = this.#primary): Promise<number> {
    if (this.#rotation !== null) {
      return to.id === this.#primary.id
        ? this.#rotation
        : Promise.reject(new StoreUnavailable('another rotation is under way: ask again when it is over'));
    }
    this.#known.set(to.id, to);
    this.#primary = to;
    this.#rotation = this.#rewrap(to, empty).finally(() => {
      this.#rotation = null;
    });
    return this.#rotation;
  }

  /** Stops a rotation after the batch at hand, and waits for it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#rotation?.catch(() => undefined);
  }

  async #rewrap(to: WrappingKey, empty: Truncate): Promise<number> {
    let done = 0;
    while (this.left() > 0 && !this.#stopped) {
      for (const table of TABLES) done += await this.#rewrapTable(table, to);
    }
    if (this.#stopped) throw new StoreUnavailable('the rotation goes on at the next start');
    await writeCheck(this.#database, to);
    this.#known.clear();
    this.#known.set(to.id, to);
    // What the old key wrapped is in the write-ahead log until then.
    empty(this.#database);
    return done;
  }

  async #rewrapTable(table: Table, to: WrappingKey): Promise<number> {
    const rest = this.#database.prepare<[string, string, number], Row>(table.rest);
    const update = this.#database.prepare<[Uint8Array, string, string, string]>(table.update);
    let done = 0;
    let after = '';
    while (!this.#stopped) {
      const rows = rest.all(to.id, after, REWRAPPED_AT_ONCE);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.id;
      const again = await Promise.all(rows.map((row) => this.#wrapAgain(row, table.nameOf(row.id), to)));
      this.#database
        .transaction(() => {
          for (const [index, row] of rows.entries()) {
            const wrapped = again[index];
            // A key that was destroyed meanwhile stays destroyed: the update finds nothing.
            if (wrapped !== undefined) done += update.run(wrapped, to.id, row.id, row.master).changes;
          }
        })
        .immediate();
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    return done;
  }

  async #wrapAgain(row: Row, name: string, to: WrappingKey): Promise<Uint8Array> {
    const bytes = await this.#known.get(row.master)?.unwrap(row.wrapped, name);
    if (bytes === null || bytes === undefined) throw new StoreCorrupt(`${name} cannot be unwrapped`);
    const wrapped = await to.wrap(bytes, name);
    bytes.fill(0);
    return wrapped;
  }
}

async function writeCheck(database: SqliteDatabase, key: WrappingKey): Promise<void> {
  const check = Buffer.from(await key.wrap(Buffer.from(CHECK), CHECK)).toString('hex');
  database
    .transaction(() => {
      writeMeta(database, 'check', check);
      writeMeta(database, 'check-master', key.id);
    })
    .immediate();
}

async function ownerOf(check: string, keys: readonly (WrappingKey | null)[]): Promise<WrappingKey | null> {
  for (const key of keys) {
    if (key === null) continue;
    const plain = await key.unwrap(Buffer.from(check, 'hex'), CHECK);
    if (plain?.toString() === CHECK) return key;
  }
  return null;
}
