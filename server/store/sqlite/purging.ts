import type { Id, Time } from '../../../protocol/ids.ts';
import type { Cause } from '../receipts.ts';
import type { Cleaned, Condemned, PurgeAct, Purged } from '../store.ts';
import type { DataKeys } from './data-keys.ts';
import type { SqliteDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { ReceiptBook } from './receipt-book.ts';
import type { Truncate } from './truncate.ts';

/** Rows destroyed in one transaction: short enough not to hold up the messages. */
const ROWS_AT_ONCE = 100;
/** Of the time, a long purge leaves three quarters to the messages. */
const REST = 3;
const LONGEST_REST = 100;
const DAY = 24 * 60 * 60_000;
/** Keys looked at in one go. */
const AT_ONCE = 500;

/** In the journal: rows without a key are kept, because the key file was older than the journal. */
export const ORPHANS_KEPT = 'orphans-kept';

/**
 * Destruction, in the order that makes it certain: the wrapped key with its receipt, in one transaction of
 * the key file, which is then folded in; from there on every copy is unreadable. Then the rows, in small
 * transactions; then the write-ahead log. SQLite overwrites what is freed (`secure_delete`).
 */
export class Purging {
  readonly #journal: SqliteDatabase;
  readonly #keyFile: SqliteDatabase;
  readonly #keys: DataKeys;
  readonly #receipts: ReceiptBook;
  readonly #truncate: Truncate;
  readonly #lengthOf;
  readonly #deleteEntries;
  readonly #deleteConversation;

  constructor(
    journal: SqliteDatabase,
    keyFile: SqliteDatabase,
    keys: DataKeys,
    receipts: ReceiptBook,
    truncate: Truncate,
  ) {
    this.#truncate = truncate;
    this.#journal = journal;
    this.#keyFile = keyFile;
    this.#keys = keys;
    this.#receipts = receipts;
    this.#lengthOf = journal
      .prepare<[Id], number>('SELECT last_seq FROM conversations WHERE conversation = ?')
      .pluck();
    this.#deleteEntries = journal.prepare<[Id, number]>(
      `DELETE FROM entries WHERE "row" IN (
         SELECT "row" FROM conversations JOIN entries USING (reference) WHERE conversation = ? LIMIT ?)`,
    );
    this.#deleteConversation = journal.prepare<[Id]>('DELETE FROM conversations WHERE conversation = ?');
  }

  /** Destroys the keys, and leaves a receipt. Short, and never half done. */
  condemn(conversations: readonly Id[], act: PurgeAct): Condemned {
    const destroyed: { conversation: Id; entries: number }[] = [];
    this.#keyFile
      .transaction(() => {
        for (const conversation of conversations) {
          // Without a key it was destroyed before, and has its receipt: but for orphans, whose rows come back.
          if (!this.#keys.destroy(conversation) && act.cause !== 'orphans') continue;
          destroyed.push({ conversation, entries: this.#lengthOf.get(conversation) ?? 0 });
        }
        const { at, cause } = act;
        if (destroyed.length > 0) this.#receipts.write({ at, cause, conversations: destroyed });
      })
      .immediate();
    if (destroyed.length > 0 && act.more !== true) this.#truncate(this.#keyFile);
    return {
      conversations: destroyed.map(({ conversation }) => conversation),
      entries: destroyed.reduce((sum, { entries }) => sum + entries, 0),
    };
  }

  /** Destroys the rows of conversations whose keys are gone. Messages come in between. */
  async destroyRows(
    conversations: readonly Id[],
    { more = false, alone = false }: Pick<PurgeAct, 'more' | 'alone'> = {},
  ): Promise<Purged> {
    const destroyed: Id[] = [];
    const left = [...conversations];
    let entries = 0;
    // Closed in the middle: the next start finds rows without keys, and ends it.
    while (left.length > 0 && this.#journal.open) {
      const started = performance.now();
      entries += this.#destroySome(left, destroyed);
      if (left.length > 0) await rest(alone ? 0 : performance.now() - started);
    }
    if (this.#journal.open && !more) this.#truncate(this.#journal);
    return { conversations: destroyed, entries };
  }

  /** One transaction; takes what it finished off `left`. */
  #destroySome(left: Id[], destroyed: Id[]): number {
    // Nobody waits for these rows to be gone for good, their key is: the next message's commit syncs them too.
    this.#journal.pragma('synchronous = NORMAL');
    try {
      return this.#destroyWithin(left, destroyed);
    } finally {
      this.#journal.pragma('synchronous = FULL');
    }
  }

  #destroyWithin(left: Id[], destroyed: Id[]): number {
    return this.#journal
      .transaction(() => {
        let room = ROWS_AT_ONCE;
        let entries = 0;
        for (let next = left[0]; next !== undefined && room > 0; next = left[0]) {
          const { changes } = this.#deleteEntries.run(next, room);
          room -= changes;
          entries += changes;
          if (room <= 0) break;
          // Its cookies go with it.
          if (this.#deleteConversation.run(next).changes > 0) destroyed.push(next);
          room -= 1;
          left.shift();
        }
        return entries;
      })
      .immediate();
  }

  /**
   * Destroys what should not be there: rows without a key, and keys without rows whose time is over. Rows
   * are kept when the key file is older than the journal, because a newer copy of it may still turn up.
   */
  async clean(at: Time, anyway: boolean): Promise<Cleaned> {
    const keys = this.#keys.all();
    const orphans = this.#journal
      .prepare<[], Id>('SELECT conversation FROM conversations')
      .pluck()
      .all()
      .filter((conversation) => !keys.has(conversation));
    const kept = readMeta(this.#journal, ORPHANS_KEPT) === 'yes';
    if (anyway && kept) writeMeta(this.#journal, ORPHANS_KEPT, 'no');
    if (orphans.length > 0 && (!kept || anyway)) {
      this.condemn(orphans, { at, cause: 'orphans' });
      await this.destroyRows(orphans);
    }
    return { orphans: orphans.length, kept: kept && !anyway, strays: await this.#strays(at) };
  }

  async #strays(at: Time): Promise<number> {
    let count = 0;
    for (;;) {
      const strays = this.#keys
        .due(at, AT_ONCE)
        .filter((conversation) => this.#lengthOf.get(conversation) === undefined);
      if (strays.length === 0) return count;
      count += this.condemn(strays, { at, cause: 'strays' }).conversations.length;
      await rest(0);
    }
  }

  /** A receipt that nothing was due, when the last one is a day old; a log still to be folded in is. */
  attest(at: Time): void {
    const lastAt = this.#receipts.lastAt();
    if (lastAt === null || at - lastAt >= DAY) {
      const none: Cause = 'none';
      this.#receipts.write({ at, cause: none, conversations: [] });
    }
    this.#truncate(this.#keyFile);
    this.#truncate(this.#journal);
  }
}

function rest(worked: number): Promise<void> {
  const milliseconds = Math.min(LONGEST_REST, worked * REST);
  return new Promise((resolve) => {
    if (milliseconds < 1) setImmediate(resolve);
    else setTimeout(resolve, milliseconds);
  });
}
