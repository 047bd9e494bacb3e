import * as z from 'zod/mini';
import { ShownBlocks } from './abuse.ts';
import { Announcement } from './announcement.ts';
import { CacheAnswer, CacheQuery, Facets } from './cache-search.ts';
import { CannedResponse, VARIABLES } from './canned.ts';
import {
  ContentEdit,
  ContentHistory,
  ContentOverview,
  EditOutcome,
  EditRefusal,
  HistoryQuery,
  MOST_PERSONAL,
  PersonalEdit,
} from './content-editing.ts';
import { Command, Content, LeftConversation, Readers } from './desk-channel.ts';
import { Entry, RequestReference } from './entry.ts';
import { RefusalCode } from './errors.ts';
import { GroupChange, Groups } from './group.ts';
import { Head } from './head.ts';
import { Cursor, Id, Reference, Seq, Time } from './ids.ts';
import { Language } from './language.ts';
import { LIMITS } from './limits.ts';
import { Capacity, OfficerSelf, PRESENCES, Presence, PresenceReason, RosterRow } from './officer.ts';
import { PlatformId } from './platform.ts';
import { SatisfactionFigures } from './satisfaction.ts';
import { Station, StationFinds, StationId, StationQuery } from './station.ts';

/**
 * The whole contract between the desk's main process and its window. The window shows; main holds the
 * session, the token, the outbox and the cache. Every message is parsed on both sides, and main also
 * checks who sends it. One request channel and one event channel: nothing else crosses the bridge.
 */
export const IPC_REQUEST = 'permanence:request';
export const IPC_EVENT = 'permanence:event';

export const Connection = z.enum(['offline', 'connecting', 'online']);
export type Connection = z.infer<typeof Connection>;

/** Where the cache lives. `memory` says why, so that the desk can say it to the officer. */
export const CacheMode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('encrypted') }),
  z.strictObject({
    kind: z.literal('memory'),
    why: z.enum(['no-keychain', 'plaintext-keychain', 'unreadable', 'failed']),
  }),
]);
export type CacheMode = z.infer<typeof CacheMode>;

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: Language,
  /** 0 is silent. */
  volume: z.number().check(z.minimum(0), z.maximum(1)),
  notifications: z.boolean(),
  contextOpen: z.boolean(),
  /** Only emergencies sound. */
  quiet: z.optional(z.boolean()),
  /** False: `?` alone is a character and no shortcut, for whoever speaks to the machine (WCAG 2.1.4); F1 stays. */
  questionKey: z.optional(z.boolean()),
  /** The conversation alone on screen. */
  focusView: z.optional(z.boolean()),
  /** Away by itself after so many idle minutes; 0 is never; absent is the desk's own choice. */
  awayAfter: z.optional(z.int().check(z.minimum(0), z.maximum(120))),
});
export type Settings = z.infer<typeof Settings>;

export const DeskState = z.strictObject({
  /** The relay's address the desk was given, such as `https://relay.example`. */
  relay: z.string().check(z.maxLength(300)),
  /** Null: show the sign-in screen. */
  self: z.nullable(OfficerSelf),
  connection: Connection,
  /** When the next attempt is due, while `connecting` or `offline`. */
  retryAt: z.nullable(Time),
  /** Why the relay put the desk out, when it did. */
  notice: z.nullable(
    z.enum(['session-expired', 'version-unsupported', 'replaced', 'relay-unreachable', 'signed-out']),
  ),
  cache: CacheMode,
  presence: z.enum([...PRESENCES, 'offline']),
  /** Why the relay, or an idle desk, changed it by itself, until the officer says otherwise. */
  presenceWhy: z.optional(z.union([PresenceReason, z.literal('idle')])),
  retentionMonths: z.int().check(z.minimum(1), z.maximum(3)),
  /** What the service announces to everybody now; absent or null when nothing. */
  announcement: z.optional(z.nullable(Announcement)),
  /** What people answered after the end; absent for who is no supervisor. */
  satisfaction: z.optional(SatisfactionFigures),
  /** Who may open no conversation for a time; absent for who is no supervisor. */
  blocks: z.optional(ShownBlocks),
  /** Whether the relay can send e-mail; absent until one said. */
  mail: z.optional(z.boolean()),
  /** The relay's clock minus the workstation's, in milliseconds: waits are shown by the relay's clock. */
  clockOffset: z.int(),
  /** A trial runtime or a development build says so on screen. */
  trial: z.boolean(),
});
export type DeskState = z.infer<typeof DeskState>;

