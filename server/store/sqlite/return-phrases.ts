import type { Entry } from '../../../protocol/entry.ts';
import type { Id } from '../../../protocol/ids.ts';
import { StoreConflict, StoreCorrupt } from '../errors.ts';
import { seal, unseal } from '../seal.ts';
import type { KeptPhrase, NewPhrase } from '../store.ts';
import type { DataKeys } from './data-keys.ts';
import type { SqliteDatabase } from './database.ts';

function boundTo(conversation: Id): string {
  return `permanence/return-phrase/1/${conversation}`;
}

type Row = { readonly sealed: Buffer; readonly failures: number };

/**
 * The hashes of the phrases by which citizens come back, each sealed under its conversation's key: a stolen file
 * gives nothing to guess at, and a purged conversation leaves none.
 */
export class ReturnPhrases {
  readonly #keys: DataKeys;
  readonly #statements;

  constructor(journal: SqliteDatabase, keys: DataKeys) {
    this.#keys = keys;
    this.#statements = {
      put: journal.prepare<[Id, Uint8Array]>(
        `INSERT INTO return_phrases (reference, sealed)
         VALUES ((SELECT reference FROM conversations WHERE conversation = ?), ?)
         ON CONFLICT (reference) DO UPDATE SET sealed = excluded.sealed, failures = 0`,
      ),
      get: journal.prepare<[Id], Row>(
        'SELECT sealed, failures FROM conversations JOIN return_phrases USING (reference) WHERE conversation = ?',
      ),
      failed: journal.prepare<[Id]>(
        `UPDATE return_phrases SET failures = failures + 1
         WHERE reference = (SELECT reference FROM conversations WHERE conversation = ?)`,
      ),
      served: journal.prepare<[number]>('UPDATE return_phrases SET failures = 0 WHERE reference = ?'),
    };
  }

  /** Within the batch's own transaction, after its entries: the keys are loaded by then. */
  write(phrases: readonly NewPhrase[]): void {
    for (const { conversation, hash } of phrases) {
      const key = this.#keys.get(conversation);
      if (key === null) throw new StoreConflict(`${conversation} is not in the store`);
      this.#statements.put.run(conversation, seal(key, Buffer.from(hash), boundTo(conversation)));
    }
  }

  /** What an entry does beside the journal, within the batch's own transaction. */
  writeEntry(reference: number, { body }: Pick<Entry, 'body'>): void {
    if (body.kind === 'return') this.#statements.served.run(reference);
  }

  /** Throws `StoreCorrupt` when the row is not what was written. */
  async get(conversation: Id): Promise<KeptPhrase | null> {
    const row = this.#statements.get.get(conversation);
    if (row === undefined) return null;
    await this.#keys.load([conversation]);
    const key = this.#keys.get(conversation);
    if (key === null) return null;
    const hash = unseal(key, row.sealed, boundTo(conversation));
    if (hash === null) throw new StoreCorrupt(`the phrase of ${conversation} cannot be read`);
    return { hash: hash.toString(), failures: row.failures };
  }

  failed(conversation: Id): void {
    this.#statements.failed.run(conversation);
  }
}
