/**
 * What the relay asks of durable storage, in its own words. Everything is asynchronous, so that a server
 * database fits behind the same lines; one contract suite (contract.ts) runs against every store.
 */
import type { ContentKind } from '../../protocol/content-editing.ts';
import type { EmailAddress } from '../../protocol/deferral.ts';
import type { Disposition, Entry } from '../../protocol/entry.ts';
import type { Cursor, Epoch, Id, Reference, Seq, Time } from '../../protocol/ids.ts';
import type { Cause } from './receipts.ts';

/** A conversation's row: what is known of it without opening its journal. */
export type StoredConversation = {
  readonly conversation: Id;
  readonly reference: Reference;
  readonly openedAt: Time;
  /** When it must be destroyed at the latest. */
  readonly purgeAt: Time;
  readonly closedAt: Time | null;
  readonly lastSeq: Seq;
  readonly officerRead: Cursor;
  readonly citizenRead: Cursor;
};

export type NewConversation = {
  readonly conversation: Id;
  readonly openedAt: Time;
  readonly purgeAt: Time;
};

/**
 * An entry and the digest of the request that made it; null for what the relay did by itself. The digest is
 * stored inside the ciphertext: a bare digest of a short text would tell the text to whoever guesses.
 */
export type NewEntry = { readonly entry: Entry; readonly request: string | null };

export type Append = {
  readonly conversation: Id;
  /** The journal's length before these entries; another length on disk is a `StoreConflict`. */
  readonly after: Cursor;
  readonly entries: readonly NewEntry[];
};

/** How far each side has read; a side left out stays as it is. Marks never go back. */
export type ReadMark = {
  readonly conversation: Id;
  readonly officerRead?: Cursor;
  readonly citizenRead?: Cursor;
};

/** `digest` is `sessionDigest(token)`: the cookie's value itself is never stored. */
export type NewSession = { readonly digest: string; readonly conversation: Id; readonly at: Time };

/** An address left for a deferred answer. Sealed in a row of its own, under a key of its own as well. */
export type NewAddress = { readonly conversation: Id; readonly address: EmailAddress };

/** The hash (a PHC string) of the phrase that a citizen chose to come back by. Sealed; it goes with the conversation. */
export type NewPhrase = { readonly conversation: Id; readonly hash: string };

/** The hash, and how often somebody was wrong since it was chosen or last used. */
export type KeptPhrase = { readonly hash: string; readonly failures: number };

/** An answer that waits for a mail server: its text is the entry that bears the id. */
export type OutgoingMail = {
  readonly conversation: Id;
  readonly email: Id;
  readonly seq: Seq;
  readonly queuedAt: Time;
  /** When to try (again). */
  readonly dueAt: Time;
  readonly attempts: number;
  /** Null in what was queued before there were any. */
  readonly token: ReturnToken | null;
};

/**
 * Names one answer in the return path of its letter: 128 random bits in hexadecimal, made with the entry. Says nothing
 * of anybody, and goes with the conversation.
 */
export type ReturnToken = string;

/** The answer that a token names. */
export type ReturnPath = { readonly conversation: Id; readonly email: Id };

/** A platform or a shared response was sent: counted by month of Paris, without any identity. */
export type ContentUsed = { readonly kind: ContentKind; readonly id: string; readonly at: Time };

/** A closing that no longer is one, because the conversation is open again: it was counted, and counts no more. */
export type TakenBack = { readonly closedAt: Time; readonly disposition: Disposition };

/**
 * One durable transaction: all of it or none of it. A `closure` among the entries closes the conversation, an
 * `email` is queued and given a token, an `email-outcome` takes it out of the queue, an `address-destroyed` destroys the
 * address. An `email-outcome` of `returned` opens the conversation again.
 */
export type Batch = {
  readonly opened: readonly NewConversation[];
  readonly appended: readonly Append[];
  readonly reads: readonly ReadMark[];
  readonly sessions: readonly NewSession[];
  /** Conversations whose cookies open nothing any more. Applied before `sessions`. */
  readonly revoked: readonly Id[];
  readonly addresses: readonly NewAddress[];
  readonly uses: readonly ContentUsed[];
  readonly phrases: readonly NewPhrase[];
  readonly takenBack: readonly TakenBack[];
};

export const EMPTY_BATCH: Batch = {
  opened: [],
  appended: [],
  reads: [],
  sessions: [],
  revoked: [],
  addresses: [],
  uses: [],
  phrases: [],
  takenBack: [],
};

export type Committed = { readonly references: ReadonlyMap<Id, Reference> };

/** What an id already names, to tell a resend (rule D1) from a reuse (rule D2). */
export type Found = { readonly entry: Entry; readonly request: string | null };

export type Verification =
  /** `head`: the chain's last hash, in hexadecimal. */
  | { readonly kind: 'intact'; readonly entries: number; readonly head: string }
  | {
      readonly kind: 'broken';
      readonly seq: number;
      readonly why: 'gap' | 'hash' | 'unreadable' | 'end';
    }
  | { readonly kind: 'unknown' };

