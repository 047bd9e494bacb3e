import * as z from 'zod/mini';
import { AbuseReason, BlockHours, BlockTarget, LiftReason, ShownBlocks } from './abuse.ts';
import { Announcement } from './announcement.ts';
import { CannedResponse, ResponseId } from './canned.ts';
import { ClosedQuestion, QuestionId } from './closed-question.ts';
import { MOST_PERSONAL } from './content-editing.ts';
import {
  Disposition,
  EmergencyAction,
  Entry,
  PersonalKindName,
  PersonalKinds,
  Subject,
  Tags,
  Text,
} from './entry.ts';
import { RefusalCode } from './errors.ts';
import { Groups } from './group.ts';
import { Head } from './head.ts';
import { Cursor, Epoch, Id, Reference, Seq, Time } from './ids.ts';
import { LIMITS } from './limits.ts';
import { LinkHealth } from './link-health.ts';
import { Alias, Capacity, OfficerSelf, Presence, PresenceReason, Rank, RosterRow } from './officer.ts';
import { Platform, PlatformId } from './platform.ts';
import { SatisfactionFigures } from './satisfaction.ts';
import { DirectoryVersion, StationId } from './station.ts';

/** The desk's socket. Its session token travels in the `Authorization` header, never in the address. */
export const DESK_SOCKET_PATH = '/ws/desk';

/** The shared responses that the text was made of: they are counted, by month and without a name (rule E7). */
const UsedResponses = z.optional(z.array(ResponseId).check(z.maxLength(LIMITS.responsesPerText)));

/** What an officer may ask for. Each is refused or becomes entries; roles are checked on the relay. */
export const Command = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('take-next') }),
  z.strictObject({ kind: z.literal('take'), conversation: Id }),
  /** `carries`: personal data of another conversation, sent in spite of the warning (rule V3). */
  z.strictObject({
    kind: z.literal('message'),
    conversation: Id,
    text: Text,
    carries: z.optional(PersonalKinds),
    responses: UsedResponses,
  }),
  z.strictObject({ kind: z.literal('note'), conversation: Id, text: Text }),
  z.strictObject({ kind: z.literal('redirection'), conversation: Id, platform: PlatformId }),
  /** A place that receives the public, out of the relay's directory (rule K2). */
  z.strictObject({ kind: z.literal('station'), conversation: Id, station: StationId }),
  z.strictObject({ kind: z.literal('subject'), conversation: Id, subject: Subject }),
  z.strictObject({ kind: z.literal('tags'), conversation: Id, tags: Tags }),
  z.strictObject({ kind: z.literal('park'), conversation: Id }),
  z.strictObject({ kind: z.literal('resume'), conversation: Id }),
  /** Back to the head of the queue. */
  z.strictObject({ kind: z.literal('release'), conversation: Id, note: z.nullable(Text) }),
  /** To a colleague: the holder hands over, or a supervisor assigns. */
  z.strictObject({
    kind: z.literal('assign'),
    conversation: Id,
    to: Id,
    note: z.nullable(Text),
  }),
  /** To a group: back to the queue, for its members first (rule G1). */
  z.strictObject({ kind: z.literal('transfer'), conversation: Id, group: Id, note: z.nullable(Text) }),
  /** Asks a colleague's advice, or lets them go (rule G3). */
  z.strictObject({
    kind: z.literal('consult'),
    conversation: Id,
    colleague: Id,
    asked: z.boolean(),
    note: z.nullable(Text),
  }),
  /**
   * Everything the officer holds, at once (rule Q5): the named conversation to a supervisor, the others back to the
   * head of the queue. `notes` go along with what they concern.
   */
  z.strictObject({
    kind: z.literal('hand-over'),
    conversation: z.nullable(Id),
    why: z.enum(['relief', 'shift-end']),
    presence: z.enum(['finishing', 'break']),
    notes: z
      .array(
        z.strictObject({
          conversation: Id,
          text: Text.check(z.maxLength(LIMITS.handOverNoteCharacters)),
        }),
      )
      .check(z.maxLength(LIMITS.handOverNotes)),
  }),
  z.strictObject({
    kind: z.literal('close'),
    conversation: Id,
    disposition: Disposition,
    comment: z.nullable(Text),
    /** Why it is called abusive: with a comment, or it is not closed as such (rule V7). */
    abuse: z.optional(AbuseReason),
  }),
  /** The deferred answer: to the address the citizen left, once. */
  z.strictObject({
    kind: z.literal('email'),
    conversation: Id,
    text: Text,
    carries: z.optional(PersonalKinds),
    responses: UsedResponses,
  }),
  /** A closed question of the catalogue, which the citizen answers by a tap (rule S2). */
  z.strictObject({ kind: z.literal('question'), conversation: Id, question: QuestionId }),
  /** The prepared warning against abuse, as a message (rule V5). */
  z.strictObject({ kind: z.literal('warn'), conversation: Id }),
  /** Closes as abusive, and keeps whoever wrote from opening another one for a time (rule V6). */
  z.strictObject({
    kind: z.literal('block'),
    conversation: Id,
    what: BlockTarget,
    hours: BlockHours,
    reason: AbuseReason,
    comment: Text,
  }),
  z.strictObject({ kind: z.literal('unblock'), conversation: Id, reason: LiftReason }),
  /** Notes that this officer looks at one masked item of a message (rule V2). */
  z.strictObject({
    kind: z.literal('reveal'),
    conversation: Id,
    message: Id,
    item: PersonalKindName,
    position: z.int().check(z.minimum(0), z.maximum(LIMITS.textCharacters)),
  }),
  z.strictObject({ kind: z.literal('flag-emergency'), conversation: Id }),
  z.strictObject({
    kind: z.literal('acknowledge-emergency'),
    conversation: Id,
    done: z.optional(EmergencyAction),
  }),
]);
export type Command = z.infer<typeof Command>;
export type CommandKind = Command['kind'];
export type HandOver = Extract<Command, { kind: 'hand-over' }>;

