import { createHmac } from 'node:crypto';
import type { AnswerReceipt, AnswerStatement, PublishedKey } from '../../../protocol/answer-receipt.ts';
import type { EmailAddress } from '../../../protocol/deferral.ts';
import type { Cursor, Epoch, Id, Reference, Time } from '../../../protocol/ids.ts';
import { StoreUnavailable } from '../errors.ts';
import type { KeyProvider } from '../keys.ts';
import type { Receipt } from '../receipts.ts';
import type {
  Batch,
  Cleaned,
  Committed,
  Condemned,
  DailyCount,
  Found,
  KeptPhrase,
  OutgoingMail,
  PurgeAct,
  Purged,
  ReturnPath,
  ReturnToken,
  Store,
  StoredConversation,
  Verification,
} from '../store.ts';
import type { Checkpointer } from './checkpointer.ts';
import { ContentUses } from './content-uses.ts';
import { DailyCounters } from './counters.ts';
import type { DataKeys } from './data-keys.ts';
import type { SqliteDatabase } from './database.ts';
import type { Deferred } from './deferred.ts';
import { translateError } from './failures.ts';
import type { MasterKeys } from './master-keys.ts';
import type { Purging } from './purging.ts';
import type { ReceiptBook } from './receipt-book.ts';
import type { ReturnPhrases } from './return-phrases.ts';
import { openEntry } from './sealing.ts';
import { prepareStatements, type Statements, storedConversation } from './statements.ts';
import type { Truncate } from './truncate.ts';
import { verifyJournal } from './verifying.ts';
import { commitBatch, type PreparedKeys } from './writing.ts';

/** What is asked of this store beyond the contract: by composition and by the command line. */
export interface SqliteStore extends Store {
  /** The journal's database, for the accounts that live in it. Closed with the store. */
  readonly database: SqliteDatabase;
  /** The conversation that people call `C-4821`. */
  byReference(reference: Reference): Promise<Id | null>;
  /** HMAC-SHA-256 of a text under a conversation's own key: nobody can test it once that is destroyed. Null then. */
  fingerprint(conversation: Id, text: string): Promise<string | null>;
  /** The master key's id, and how many keys another one still wraps. */
  masterKey(): { readonly id: string; readonly pending: boolean; readonly left: number };
  /**
   * Wraps every key anew, by `to` or, without it, by the store's own master key: what a rotation that was
   * begun left. Messages come in between. Answers how many keys were wrapped anew. A kill in the middle
   * loses nothing: with both keys it goes on.
   */
  rotateMaster(to?: KeyProvider): Promise<number>;
  /** The receipts of destruction from `since` on, in order. */
  receipts(since: Time): Iterable<Receipt>;
  /** The public keys that verify them and the receipts of answers, retired ones too, the latest last. */
  publicKeys(): readonly PublishedKey[];
  /** Signs what somebody's copy of their conversation says; nothing of it is kept. */
  signAnswer(statement: AnswerStatement): AnswerReceipt;
  /** Signs with a new key from now on, and destroys the private part of the one before. Answers its id. */
  rotateSigningKey(at: Time): Promise<string>;
}

export type SqliteParts = {
  readonly journal: SqliteDatabase;
  readonly keyFile: SqliteDatabase;
  readonly masters: MasterKeys;
  readonly keys: DataKeys;
  readonly receipts: ReceiptBook;
  readonly purging: Purging;
  readonly deferred: Deferred;
  readonly checkpointer: Checkpointer | null;
  readonly empty: Truncate;
  readonly phrases: ReturnPhrases;
  readonly epoch: Epoch;
};

const PROBE_BYTES = 256 * 1024;

export class Sqlite implements SqliteStore {
  readonly database: SqliteDatabase;
  readonly epoch: Epoch;
  readonly #parts: SqliteParts;
  readonly #keys: DataKeys;
  readonly #statements: Statements;
  readonly #counters: DailyCounters;
  readonly #uses: ContentUses;