/** Something written here and not yet in the journal, shown at its conversation's end. */
export const OutboxItem = z.strictObject({
  id: Id,
  conversation: Id,
  command: Command,
  at: Time,
  /** `sending` also while off line: the desk goes on trying. `refused`: it will not, the officer decides. */
  state: z.enum(['sending', 'refused']),
  code: z.nullable(RefusalCode),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

const DraftText = z.string().check(z.maxLength(LIMITS.textCharacters * 2));

/** The cards that are to leave with a message, and the places where its words name them. */
const DraftCards = z.strictObject({
  platform: z.nullable(PlatformId),
  station: z.nullable(Station),
  places: z
    .array(
      z.strictObject({
        variable: z.enum(VARIABLES),
        fallback: z.optional(DraftText),
        before: DraftText,
        after: DraftText,
        shown: DraftText,
      }),
    )
    .check(z.maxLength(LIMITS.draftPlaces)),
});

/** Where something is typed in a dialog about a conversation: the dialog's own name, and the subject when closing. */
const DIALOG_FIELDS = ['assign', 'consult', 'release', 'close', 'subject', 'export', 'hand-over'] as const;
export type DialogField = (typeof DIALOG_FIELDS)[number];

/** What stands in dialogs that were neither sent nor given up, and in whose hands the conversation was then. */
const DialogTexts = z.strictObject({
  holder: z.nullable(Id),
  texts: z.partialRecord(z.enum(DIALOG_FIELDS), z.string().check(z.maxLength(LIMITS.textCharacters))),
});
export type DialogTexts = z.infer<typeof DialogTexts>;

/** What a draft holds beside the composer's texts. */
export const DraftBeside = z.strictObject({
  cards: z.optional(DraftCards),
  dialogs: z.optional(DialogTexts),
  /** Typed after the relay took the conversation, by somebody who may write notes there all the same: theirs to send. */
  later: z.optional(z.literal(true)),
});
export type DraftBeside = z.infer<typeof DraftBeside>;

/**
 * What is being written about one conversation, each text in a field of its own: an internal note that came back as a
 * message would go to the citizen. The mode comes back with them, so that what is typed on goes on there.
 */
export const Draft = z.strictObject({
  conversation: Id,
  message: DraftText,
  note: DraftText,
  mode: z.enum(['message', 'note']),
  ...DraftBeside.shape,
});
export type Draft = z.infer<typeof Draft>;

/** Whether nothing of a draft is worth keeping: nothing written, and a composer that writes to the citizen as a new one does. */
export function isEmptyDraft({ message, note, mode, cards, dialogs }: Draft): boolean {
  return message === '' && note === '' && mode === 'message' && cards === undefined && dialogs === undefined;
}

const Personal = z.array(CannedResponse).check(z.maxLength(MOST_PERSONAL));

/** All a new window needs to draw its first frame, from the cache: it does not wait for the relay. */
export const Snapshot = z.strictObject({
  state: DeskState,
  settings: Settings,
  heads: z.array(Head),
  /** What others put into the officer's hands and was not on screen since. */
  given: z.array(Id),
  roster: z.array(RosterRow),
  groups: Groups,
  drafts: z.array(Draft),
  outbox: z.array(OutboxItem),
  left: z.array(LeftConversation),
  content: z.nullable(Content),
  /** The officer's own responses. */
  personal: Personal,
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What came of a command: `queued` is in the outbox (durable commands), `done` is in the journal. */
export const CommandOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('queued'), id: Id }),
  z.strictObject({ kind: z.literal('done'), id: Id, conversation: Id }),
  z.strictObject({ kind: z.literal('refused'), code: z.union([RefusalCode, z.literal('offline')]) }),
]);
export type CommandOutcome = z.infer<typeof CommandOutcome>;

export const SignInOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({
    kind: z.literal('refused'),
    code: z.union([RefusalCode, z.literal('offline'), z.literal('bad-certificate')]),
    retryAfter: z.nullable(z.int().check(z.nonnegative())),
  }),
]);
export type SignInOutcome = z.infer<typeof SignInOutcome>;

