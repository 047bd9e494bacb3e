import type { AbuseReason, BlockHours, BlockTarget, LiftReason } from '../../protocol/abuse.ts';
import type { AskedQuestion } from '../../protocol/closed-question.ts';
import type { EmailAddress, MailOutcome, MailReason } from '../../protocol/deferral.ts';
import type {
  AssignReason,
  Author,
  Departure,
  Disposition,
  EmergencyAction,
  EntryBody,
  ReleaseReason,
} from '../../protocol/entry.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { ForGroup } from '../../protocol/group.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Holder } from '../../protocol/journal.ts';
import type { CitizenLanguage } from '../../protocol/language.ts';
import type { PersonalKind } from '../../protocol/personal.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { RequestForm } from '../../protocol/request.ts';
import type { Station } from '../../protocol/station.ts';

/** Who asks. An officer's role is what the relay's own accounts say, never what the desk says (rule A1). */
export type Actor =
  | { readonly role: 'citizen' }
  | (Holder & { readonly role: 'officer'; readonly supervisor: boolean })
  | { readonly role: 'relay' };

/** How the colleague of an `assign` stands now. */
export type Target = Holder & {
  readonly online: boolean;
  /** Says "available": not on a break, away or finishing. */
  readonly available: boolean;
  readonly hasRoom: boolean;
  /** By the relay's own accounts. */
  readonly supervisor: boolean;
};

/**
 * What is asked of one conversation. Everything that a decision needs from outside the journal (a platform
 * of the catalogue, room left for an officer) stands in the act, so that deciding stays pure.
 */
export type Act =
  | {
      readonly kind: 'open';
      readonly conversation: Id;
      readonly termsVersion: string;
      readonly language: CitizenLanguage;
      readonly subject: string | null;
      /** What was chosen in the guided orientation. */
      readonly orientation?: string[];
    }
  /** A form of the site was sent (rule D6). */
  | {
      readonly kind: 'open-request';
      readonly conversation: Id;
      readonly termsVersion: string;
      readonly language: CitizenLanguage;
      readonly subject: string;
      readonly form: RequestForm;
      readonly text: string;
      /** Goes into a row of its own beside the journal, never into an entry. */
      readonly address: EmailAddress | null;
      readonly canMail: boolean;
    }
  | { readonly kind: 'citizen-message'; readonly text: string }
  | {
      readonly kind: 'defer';
      /** Goes into a row of its own beside the journal, never into an entry. */
      readonly address: EmailAddress;
      readonly text: string | null;
      /** Whether this relay can send e-mail. */
      readonly canMail: boolean;
    }
  /** The citizen cannot write freely, or can again. */
  | { readonly kind: 'silence'; readonly on: boolean }
  /** Only the phrase's hash, which goes into a row of its own beside the journal. */
  | { readonly kind: 'choose-phrase'; readonly hash: string }
  /** Back with the right phrase; `session` is the digest of the cookie that is handed out. */
  | { readonly kind: 'return'; readonly session: string }
  | { readonly kind: 'leave'; readonly manner: Exclude<Departure, 'silent'> }
  | {
      readonly kind: 'take';
      readonly hasRoom: boolean;
      /** It waits for a group that they are not of, and somebody of it is on duty (rule G2). */
      readonly forOthers: boolean;
    }
  | { readonly kind: 'question'; readonly asked: AskedQuestion }
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly carries?: PersonalKind[] | undefined;
      /** The canned responses it was made of: counted beside the journal, and no part of it. */
      readonly responses?: readonly string[];
    }
  | {
      readonly kind: 'email';
      readonly text: string;
      readonly canMail: boolean;
      readonly carries?: PersonalKind[] | undefined;
      readonly responses?: readonly string[];
    }
  | { readonly kind: 'export'; readonly reason: string }
  | { readonly kind: 'warn'; readonly text: string }
  | {
      readonly kind: 'block';
      readonly what: BlockTarget;
      readonly hours: BlockHours;
      readonly reason: AbuseReason;
      readonly comment: string;
    }
  | { readonly kind: 'unblock'; readonly reason: LiftReason }
  | {
      readonly kind: 'reveal';
      readonly message: Id;
      readonly item: PersonalKind;
      readonly position: number;
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'redirection'; readonly platform: Platform }
  | { readonly kind: 'station'; readonly station: Station }
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'tags'; readonly tags: string[] }
  | { readonly kind: 'park' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'release'; readonly note: string | null }
  | { readonly kind: 'transfer'; readonly group: ForGroup; readonly note: string | null }
  | {
      readonly kind: 'consult';
      readonly colleague: Pick<Target, keyof Holder | 'online' | 'supervisor'>;
      readonly asked: boolean;
      readonly note: string | null;
    }
  /** One of those that go with an officer who hands over: to a supervisor, or to the queue where none is there. */
  | { readonly kind: 'hand-over'; readonly to: Holder | null; readonly note: string | null }
  /** Out of its officer's hands, by them or by the relay: back to the head of the queue. */
  | { readonly kind: 'hand-back'; readonly reason: HandBackReason; readonly note: string | null }
  | { readonly kind: 'assign'; readonly to: Target; readonly note: string | null }
  | {
      readonly kind: 'close';
      readonly disposition: Disposition;
      readonly comment: string | null;
      readonly abuse?: AbuseReason | undefined;
    }
  | { readonly kind: 'flag-emergency' }
  | { readonly kind: 'acknowledge-emergency'; readonly done?: EmergencyAction | undefined }
  /** The relay's own: what became of an answer by e-mail, a waiting citizen is gone, the queue is handed out. */
  | {
      readonly kind: 'mail-outcome';
      readonly email: Id;
      readonly outcome: MailOutcome;
      readonly reason: MailReason | null;
    }
  | { readonly kind: 'silent' }
  | { readonly kind: 'distribute'; readonly to: Holder };

