import * as z from 'zod/mini';
import { CacheQuery, Facets, CacheAnswer as Found } from '../../protocol/cache-search.ts';
import { CannedResponse } from '../../protocol/canned.ts';
import { MOST_PERSONAL } from '../../protocol/content-editing.ts';
import { Content } from '../../protocol/desk-channel.ts';
import { Entry } from '../../protocol/entry.ts';
import { RefusalCode } from '../../protocol/errors.ts';
import { Head } from '../../protocol/head.ts';
import { Cursor, Epoch, Id, Seq, Time } from '../../protocol/ids.ts';
import { Draft, OutboxItem, PersonalKeys } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { Directory } from '../../protocol/station.ts';

/**
 * What the cache can do, as schemas: the session asks, an encrypted file (in a process of its own) or the
 * memory answers, and both pass the same tests. Every operation may be repeated: after a crash of the
 * cache's process the one in flight is simply asked again.
 */

const Nothing = z.null();
export const RetentionMonths = z.int().check(z.minimum(1), z.maximum(3));

const Personal = z.array(CannedResponse).check(z.maxLength(MOST_PERSONAL));

/** Everything a desk needs to draw its first frame, purged beforehand. */
export const Loaded = z.strictObject({
  epoch: z.nullable(Epoch),
  retentionMonths: RetentionMonths,
  cursors: z.array(z.strictObject({ conversation: Id, seq: Cursor })),
  heads: z.array(Head),
  drafts: z.array(Draft),
  outbox: z.array(OutboxItem),
  content: z.nullable(Content),
  personal: Personal,
  purged: z.array(Id),
});
export type Loaded = z.infer<typeof Loaded>;

export const STORE_OPERATIONS = {
  /** Purges by the latest time ever seen, then reads everything but the journals. */
  load: { input: z.strictObject({ now: Time }), output: Loaded },
  /** The relay's word on time, retention and epoch. Its clock replaces the latest time ever seen: see purge.ts. */
  welcome: {
    input: z.strictObject({ now: Time, retentionMonths: RetentionMonths, epoch: Epoch }),
    output: z.strictObject({ purged: z.array(Id) }),
  },
  purge: { input: z.strictObject({ now: Time }), output: z.strictObject({ purged: z.array(Id) }) },
  /**
   * The conversations this officer may see. `all`: the whole list, what is not in it goes. What goes is
   * dropped with its journal, except what this officer closed: that is their history.
   */
  heads: {
    input: z.strictObject({ all: z.boolean(), heads: z.array(Head), gone: z.array(Id) }),
    output: z.strictObject({ dropped: z.array(Id) }),
  },
  /**
   * Adds (after, through] when `after` is the cursor (rule R1); otherwise nothing changes (rule R3). The
   * answer's cursor tells which. Outbox items whose entries these are leave with the same commit.
   */
  append: {
    input: z.strictObject({
      conversation: Id,
      after: Cursor,
      through: Cursor,
      entries: z.array(Entry).check(z.maxLength(LIMITS.entriesPerFrame)),
    }),
    output: z.strictObject({ cursor: Cursor, delivered: z.array(Id) }),
  },
  /** Forgets journals, to be read again from 0 (rule R2): those named, or all of them. */
  forget: { input: z.strictObject({ conversations: z.nullable(z.array(Id)) }), output: Nothing },
  /** Destroys whatever is known of these: journal, head, draft, outbox. */
  destroy: { input: z.strictObject({ conversations: z.array(Id) }), output: Nothing },
  /** `forgotten`: a row could not be read, and the whole journal is gone from here: it is the relay's to send again. */
  entries: {
    input: z.strictObject({
      conversation: Id,
      before: z.nullable(Seq),
      limit: z.int().check(z.minimum(1), z.maximum(LIMITS.entriesPerFrame)),
    }),
    output: z.strictObject({
      entries: z.array(Entry),
      complete: z.boolean(),
      forgotten: z.optional(z.literal(true)),
    }),
  },
  history: {
    input: z.strictObject({
      before: z.nullable(Time),
      limit: z.int().check(z.minimum(1), z.maximum(100)),
    }),
    output: z.strictObject({ heads: z.array(Head) }),
  },
  /** An empty one (`isEmptyDraft`) removes what was kept. On the disk when it answers. */
  draft: { input: z.strictObject({ draft: Draft, at: Time }), output: Nothing },
  /**
   * On the disk when it answers. `instead`: the item takes the place of its conversation's draft, in the same commit, and
   * with it whatever `more` of the draft there is.
   */
  'outbox-put': {
    input: z.strictObject({
      item: OutboxItem,
      instead: z.optional(z.literal('draft')),
      more: z.optional(z.array(OutboxItem)),
    }),
    output: Nothing,
  },
  'outbox-mark': {
    input: z.strictObject({
      id: Id,
      state: z.enum(['sending', 'refused']),
      code: z.nullable(RefusalCode),
    }),
    output: Nothing,
  },
  'outbox-remove': { input: z.strictObject({ ids: z.array(Id) }), output: Nothing },
  content: { input: z.strictObject({ content: Content }), output: Nothing },
  /** The officer's own responses. */
  personal: { input: z.strictObject({ responses: Personal }), output: Nothing },
  /** The directory of stations; not in `load`, because the first frame needs none of it. */
  stations: { input: Nothing, output: z.strictObject({ directory: z.nullable(Directory) }) },
  'keep-stations': { input: z.strictObject({ directory: Directory }), output: Nothing },
  /** Full-text search over what is cached: see searching.ts. */
  search: { input: z.strictObject({ query: CacheQuery }), output: Found },
  facets: { input: Nothing, output: Facets },
  /** Which of these items of personal data stand in other conversations than this one, and not in it. */
  elsewhere: {
    input: z.strictObject({ conversation: Id, keys: PersonalKeys }),
    output: z.strictObject({ keys: PersonalKeys }),
  },
  /** One short slice of indexing what is not indexed yet; `left`: there is more to do. */
  index: { input: Nothing, output: z.strictObject({ left: z.boolean() }) },
} as const;