/**
 * Commands that wait in the desk's outbox when the wire is down: what the officer wrote. The others
 * decide something on what is true now, so they need the relay at once and are refused off line.
 */
export const DURABLE_COMMANDS = [
  'message',
  'note',
  'redirection',
  'station',
  'email',
  'reveal',
] as const satisfies readonly CommandKind[];

export type DurableCommand = Extract<Command, { kind: (typeof DURABLE_COMMANDS)[number] }>;

export function isDurable(command: Command): command is DurableCommand {
  return (DURABLE_COMMANDS as readonly string[]).includes(command.kind);
}

/** Colleagues at one conversation. */
export const Readers = z
  .array(z.strictObject({ officer: Id, rank: Rank, alias: Alias }))
  .check(z.maxLength(LIMITS.readersShown));
export type Readers = z.infer<typeof Readers>;

/** Desk → relay. `hello` first, once. */
export const FromDesk = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    version: z.int(),
    epoch: z.nullable(Epoch),
    /** The content the desk has cached; the relay sends it again only when it differs. */
    contentVersion: z.nullable(z.string().check(z.maxLength(64))),
    /** What the desk holds of the conversations it wants to go on reading. */
    cursors: z
      .array(z.strictObject({ conversation: Id, seq: Cursor }))
      .check(z.maxLength(LIMITS.helloCursors)),
  }),
  z.strictObject({ type: z.literal('command'), id: Id, command: Command }),
  z.strictObject({ type: z.literal('follow'), conversation: Id, after: Cursor }),
  z.strictObject({ type: z.literal('unfollow'), conversation: Id }),
  z.strictObject({ type: z.literal('read'), conversation: Id, seq: Seq }),
  z.strictObject({ type: z.literal('typing'), conversation: Id }),
  /** What is on screen: colleagues who look at the same conversation see it, and nobody keeps it (rule G4). */
  z.strictObject({ type: z.literal('looking'), conversation: z.nullable(Id) }),
  z.strictObject({ type: z.literal('presence'), presence: Presence }),
  z.strictObject({ type: z.literal('capacity'), capacity: Capacity }),
  /** The copies that a `purged` with `confirm` named are destroyed, or there were none. */
  z.strictObject({
    type: z.literal('purged-done'),
    conversations: z.array(Id).check(z.maxLength(1_000)),
  }),
]);
export type FromDesk = z.infer<typeof FromDesk>;

const EmergencyLines = z
  .array(z.string().check(z.minLength(1), z.maxLength(300)))
  .check(z.minLength(1), z.maxLength(6));

/** What an officer says first in an emergency, and whom they pass it to, as the operator wrote it. */
export const EmergencyWords = z.strictObject({
  firstFr: EmergencyLines,
  firstEn: EmergencyLines,
  procedureFr: EmergencyLines,
  procedureEn: EmergencyLines,
});
export type EmergencyWords = z.infer<typeof EmergencyWords>;

/** The redirection catalogue and the canned responses, one version for both. */
export const Content = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(64)),
  platforms: z.array(Platform).check(z.maxLength(1_000)),
  responses: z.array(CannedResponse).check(z.maxLength(2_000)),
  tags: z.array(z.string().check(z.maxLength(LIMITS.tagCharacters))).check(z.maxLength(200)),
  /** Closed questions for whoever cannot write freely; absent in what older desks kept. */
  questions: z.optional(z.array(ClosedQuestion).check(z.maxLength(60))),
  /** How the links stood when last checked; absent where the relay never checked any. */
  health: z.optional(z.array(LinkHealth).check(z.maxLength(1_000))),
  /** Absent in what older desks kept: the desk's own words then stand in. */
  emergency: z.optional(EmergencyWords),
});
export type Content = z.infer<typeof Content>;

/**
 * A conversation that went out of this officer's hands with all they held, and has not been theirs since (rule Q6).
 * `open`: a note can still be left there.
 */