/** When and why something is destroyed: what its receipt says. */
export type PurgeAct = {
  readonly at: Time;
  readonly cause: Cause;
  /** More follows: the logs are folded in once, by `attest`, and not at each step. */
  readonly more?: boolean;
  /** Nobody is served yet: without the pauses that leave time to the messages. */
  readonly alone?: boolean;
};

/** Whose keys were destroyed, and how many entries nobody can read any more. */
export type Condemned = { readonly conversations: readonly Id[]; readonly entries: number };

/** What a purge destroyed: rows. */
export type Purged = { readonly conversations: readonly Id[]; readonly entries: number };

/**
 * What was there and should not have been: conversations without a key, which `kept` says were left alone,
 * and keys without a conversation.
 */
export type Cleaned = { readonly orphans: number; readonly kept: boolean; readonly strays: number };

/** How many of `name` on `day` (Paris, YYYY-MM-DD). */
export type DailyCount = { readonly day: string; readonly name: string; readonly count: number };

/**
 * Errors: every method may reject with `StoreUnavailable` or `StoreCorrupt` (errors.ts); `commit` and
 * `probe` also with `StoreFull`; `commit` with `StoreConflict`. After any of them nothing was half-written.
 */
export interface Store {
  /** Names this life of the store; another one voids every cursor (rule R2). */
  readonly epoch: Epoch;
  /** Resolves once everything is durable, and only then. */
  commit(batch: Batch): Promise<Committed>;
  /** Every entry that bears one of these ids, in whichever conversation. */
  find(ids: readonly Id[]): Promise<readonly Found[]>;
  /** Entries with `after` < seq ≤ `through`, in order, at most `limit`. Empty for an unknown conversation. */
  entries(conversation: Id, after: Cursor, through: Cursor, limit: number): Promise<readonly Entry[]>;
  conversation(conversation: Id): Promise<StoredConversation | null>;
  /** Every open conversation, and those closed at `closedSince` or later. */
  recent(closedSince: Time): Promise<readonly StoredConversation[]>;
  bySession(digest: string): Promise<Id | null>;
  /** The address left for a deferred answer; null when there is none, or none any more. */
  address(conversation: Id): Promise<EmailAddress | null>;
  /**
   * The conversations for whose answer this address was left and is still kept. There is no index to look in: every
   * address that is kept is opened, so it is for a person's request, not for traffic.
   */
  byAddress(address: EmailAddress): Promise<readonly Id[]>;
  /** What there is to compare a phrase with; null when none was chosen. */
  phrase(conversation: Id): Promise<KeptPhrase | null>;
  /** Somebody was wrong. A `return` among the entries of a batch sets the count to nothing again. */
  phraseFailed(conversation: Id): Promise<void>;
  /** Answers that wait for a mail server, the first due first. */
  outgoing(limit: number): Promise<readonly OutgoingMail[]>;
  /** Tried in vain: when to try again. */
  postpone(mail: Pick<OutgoingMail, 'conversation' | 'email'>, dueAt: Time): Promise<void>;
  /** The answer whose letter bears this token; null when there is none, or a later answer took its place. */
  returnPath(token: ReturnToken): Promise<ReturnPath | null>;
  /** Checks the hash chain and every ciphertext of one journal. */
  verifyJournal(conversation: Id): Promise<Verification>;
  /** Conversations whose time is over at `now`, oldest first. */
  expired(now: Time, limit: number): Promise<readonly Id[]>;
  /**
   * Destroys the keys, durably, with a signed receipt: short, to be done while nothing is written. The rows
   * are left to `purge`. Names those that had a key.
   */
  condemn(conversations: readonly Id[], act: PurgeAct): Promise<Condemned>;
  /**
   * Destroys: the key first, then the rows, in small steps between which messages are written. Asking again
   * for what is gone is no error. Without `act`: because its time is over, now.
   */
  purge(conversations: readonly Id[], act?: PurgeAct): Promise<Purged>;
  /**
   * Destroys rows without a key, and keys without rows whose time is over at `at`: what restorations and
   * kills leave. Rows are kept when the key file is older than the journal, unless `anyway`.
   */
  clean(at: Time, anyway?: boolean): Promise<Cleaned>;
  /**
   * Ends a purge run: what could not be destroyed with its address is, a day without a receipt gets an empty one, and
   * no log keeps what was destroyed.
   */
  attest(at: Time): Promise<void>;
  /** Adds to the day's counts what is no entry of a journal: names alone, no id. */
  count(counts: ReadonlyMap<string, number>, at: Time): Promise<void>;
  /** What outlives every purge, oldest day first. */
  dailyCounts(): Promise<readonly DailyCount[]>;
  /** Brings forward what a shorter retention makes due earlier; never puts anything off. Answers how many. */
  tighten(purgeTime: (openedAt: Time) => Time): Promise<number>;
  /** A small durable write, to learn whether writing works again. */
  probe(): Promise<void>;
  close(): Promise<void>;
}