export type StoreOperation = keyof typeof STORE_OPERATIONS;
export type StoreInput<Name extends StoreOperation> = z.infer<(typeof STORE_OPERATIONS)[Name]['input']>;
export type StoreOutput<Name extends StoreOperation> = z.infer<(typeof STORE_OPERATIONS)[Name]['output']>;

/** Where the cached journals are: the same operations, on a file or in memory. */
export type CacheStore = {
  readonly [Name in StoreOperation]: (input: StoreInput<Name>) => StoreOutput<Name>;
};

/** The raw 32 bytes of a cache's key, in hexadecimal. */
export const CacheKey = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const Opening = z.strictObject({
  file: z.string().check(z.minLength(1)),
  key: CacheKey,
  /** The key of a rotation that may have been cut short: it is tried when `key` does not open the file. */
  next: z.nullable(CacheKey),
  /** Null: opened to be purged, and nothing is added. */
  officer: z.nullable(Id),
});
export type Opening = z.infer<typeof Opening>;

/** What only the cache's process can do: files. */
export const FILE_OPERATIONS = {
  /**
   * `opened-next`: by the key of a rotation that was cut short after the file had changed over.
   * `unreadable`: wrong keys or a damaged file; it is left in place, and nothing is open.
   */
  open: { input: Opening, output: z.enum(['opened', 'opened-next', 'unreadable']) },
  close: { input: Nothing, output: Nothing },
  /** Destroys a cache file (and what SQLite keeps beside it), open or not. */
  erase: { input: z.strictObject({ file: z.string() }), output: Nothing },
  /** Purges the open file, of another officer of this workstation. An `empty` one has been closed and destroyed. */
  sweep: { input: z.strictObject({ now: Time }), output: z.enum(['kept', 'empty']) },
  /** Whether something was destroyed in the open file under its present key. */
  'rotation-due': { input: Nothing, output: z.boolean() },
  /** Writes the open file anew under another key. `not-now`: it could not (a full disk), and is as it was. */
  rotate: { input: z.strictObject({ next: CacheKey }), output: z.enum(['rotated', 'not-now']) },
} as const;

export const OPERATIONS = { ...STORE_OPERATIONS, ...FILE_OPERATIONS } as const;
export type Operation = keyof typeof OPERATIONS;
export type Input<Name extends Operation> = z.infer<(typeof OPERATIONS)[Name]['input']>;
export type Output<Name extends Operation> = z.infer<(typeof OPERATIONS)[Name]['output']>;

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(OPERATIONS, name);
}

/** `unreadable`: the file is damaged. `full`: no room on the disk. `failed`: anything else. */
export const CacheFault = z.enum(['unreadable', 'full', 'failed']);
export type CacheFault = z.infer<typeof CacheFault>;

/** The cache could not do it; the session goes on in memory. Carries no content. */
export class CacheError extends Error {
  readonly fault: CacheFault;
  constructor(fault: CacheFault, detail = '') {
    super(`cache ${fault}${detail === '' ? '' : `: ${detail}`}`);
    this.name = 'CacheError';
    this.fault = fault;
  }
}

/** Main → cache process, one at a time. */
export const CacheRequest = z.strictObject({
  number: z.int(),
  name: z.string().check(z.maxLength(40)),
  input: z.unknown(),
});
export type CacheRequest = z.infer<typeof CacheRequest>;

/** Cache process → main. `too-old`: this runtime cannot load the database, and would crash if it tried. */
export const CacheAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('too-old'), runtime: z.string().check(z.maxLength(40)) }),
  z.strictObject({ kind: z.literal('done'), number: z.int(), output: z.unknown() }),
  z.strictObject({ kind: z.literal('fault'), number: z.int(), fault: CacheFault }),
]);
export type CacheAnswer = z.infer<typeof CacheAnswer>;