/** Items of personal data as their detector spells them: they stay on the workstation. */
export const PersonalKeys = z
  .array(z.string().check(z.maxLength(400)))
  .check(z.maxLength(LIMITS.textCharacters));

/** What came of an export. The file's name alone: its place is the officer's own business. */
export const ExportOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), file: z.string().check(z.maxLength(1_000)) }),
  z.strictObject({ kind: z.literal('cancelled') }),
  /** The place chosen is in the desk's own folder. */
  z.strictObject({ kind: z.literal('inside') }),
  z.strictObject({ kind: z.literal('not-written') }),
  z.strictObject({ kind: z.literal('refused'), code: z.union([RefusalCode, z.literal('offline')]) }),
]);
export type ExportOutcome = z.infer<typeof ExportOutcome>;

/** What came of a change that the relay was asked for over HTTP. */
export const ChangeOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  EditRefusal,
]);

const Nothing = z.null();

/** An answer of the relay's, or why there is none. */
function answered<Answer extends z.core.$ZodType>(answer: Answer) {
  return z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('done'), answer }), EditRefusal]);
}

/** Requests of the window, by name: what goes in, what comes out. */
export const REQUESTS = {
  snapshot: { input: Nothing, output: Snapshot },
  'sign-in': {
    input: z.strictObject({
      login: z.string().check(z.minLength(1), z.maxLength(LIMITS.loginCharacters)),
      password: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordCharacters)),
    }),
    output: SignInOutcome,
  },
  'sign-out': { input: z.strictObject({ everywhere: z.boolean() }), output: Nothing },
  command: { input: Command, output: CommandOutcome },
  /** Sends a refused durable command again, or drops it. */
  'outbox-retry': { input: z.strictObject({ id: Id }), output: Nothing },
  'outbox-drop': { input: z.strictObject({ id: Id }), output: Nothing },
  /** Entries with `seq < before` (null: the newest), oldest first; follows the conversation from then on. */
  entries: {
    input: z.strictObject({
      conversation: Id,
      before: z.nullable(Seq),
      limit: z.int().check(z.minimum(1), z.maximum(LIMITS.entriesPerFrame)),
    }),
    output: z.strictObject({ entries: z.array(Entry), complete: z.boolean() }),
  },
  /** Closed conversations of this officer that the cache still holds, newest first. */
  history: {
    input: z.strictObject({
      before: z.nullable(Time),
      limit: z.int().check(z.minimum(1), z.maximum(100)),
    }),
    output: z.strictObject({ heads: z.array(Head) }),
  },
  /** Full-text search over what this desk has cached: works off line. */
  search: { input: CacheQuery, output: CacheAnswer },
  /** Tags and officers there are to filter by. */
  facets: { input: Nothing, output: Facets },
  /** Which of these items of personal data the desk knows from other conversations, and not from this one. */
  elsewhere: {
    input: z.strictObject({ conversation: Id, keys: PersonalKeys }),
    output: z.strictObject({ keys: PersonalKeys }),
  },
  /** Asks where to, then asks the relay for the whole journal as a document, and writes it there (rule V4). */
  export: {
    input: z.strictObject({ conversation: Id, reference: Reference, reason: RequestReference }),
    output: ExportOutcome,
  },
  draft: { input: Draft, output: Nothing },
  /**
   * Sends what was begun in a conversation that went elsewhere meanwhile as a note there, or several, in the draft's place:
   * all of it or nothing (rule Q6).
   */
  'leave-draft': {
    input: z.strictObject({
      conversation: Id,
      text: z.string().check(z.maxLength(LIMITS.begunCharacters), z.regex(/\S/u)),
    }),
    output: CommandOutcome,
  },
  read: { input: z.strictObject({ conversation: Id, seq: Seq }), output: Nothing },
  typing: { input: z.strictObject({ conversation: Id }), output: Nothing },
  /** What is on screen now; null for nothing. */
  looking: { input: z.strictObject({ conversation: z.nullable(Id) }), output: Nothing },
  presence: { input: z.strictObject({ presence: Presence }), output: Nothing },
  /** A supervisor changes a group of officers. */
  group: { input: GroupChange, output: ChangeOutcome },
  capacity: { input: z.strictObject({ capacity: Capacity }), output: Nothing },
  settings: { input: Settings, output: Nothing },
  /** Opens a catalogue platform in the system's browser; main looks the address up itself. */
  'open-platform': { input: z.strictObject({ platform: z.string() }), output: Nothing },
  /** Over the directory of stations as this desk last fetched it: works off line. */
  stations: { input: StationQuery, output: StationFinds },
  /** One of them by its id; null where this desk does not know it. */
  station: { input: z.strictObject({ station: StationId }), output: z.nullable(Station) },
  /** Asked of the relay at once, and never kept for later: off line the edit stays in the window. */
  'content-edit': { input: ContentEdit, output: EditOutcome },
  'personal-edit': { input: PersonalEdit, output: EditOutcome },
  'content-overview': { input: Nothing, output: answered(ContentOverview) },
  'content-history': { input: HistoryQuery, output: answered(ContentHistory) },
  reconnect: { input: Nothing, output: Nothing },
} as const;

