import type { Deferral } from './deferral.ts';
import type { Departure, Disposition, Entry, EntryBody } from './entry.ts';
import type { ForGroup } from './group.ts';
import type { Id, Seq, Time } from './ids.ts';
import type { CitizenLanguage } from './language.ts';
import { LIMITS } from './limits.ts';
import type { RequestForm } from './request.ts';

export const STATUSES = ['waiting', 'deferred', 'active', 'parked', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

export type Holder = { readonly officer: Id; readonly rank: string; readonly alias: string };

/** Who lost it, and whether because an emergency went unheard with them. */
export type LeftBy = { readonly officer: Id; readonly unheard: boolean };

/**
 * Where a conversation stands: what its journal adds up to, and nothing that the journal does not say.
 * Relay and desk compute it with the same function, so they cannot disagree.
 */
export type ConversationState = {
  readonly conversation: Id;
  readonly status: Status;
  readonly language: CitizenLanguage;
  readonly subject: string | null;
  readonly tags: readonly string[];
  readonly openedAt: Time;
  readonly closedAt: Time | null;
  readonly holder: Holder | null;
  /** Who held it last, still set after a closure: their desk keeps the history. */
  readonly lastHolder: Holder | null;
  /** Who held it before them, the latest last: what they looked at meanwhile may still be on its way (rule V2). */
  readonly heldBefore: readonly Id[];
  /** Since when it waits; meaningful while `status` is `waiting`. */
  readonly waitingSince: Time;
  /** Came back from an officer: it waits at the head of the queue. */
  readonly returned: boolean;
  /** It waits, and a supervisor should see it first (rule Q5). */
  readonly needsSupervisor: boolean;
  /** The citizen cannot write freely: they answer by taps. */
  readonly silent: boolean;
  /** It waits for these officers first; null for anybody (rule G2). */
  readonly forGroup: ForGroup | null;
  /** Colleagues whose advice the holder asked: until the holder changes they read and write notes (rule G3). */
  readonly consulted: readonly Holder[];
  /**
   * Out of whose hands it went with all they held (a hand-over, the end of a shift, a desk that was gone) or unheard, and
   * who have not held it since: what they had begun to write they may leave as a note (rule Q6). The latest last.
   */
  readonly leftBy: readonly LeftBy[];
  /** They chose a phrase: after a quick exit they may come back (rule S4). */
  readonly mayReturn: boolean;
  readonly emergency: 'none' | 'flagged' | 'acknowledged';
  /** Since when a flagged emergency is in its holder's hands without a word of theirs; null otherwise (rule Q7). */
  readonly unheardSince: Time | null;
  readonly left: Departure | null;
  readonly disposition: Disposition | null;
  /** The citizen left the queue for an answer by e-mail; from then on nothing reaches them but that. */
  readonly deferral: Deferral | null;
  /** What a form of the site asks for; null for a conversation. */
  readonly form: RequestForm | null;
  readonly lastSeq: Seq;
  /** The citizen's last message, and the first one no officer answered yet. */
  readonly lastCitizenSeq: number;
  readonly lastCitizenAt: Time | null;
  readonly unansweredSince: Time | null;
  readonly messages: number;
};

/** The state after a first entry, which must be `opened` with seq 1 (rule J1); throws otherwise. */
export function openState(entry: Entry): ConversationState {
  if (entry.body.kind !== 'opened' || entry.seq !== 1) {
    throw new Error(`journal ${entry.conversation} does not begin with "opened"`);
  }
  return {
    conversation: entry.conversation,
    // A request waits for a supervisor's answer, in no queue (rule D6).
    status: entry.body.form === undefined ? 'waiting' : 'deferred',
    language: entry.body.language,
    subject: entry.body.subject,
    tags: [],
    openedAt: entry.at,
    closedAt: null,
    holder: null,
    lastHolder: null,
    heldBefore: [],
    waitingSince: entry.at,
    returned: false,
    needsSupervisor: false,
    silent: false,
    forGroup: null,
    consulted: [],
    leftBy: [],
    mayReturn: false,
    emergency: 'none',
    unheardSince: null,
    left: null,
    disposition: null,
    deferral: null,
    form: entry.body.form ?? null,
    lastSeq: 1,
    lastCitizenSeq: 0,
    lastCitizenAt: null,
    unansweredSince: null,
    messages: 0,
  };
}

/** The state after one more entry. Throws when `seq` leaves a gap: a journal is complete or it is not one. */
export function nextState(state: ConversationState, entry: Entry): ConversationState {
  if (entry.seq !== state.lastSeq + 1) {
    throw new Error(`journal ${state.conversation}: entry ${entry.seq} after ${state.lastSeq}`);
  }
  return { ...state, ...changes(state, entry), lastSeq: entry.seq };
}

function changes(state: ConversationState, entry: Entry): Partial<ConversationState> {
  const { body } = entry;
  switch (body.kind) {
    case 'message':
      return entry.author.role === 'citizen' ? citizenSpoke(state, entry) : officerSpoke(state);
    case 'redirection':
    case 'station':
    case 'question':
      return officerSpoke(state);
    case 'silence':
      return { silent: body.on };
    case 'return-phrase':
      return { mayReturn: true };
    case 'return':
      return {
        left: null,
        // Put aside while they were away: it is their officer's matter again.
        status: state.status === 'parked' ? 'active' : state.status,
        unansweredSince: state.unansweredSince ?? entry.at,
      };
    case 'assignment':
      return {
        status: 'active',
        holder: body.to,
        lastHolder: body.to,
        heldBefore: heldBeforeNow(state),
        returned: false,
        needsSupervisor: false,
        forGroup: null,
        consulted: [],
        // Whoever gets it has as long as anybody.
        unheardSince: state.emergency === 'flagged' ? entry.at : null,
        leftBy: leftAfter(state, body.reason).filter(({ officer }) => officer !== body.to.officer),
      };
    case 'release':
      return released(state, entry.at, body);
    case 'consultation':
      return { consulted: consultedAfter(state.consulted, body) };
    case 'parking':
      return { status: body.parked ? 'parked' : 'active' };
    case 'subject':
      return { subject: body.subject };
    case 'tags':
      return { tags: body.tags };
    case 'emergency':
      return { emergency: 'flagged', unheardSince: state.holder === null ? null : entry.at };
    case 'emergency-acknowledged':
      return { emergency: 'acknowledged', unheardSince: null };
    case 'departure':
      return { left: body.manner };
    case 'closure':
      return {
        status: 'closed',
        holder: null,
        needsSupervisor: false,
        forGroup: null,
        consulted: [],
        closedAt: entry.at,
        disposition: body.disposition,
        unheardSince: null,
        unansweredSince: null,
      };
    case 'deferral':
      return {
        status: 'deferred',
        waitingSince: entry.at,
        deferral: { askedAt: entry.at, address: true, mail: null },
      };
    case 'email':
    case 'email-outcome':
    case 'address-destroyed':
      return deferralChanges(state, entry, body);
    case 'opened':
    case 'orientation':
    case 'note':
    case 'reveal':
    case 'carried':
    case 'exported':
    case 'warned':
    case 'blocked':
    case 'unblocked':
      return {};
  }
}

type BodyOf<Kind extends EntryBody['kind']> = Extract<EntryBody, { kind: Kind }>;

function released(
  state: ConversationState,
  at: Time,
  { reason, needs, group }: BodyOf<'release'>,
): Partial<ConversationState> {
  const meant = { needsSupervisor: needs === 'supervisor', forGroup: group ?? null };
  // Nobody held it: it was only said for whom it waits, and it keeps its place.
  if (state.holder === null) return meant;
  return {
    ...(state.deferral === null && state.form === null
      ? { status: 'waiting', waitingSince: at }
      : { status: 'deferred' }),
    holder: null,
    returned: true,
    consulted: [],
    unheardSince: null,
    leftBy: leftAfter(state, reason),
    ...meant,
  };
}

/** It goes without their looking at it: something may be begun there and not sent, or be typed in that moment. */
const UNLOOKED: readonly (BodyOf<'release'>['reason'] | BodyOf<'assignment'>['reason'])[] = [
  'desk-lost',
  'signed-out',
  'handed-over',
  'shift-ended',
  'unheard',
];

function leftAfter(
  { leftBy, holder }: ConversationState,
  reason: (typeof UNLOOKED)[number],
): readonly LeftBy[] {
  if (holder === null || !UNLOOKED.includes(reason)) return leftBy;
  const others = leftBy.filter(({ officer }) => officer !== holder.officer);
  return [...others, { officer: holder.officer, unheard: reason === 'unheard' }].slice(
    -LIMITS.leftByPerConversation,
  );
}

function consultedAfter(
  consulted: readonly Holder[],
  { colleague, asked }: BodyOf<'consultation'>,
): readonly Holder[] {
  const others = consulted.filter(({ officer }) => officer !== colleague.officer);
  return asked ? [...others, colleague] : others;
}

function heldBeforeNow({ heldBefore, lastHolder }: ConversationState): readonly Id[] {
  if (lastHolder === null || heldBefore.includes(lastHolder.officer)) return heldBefore;
  return [...heldBefore, lastHolder.officer].slice(-LIMITS.heldBeforePerConversation);
}

type MailBody = Extract<EntryBody, { kind: 'email' | 'email-outcome' | 'address-destroyed' }>;

function deferralChanges(state: ConversationState, entry: Entry, body: MailBody): Partial<ConversationState> {
  const deferral = state.deferral ?? { askedAt: entry.at, address: false, mail: null };
  switch (body.kind) {
    case 'email':
      return {
        ...officerSpoke(state),
        // It waits for the mail server now, not for its officer: it does not count in their capacity.
        status: state.status === 'active' ? 'parked' : state.status,
        deferral: { ...deferral, mail: { ...writtenBy(entry), state: 'queued', reason: null } },
      };
    case 'email-outcome': {
      const { email, outcome, reason } = body;
      const owed = outcome === 'accepted' ? {} : { unansweredSince: entry.at };
      const by = deferral.mail?.email === email ? deferral.mail.by : undefined;
      return {
        ...owed,
        ...(outcome === 'returned' && state.status === 'closed' ? REOPENED : awakened(state)),
        deferral: {
          ...deferral,
          mail: { email, at: entry.at, ...(by === undefined ? {} : { by }), state: outcome, reason },
        },
      };
    }
    case 'address-destroyed':
      return { deferral: { ...deferral, address: false } };
  }
}

/** An answer by e-mail, and who wrote it: nobody but officers does. */
function writtenBy({ id, at, author }: Entry): Pick<NonNullable<Deferral['mail']>, 'email' | 'at' | 'by'> {
  return { email: id, at, ...(author.role === 'officer' ? { by: author.officer } : {}) };
}

/** An answer came back after the closure: a task again, that anybody may take (rule W5). */
const REOPENED = { status: 'deferred', closedAt: null, disposition: null } as const;

/** What was put aside to wait for somebody else's word is its officer's matter again. */
function awakened(state: ConversationState): Pick<ConversationState, 'status'> {
  return { status: state.status === 'parked' ? 'active' : state.status };
}

function citizenSpoke(state: ConversationState, entry: Entry): Partial<ConversationState> {
  return {
    ...awakened(state),
    lastCitizenSeq: entry.seq,
    lastCitizenAt: entry.at,
    unansweredSince: state.unansweredSince ?? entry.at,
    messages: state.messages + 1,
  };
}

function officerSpoke(state: ConversationState): Partial<ConversationState> {
  return { unansweredSince: null, unheardSince: null, messages: state.messages + 1 };
}

/** The state a whole journal adds up to; null for an empty one. */
export function stateOf(entries: Iterable<Entry>): ConversationState | null {
  let state: ConversationState | null = null;
  for (const entry of entries) state = state === null ? openState(entry) : nextState(state, entry);
  return state;
}