/** Why a conversation goes back by no word of its own: with all that its officer holds, as an offer missed, as an emergency unheard. */
export type HandBackReason = Exclude<ReleaseReason, 'returned' | 'transferred'>;

export type ActKind = Act['kind'];
export type ActOf<Kind extends ActKind> = Extract<Act, { kind: Kind }>;

/** An entry without its place: the caller gives it its id, its seq and its time. */
export type Draft = { readonly author: Author; readonly body: EntryBody };

/** The first draft answers the request and bears its id; what follows, the relay adds. */
export type Decision =
  | { readonly kind: 'accepted'; readonly drafts: readonly [Draft, ...Draft[]] }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

export function refused(code: RefusalCode): Decision {
  return { kind: 'refused', code };
}

export function accepted(first: Draft, ...rest: Draft[]): Decision {
  return { kind: 'accepted', drafts: [first, ...rest] };
}

const RELAY: Author = { role: 'relay' };

export function byRelay(body: EntryBody): Draft {
  return { author: RELAY, body };
}

export function byCitizen(body: EntryBody): Draft {
  return { author: { role: 'citizen' }, body };
}

export function byOfficer(officer: Holder, body: EntryBody): Draft {
  return {
    author: { role: 'officer', officer: officer.officer, rank: officer.rank, alias: officer.alias },
    body,
  };
}

export function assignmentTo(to: Holder, reason: AssignReason, note: string | null): EntryBody {
  return {
    kind: 'assignment',
    to: { officer: to.officer, rank: to.rank, alias: to.alias },
    reason,
    note,
  };
}

/** What an officer says to the citizen, and what it carries from another conversation in spite of the warning (V3). */
export function saidBy(officer: Holder, body: EntryBody, carries: PersonalKind[] | undefined): Decision {
  const said = byOfficer(officer, body);
  if (carries === undefined) return accepted(said);
  return accepted(said, byOfficer(officer, { kind: 'carried', items: carries }));
}