export const LeftConversation = z.strictObject({
  conversation: Id,
  reference: Reference,
  open: z.boolean(),
  /** An emergency went unheard with them (rule Q7); absent where it went for another reason. */
  unheard: z.optional(z.literal(true)),
});
export type LeftConversation = z.infer<typeof LeftConversation>;

/** Relay → desk. */
export const ToDesk = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('welcome'),
    version: z.int(),
    epoch: Epoch,
    /** True: every cursor the desk had is void; it forgets those journals and reads them again (rule R2). */
    reset: z.boolean(),
    self: OfficerSelf,
    presence: Presence,
    /** False: `presence` is nobody's word, because the relay was restarted or forgot them; the desk's own counts. */
    remembered: z.boolean(),
    sessionExpiresAt: Time,
    /** How long anything is kept, in calendar months: the desk's cache obeys it too, off line included. */
    retentionMonths: z.int().check(z.minimum(1), z.maximum(3)),
    contentVersion: z.string(),
    /** Whether this relay can send e-mail: without it no answer can be deferred. */
    mail: z.optional(z.boolean()),
    /** The directory of stations in force: a desk that holds another one fetches it (rule E8). */
    stations: z.optional(DirectoryVersion),
    now: Time,
  }),
  z.strictObject({ type: z.literal('content'), content: Content }),
  /** Another directory of stations is in force. Never the directory itself: it is large, and asked for over HTTP. */
  z.strictObject({ type: z.literal('stations'), version: DirectoryVersion }),
  /** All of the officer's own responses, to their desks alone: after the hello, and when one has changed. */
  z.strictObject({
    type: z.literal('personal'),
    responses: z.array(CannedResponse).check(z.maxLength(MOST_PERSONAL)),
  }),
  /**
   * `all`: this is the whole of what the desk may see, drop the rest. Later ones add, change or remove. `more`: the next
   * such frame belongs to it, and nothing is so before that one is there.
   */
  z.strictObject({
    type: z.literal('heads'),
    all: z.boolean(),
    heads: z.array(Head).check(z.maxLength(LIMITS.headsPerFrame)),
    gone: z.array(Id),
    more: z.optional(z.literal(true)),
  }),
  /** `all`: the first after a hello, drop the rest. Later ones add: the rest of many, or what was taken in that moment. */
  z.strictObject({
    type: z.literal('left'),
    all: z.boolean(),
    conversations: z.array(LeftConversation).check(z.maxLength(LIMITS.leftPerFrame)),
  }),
  z.strictObject({ type: z.literal('roster'), rows: z.array(RosterRow) }),
  /** All the groups of officers there are. */
  z.strictObject({ type: z.literal('groups'), groups: Groups }),
  /** Every entry in (after, through], in order: rule R1. */
  z.strictObject({
    type: z.literal('entries'),
    conversation: Id,
    after: Cursor,
    through: Cursor,
    entries: z.array(Entry).check(z.maxLength(LIMITS.entriesPerFrame)),
  }),
  /** The cursor given for this journal is not one of this store: forget it, read from 0. */
  z.strictObject({ type: z.literal('reset'), conversation: Id }),
  /** The desk may read this conversation no longer (transferred away, taken by another). */
  z.strictObject({ type: z.literal('unfollowed'), conversation: Id }),
  z.strictObject({
    type: z.literal('ack'),
    id: Id,
    conversation: Id,
    seq: Seq,
    at: Time,
  }),
  z.strictObject({ type: z.literal('refused'), id: z.nullable(Id), code: RefusalCode }),
  z.strictObject({ type: z.literal('typing'), conversation: Id }),
  /** Who has this conversation on screen now, the receiver too: all of them, or as many as are shown (rule G4). */
  z.strictObject({ type: z.literal('readers'), conversation: Id, readers: Readers }),
  /** The relay changed the officer's presence itself: every desk of theirs shows it, and why. */
  z.strictObject({
    type: z.literal('presence'),
    presence: Presence,
    why: z.optional(PresenceReason),
  }),
  /** Destroyed on the relay: the desk destroys its copy now. With `confirm` it answers `purged-done` (rule P3). */
  z.strictObject({
    type: z.literal('purged'),
    conversations: z.array(Id).check(z.maxLength(1_000)),
    confirm: z.optional(z.literal(true)),
  }),
  /** To supervisors: what people answered after the end, as counts (rule D9). */
  z.strictObject({ type: z.literal('satisfaction'), figures: SatisfactionFigures }),
  /** To supervisors: all who may open no conversation for a time, after the hello and whenever that changed (rule V8). */
  z.strictObject({ type: z.literal('blocks'), blocks: ShownBlocks }),
  /** What the service announces to everybody changed: rule D8. */
  z.strictObject({ type: z.literal('announcement'), announcement: z.nullable(Announcement) }),
  z.strictObject({ type: z.literal('beat') }),
  z.strictObject({ type: z.literal('bye'), retryAfter: z.int().check(z.nonnegative()) }),
]);
export type ToDesk = z.infer<typeof ToDesk>;
