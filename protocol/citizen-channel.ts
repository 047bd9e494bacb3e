import * as z from 'zod/mini';
import { Announcement } from './announcement.ts';
import { EmailAddress } from './deferral.ts';
import { CitizenEntry, Text } from './entry.ts';
import { RefusalCode } from './errors.ts';
import { Cursor, Epoch, Id, Reference, Seq, Time } from './ids.ts';
import { STATUSES } from './journal.ts';
import { CitizenLanguage } from './language.ts';
import { LIMITS } from './limits.ts';
import { OfficerFace } from './officer.ts';
import { TypedPhrase } from './return-phrase.ts';

/** The page's socket. The session cookie says which conversation; nothing on the wire can name another. */
export const CITIZEN_SOCKET_PATH = '/ws/citizen';

/** Page → relay. `hello` first, once; then the rest in any order. */
export const FromCitizen = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    version: z.int(),
    /** The epoch and the cursor of what the page holds; null and 0 after a reload. */
    epoch: z.nullable(Epoch),
    cursor: Cursor,
  }),
  z.strictObject({ type: z.literal('message'), id: Id, text: Text }),
  z.strictObject({ type: z.literal('read'), seq: Seq }),
  z.strictObject({ type: z.literal('typing') }),
  /**
   * Leaves the queue for an answer by e-mail. `text` is the question; null when it is in the journal already.
   * The address is not part of what makes a resend the same act (rule W2).
   */
  z.strictObject({ type: z.literal('defer'), id: Id, address: EmailAddress, text: z.nullable(Text) }),
  /** "I cannot write freely", or "I can again": the officer is told, and asks closed questions (rule S2). */
  z.strictObject({ type: z.literal('silence'), id: Id, on: z.boolean() }),
  /** Chooses the phrase to come back by, or another one (rule S3). It is no part of what makes a resend the same act. */
  z.strictObject({ type: z.literal('phrase'), id: Id, phrase: TypedPhrase }),
  z.strictObject({ type: z.literal('leave'), id: Id, manner: z.enum(['ended', 'quick-exit']) }),
]);
export type FromCitizen = z.infer<typeof FromCitizen>;

/** An honest estimate of the wait, in whole minutes; null when nothing supports one. */
export const WaitEstimate = z.nullable(
  z.strictObject({ low: z.int().check(z.nonnegative()), high: z.int().check(z.positive()) }),
);
export type WaitEstimate = z.infer<typeof WaitEstimate>;

/** Relay → page. */
export const ToCitizen = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('welcome'),
    version: z.int(),
    epoch: Epoch,
    /** True: forget what you hold, the journal follows from its beginning (rule R2). */
    reset: z.boolean(),
    conversation: Id,
    reference: Reference,
    language: CitizenLanguage,
    now: Time,
    purgeAt: Time,
  }),
  /**
   * Everything meant for citizens in (after, through]; `through` is the new cursor. The seqs shown have
   * gaps (notes are the officers' own), the ranges have none: rule R1.
   */
  z.strictObject({
    type: z.literal('entries'),
    after: Cursor,
    through: Seq,
    entries: z.array(CitizenEntry).check(z.maxLength(LIMITS.entriesPerFrame)),
  }),
  z.strictObject({ type: z.literal('ack'), id: Id, seq: Seq, at: Time }),
  z.strictObject({ type: z.literal('refused'), id: z.nullable(Id), code: RefusalCode }),
  z.strictObject({
    type: z.literal('status'),
    status: z.enum(STATUSES),
    /** 1 is next; null when not waiting. */
    position: z.nullable(z.int().check(z.positive())),
    estimate: WaitEstimate,
    officer: z.nullable(OfficerFace),
    officerOnline: z.boolean(),
  }),
  /** How far the officer has read: own messages up to it are "read". */
  z.strictObject({ type: z.literal('read'), seq: Cursor }),
  z.strictObject({ type: z.literal('typing') }),
  /** What the service announces changed: rule D8. */
  z.strictObject({ type: z.literal('announcement'), announcement: z.nullable(Announcement) }),
  z.strictObject({ type: z.literal('beat') }),
  /** Said before a close, so that a page waits as long as the relay asks. */
  z.strictObject({ type: z.literal('bye'), retryAfter: z.int().check(z.nonnegative()) }),
]);
export type ToCitizen = z.infer<typeof ToCitizen>;