  constructor(parts: SqliteParts) {
    this.database = parts.journal;
    this.epoch = parts.epoch;
    this.#parts = parts;
    this.#keys = parts.keys;
    this.#statements = prepareStatements(parts.journal);
    this.#counters = new DailyCounters(parts.journal);
    this.#uses = new ContentUses(parts.journal);
  }

  /** SQLite answers at once; what may be awaited is a key service. */
  async #run<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    if (!this.database.open) throw new StoreUnavailable('the store is closed');
    try {
      return await work();
    } catch (error) {
      throw translateError(error);
    }
  }

  fingerprint(conversation: Id, text: string): Promise<string | null> {
    return this.#run(async () => {
      await this.#keys.load([conversation]);
      const key = this.#keys.get(conversation);
      return key === null ? null : createHmac('sha256', key).update(`fingerprint/1\n${text}`).digest('hex');
    });
  }

  commit(batch: Batch): Promise<Committed> {
    return this.#run(async () => {
      const opened = new Set(batch.opened.map(({ conversation }) => conversation));
      await this.#keys.load(
        batch.appended.map(({ conversation }) => conversation).filter((id) => !opened.has(id)),
      );
      const { prepared, addresses } = await this.#prepare(batch);
      // Nothing is awaited from here on.
      return commitBatch({
        database: this.database,
        statements: this.#statements,
        keys: this.#keys,
        counters: this.#counters,
        uses: this.#uses,
        deferred: this.#parts.deferred,
        phrases: this.#parts.phrases,
        batch,
        prepared,
        addresses,
      });
    });
  }

  /** The keys that the batch needs, made and wrapped; again when the master key changes meanwhile. */
  async #prepare(batch: Batch): Promise<PreparedKeys> {
    const { deferred } = this.#parts;
    for (;;) {
      const prepared = batch.opened.length === 0 ? null : await this.#keys.prepare(batch.opened);
      const addresses = batch.addresses.length === 0 ? null : await deferred.prepare(batch.addresses);
      // Keys left by a commit that failed.
      await this.#keys.load(batch.opened.map(({ conversation }) => conversation));
      const current = [prepared, addresses].every((each) => each === null || this.#keys.isCurrent(each));
      if (current) return { prepared, addresses };
    }
  }

  find(ids: readonly Id[]): Promise<readonly Found[]> {
    return this.#run(async () => {
      const rows = this.#statements.byIds.all(JSON.stringify(ids));
      await this.#keys.load(new Set(rows.map(({ conversation }) => conversation)));
      const found: Found[] = [];
      for (const row of rows) {
        const key = this.#keys.get(row.conversation);
        if (key !== null) found.push(openEntry(key, row));
      }
      return found;
    });
  }

  entries(conversation: Id, after: Cursor, through: Cursor, limit: number) {
    return this.#run(async () => {
      await this.#keys.load([conversation]);
      const key = this.#keys.get(conversation);
      if (key === null) return [];
      return this.#statements.range
        .all(conversation, after, through, limit)
        .map((row) => openEntry(key, row).entry);
    });
  }

  conversation(conversation: Id): Promise<StoredConversation | null> {
    return this.#run(() => {
      const row = this.#statements.conversation.get(conversation);
      return row === undefined ? null : storedConversation(row);
    });
  }

  recent(closedSince: Time): Promise<readonly StoredConversation[]> {
    return this.#run(() => this.#statements.recent.all(closedSince).map(storedConversation));
  }

  bySession(digest: string): Promise<Id | null> {
    return this.#run(() => this.#statements.bySession.get(digest) ?? null);
  }

  byReference(reference: Reference): Promise<Id | null> {
    return this.#run(() => this.#statements.byReference.get(Number(reference.slice('C-'.length))) ?? null);
  }

  address(conversation: Id): Promise<EmailAddress | null> {
    return this.#run(() => this.#parts.deferred.address(conversation));
  }

  byAddress(address: EmailAddress): Promise<readonly Id[]> {
    return this.#run(() => this.#parts.deferred.byAddress(address));
  }

  phrase(conversation: Id): Promise<KeptPhrase | null> {
    return this.#run(() => this.#parts.phrases.get(conversation));
  }

  phraseFailed(conversation: Id): Promise<void> {
    return this.#run(() => this.#parts.phrases.failed(conversation));
  }

  outgoing(limit: number) {
    return this.#run(() => this.#parts.deferred.outgoing(limit));
  }

  postpone(mail: Pick<OutgoingMail, 'conversation' | 'email'>, dueAt: Time): Promise<void> {
    return this.#run(() => this.#parts.deferred.postpone(mail, dueAt));
  }

  returnPath(token: ReturnToken): Promise<ReturnPath | null> {
    return this.#run(() => this.#parts.deferred.returnPath(token));
  }

  verifyJournal(conversation: Id): Promise<Verification> {
    return this.#run(async () => {
      await this.#keys.load([conversation]);
      return verifyJournal(this.#statements, this.#keys, conversation);
    });
  }

  expired(now: Time, limit: number): Promise<readonly Id[]> {
    return this.#run(() => this.#statements.expired.all(now, limit));
  }

  condemn(conversations: readonly Id[], act: PurgeAct): Promise<Condemned> {
    return this.#run(() => this.#parts.purging.condemn(conversations, act));
  }

  purge(
    conversations: readonly Id[],
    act: PurgeAct = { at: Date.now(), cause: 'retention' },
  ): Promise<Purged> {
    return this.#run(() => {
      this.#parts.purging.condemn(conversations, act);
      return this.#parts.purging.destroyRows(conversations, act);
    });
  }

  clean(at: Time, anyway = false): Promise<Cleaned> {
    return this.#run(() => {
      this.#parts.deferred.sweepKeys();
      return this.#parts.purging.clean(at, anyway);
    });
  }

  attest(at: Time): Promise<void> {
    return this.#run(() => {
      this.#parts.deferred.destroyLeft();
      this.#parts.purging.attest(at);
    });
  }

  count(counts: ReadonlyMap<string, number>, at: Time): Promise<void> {
    return this.#run(() => this.database.transaction(() => this.#counters.add(counts, at)).immediate());
  }

  dailyCounts(): Promise<readonly DailyCount[]> {
    return this.#run(() => this.#counters.all());
  }

  tighten(purgeTime: (openedAt: Time) => Time): Promise<number> {
    return this.#run(() => {
      const brought: { conversation: Id; due: Time }[] = [];
      for (const row of this.#statements.due.all()) {
        const due = purgeTime(row.opened_at);
        if (due < row.purge_at) brought.push({ conversation: row.conversation, due });
      }
      // The key's own time first: it is the one that counts.
      this.#parts.keyFile
        .transaction(() => {
          for (const { conversation, due } of brought) this.#keys.setDue(conversation, due);
        })
        .immediate();
      this.database
        .transaction(() => {
          for (const { conversation, due } of brought) this.#statements.setDue.run(due, conversation);
        })
        .immediate();
      return brought.length;
    });
  }

  probe(): Promise<void> {
    return this.#run(() => {
      // More than one page, so that a disk with no room for a message does not pass for a healthy one.
      this.#statements.fillProbe.run(PROBE_BYTES);
      this.#statements.emptyProbe.run();
    });
  }

  masterKey() {
    const { masters } = this.#parts;
    return { id: masters.primary.id, pending: masters.pending, left: masters.left() };
  }

  rotateMaster(to?: KeyProvider): Promise<number> {
    return this.#run(async () => this.#parts.masters.rotate(this.#parts.empty, await to?.open()));
  }

  receipts(since: Time): Iterable<Receipt> {
    return this.#parts.receipts.read(since);
  }

  publicKeys() {
    return this.#parts.receipts.publicKeys();
  }

  signAnswer(statement: AnswerStatement): AnswerReceipt {
    return this.#parts.receipts.signAnswer(statement);
  }

  rotateSigningKey(at: Time): Promise<string> {
    return this.#run(() => this.#parts.receipts.rotate(this.#parts.masters, at));
  }

  async close(): Promise<void> {
    await this.#parts.masters.stop();
    await this.#parts.checkpointer?.close();
    this.database.close();
    this.#parts.keyFile.close();
  }
}