export type RequestName = keyof typeof REQUESTS;
export type RequestInput<Name extends RequestName> = z.infer<(typeof REQUESTS)[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.infer<(typeof REQUESTS)[Name]['output']>;

/** Events from main, in the order in which they happened. */
export const DeskEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('state'), state: DeskState }),
  z.strictObject({ type: z.literal('settings'), settings: Settings }),
  z.strictObject({ type: z.literal('heads'), all: z.boolean(), heads: z.array(Head), gone: z.array(Id) }),
  z.strictObject({ type: z.literal('roster'), rows: z.array(RosterRow) }),
  z.strictObject({ type: z.literal('groups'), groups: Groups }),
  /** Who has a conversation on screen now, this officer too. */
  z.strictObject({ type: z.literal('readers'), conversation: Id, readers: Readers }),
  /** New entries of a followed conversation: exactly those in (after, through]. */
  z.strictObject({
    type: z.literal('entries'),
    conversation: Id,
    after: Cursor,
    through: Cursor,
    entries: z.array(Entry),
  }),
  /** Everything the window holds of these journals is void: read again what is on screen. */
  z.strictObject({ type: z.literal('reset'), conversations: z.array(Id) }),
  /** Nothing of these may stay on screen or in memory: destroyed, or only taken from here because the officer left. */
  z.strictObject({ type: z.literal('purged'), conversations: z.array(Id), left: z.optional(z.boolean()) }),
  z.strictObject({ type: z.literal('outbox'), items: z.array(OutboxItem) }),
  /** Those that the cache held for whoever signed in. */
  z.strictObject({ type: z.literal('drafts'), drafts: z.array(Draft) }),
  /** All there are, whenever that changed. */
  z.strictObject({ type: z.literal('left'), conversations: z.array(LeftConversation) }),
  z.strictObject({ type: z.literal('content'), content: Content }),
  z.strictObject({ type: z.literal('personal'), responses: Personal }),
  /** This desk knows another directory of stations: what was found in the former one may be found otherwise now. */
  z.strictObject({ type: z.literal('stations'), known: z.int().check(z.nonnegative()) }),
  z.strictObject({ type: z.literal('typing'), conversation: Id }),
  /** A new conversation waits, or one of mine has an unread message: the window plays the sound. */
  z.strictObject({
    type: z.literal('alert'),
    level: z.enum(['message', 'colleague', 'queue', 'given', 'emergency', 'mail']),
  }),
  /** All that others put into the officer's hands and was not on screen since: it is marked new. */
  z.strictObject({ type: z.literal('given'), conversations: z.array(Id) }),
  /** Answers by e-mail that did not leave or did not arrive, and are this officer's to deal with. */
  z.strictObject({ type: z.literal('came-back'), conversations: z.array(Id) }),
  /** The officer chose this conversation outside the window (a notification). */
  z.strictObject({ type: z.literal('show'), conversation: Id }),
]);
export type DeskEvent = z.infer<typeof DeskEvent>;

/** The only thing the preload puts in the window, as `window.permanence`. */
export type Bridge = {
  readonly request: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<RequestOutput<Name>>;
  /** Calls back for every event until the returned function is called. */
  readonly onEvent: (listener: (event: DeskEvent) => void) => () => void;
};
