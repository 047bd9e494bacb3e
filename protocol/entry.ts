import * as z from 'zod/mini';
import { AbuseReason, BlockHours, BlockTarget, LiftReason } from './abuse.ts';
import { AskedQuestion } from './closed-question.ts';
import { MailOutcome, MailReason } from './deferral.ts';
import { ForGroup } from './group.ts';
import { Id, Seq, Time } from './ids.ts';
import { CitizenLanguage } from './language.ts';
import { LIMITS } from './limits.ts';
import { Alias, OfficerFace, Rank } from './officer.ts';
import { OrientationPath } from './orientation.ts';
import { PERSONAL_KINDS } from './personal.ts';
import { Platform } from './platform.ts';
import { RequestForm } from './request.ts';
import { Station } from './station.ts';

/** Message text: anything a person can type, not empty, bounded. Stored and shown exactly as sent. */
export const Text = z.string().check(z.minLength(1), z.maxLength(LIMITS.textCharacters), z.regex(/\S/u));

export const DISPOSITIONS = [
  'redirected',
  'answered',
  'taken-in-charge',
  'deferred',
  'abusive',
  'abandoned',
] as const;
export const Disposition = z.enum(DISPOSITIONS);
export type Disposition = z.infer<typeof Disposition>;

export const Tag = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.tagCharacters));
export const Tags = z.array(Tag).check(z.maxLength(LIMITS.tagsPerConversation));
export const Subject = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.subjectCharacters));

/** Who did what an entry tells. A citizen is shown officers by rank and alias only: see `citizenEntry`. */
export const Author = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('citizen') }),
  z.strictObject({ role: z.literal('officer'), officer: Id, rank: Rank, alias: Alias }),
  z.strictObject({ role: z.literal('relay') }),
]);
export type Author = z.infer<typeof Author>;

const OfficerRef = z.strictObject({ officer: Id, rank: Rank, alias: Alias });

/** Why a conversation went back to the queue. */
export const ReleaseReason = z.enum([
  'returned',
  'desk-lost',
  'signed-out',
  'handed-over',
  'shift-ended',
  'transferred',
  'offer-missed',
  'unheard',
]);
export type ReleaseReason = z.infer<typeof ReleaseReason>;

/** How a conversation came to its holder. */
export const AssignReason = z.enum(['taken', 'distributed', 'assigned', 'transferred', 'handed-over']);
export type AssignReason = z.infer<typeof AssignReason>;

/** How a citizen left. After a quick exit nobody may reach out to them. */
export const Departure = z.enum(['ended', 'quick-exit', 'silent']);
export type Departure = z.infer<typeof Departure>;

/** What was done with an emergency, said by whoever acknowledges it. */
export const EMERGENCY_ACTIONS = ['passed-to-17', 'passed-to-command', 'handled', 'false-alarm'] as const;
export const EmergencyAction = z.enum(EMERGENCY_ACTIONS);
export type EmergencyAction = z.infer<typeof EmergencyAction>;

export const PersonalKindName = z.enum(PERSONAL_KINDS);

/** The kinds of personal data that a text holds, each named once. */
export const PersonalKinds = z
  .array(PersonalKindName)
  .check(z.minLength(1), z.maxLength(PERSONAL_KINDS.length));

/** The reference of a request or an order: no spaces, so that no sentence and no name gets into an audit. */
export const RequestReference = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{2,59}$/));

/** What happened, without who, when and where in the journal. */
export const EntryBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opened'),
    termsVersion: z.string().check(z.maxLength(40)),
    language: CitizenLanguage,
    subject: z.nullable(Subject),
    /** Sent by a form of the site: nobody waits behind it (rule D6). Absent where somebody accepted the terms. */
    form: z.optional(RequestForm),
  }),
  z.strictObject({ kind: z.literal('message'), text: Text }),
  z.strictObject({ kind: z.literal('note'), text: Text }),
  z.strictObject({ kind: z.literal('redirection'), platform: Platform }),
  z.strictObject({ kind: z.literal('station'), station: Station }),
  z.strictObject({
    kind: z.literal('assignment'),
    to: OfficerRef,
    reason: AssignReason,
    note: z.nullable(Text),
  }),
  z.strictObject({
    kind: z.literal('release'),
    reason: ReleaseReason,
    note: z.nullable(Text),
    /** It was meant for a supervisor and none was there (rule Q5). */
    needs: z.optional(z.literal('supervisor')),
    /** It goes to these officers first (rule G1). */
    group: z.optional(ForGroup),
  }),
  /** A colleague's advice is asked, or no more: meanwhile they read, and write notes only (rule G3). */
  z.strictObject({
    kind: z.literal('consultation'),
    colleague: OfficerRef,
    asked: z.boolean(),
    note: z.nullable(Text),
  }),
  z.strictObject({ kind: z.literal('parking'), parked: z.boolean() }),
  z.strictObject({ kind: z.literal('subject'), subject: Subject }),
  z.strictObject({ kind: z.literal('tags'), tags: Tags }),
  /** Flagged by the deterministic rules (their ids) or by an officer (no rule). */
  z.strictObject({ kind: z.literal('emergency'), rules: z.array(z.string().check(z.maxLength(60))) }),
  z.strictObject({ kind: z.literal('emergency-acknowledged'), done: z.optional(EmergencyAction) }),
  z.strictObject({ kind: z.literal('departure'), manner: Departure }),
  z.strictObject({
    kind: z.literal('closure'),
    disposition: Disposition,
    comment: z.nullable(Text),
    /** Why it was called abusive; absent in what older relays wrote. */
    abuse: z.optional(AbuseReason),
  }),
  /**
   * The citizen left an e-mail address for the answer. Never the address itself: it stands in a row of its own,
   * so that it can be destroyed and the journal still be verified (docs/decisions/0017).
   */
  z.strictObject({ kind: z.literal('deferral') }),
  /** An officer's answer by e-mail; the entry's id is the e-mail's. */
  z.strictObject({ kind: z.literal('email'), text: Text }),
  z.strictObject({
    kind: z.literal('email-outcome'),
    email: Id,
    outcome: MailOutcome,
    reason: z.nullable(MailReason),
  }),
  z.strictObject({ kind: z.literal('address-destroyed') }),
  /** The citizen cannot write freely, or can again: they answer by taps, and are asked closed questions (S2). */
  z.strictObject({ kind: z.literal('silence'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('question'), ...AskedQuestion.shape }),
  /**
   * An officer looked at one item of personal data that the desk masks: which one of which message, never the item
   * itself. The only thing that a closed journal still takes (rule J2).
   */
  z.strictObject({
    kind: z.literal('reveal'),
    /** The entry that holds it. */
    message: Id,
    item: PersonalKindName,
    /** Its place among the personal data of that text, from 0. */
    position: z.int().check(z.minimum(0), z.maximum(LIMITS.textCharacters)),
  }),
  /**
   * A copy of the whole journal left the service, for what the reference names: it escapes the destruction at the
   * limit. It stands in the copy too. A closed journal takes it (rule J2).
   */
  z.strictObject({ kind: z.literal('exported'), reason: RequestReference }),
  /** The message just before is the prepared warning against abuse (rule V5). */
  z.strictObject({ kind: z.literal('warned') }),
  /** Whoever wrote opens no other conversation for so many hours from here (rule V6). Never an address. */
  z.strictObject({
    kind: z.literal('blocked'),
    what: BlockTarget,
    hours: BlockHours,
    reason: AbuseReason,
  }),
  /** A supervisor lifted what this conversation brought about. A closed journal takes it (rule J2). */
  z.strictObject({ kind: z.literal('unblocked'), reason: z.optional(LiftReason) }),
  /** The text just before holds personal data of another conversation; its officer was warned, and sent it. */
  z.strictObject({ kind: z.literal('carried'), items: PersonalKinds }),
  /** What the citizen chose in the guided orientation, in French (rule S5). */
  z.strictObject({ kind: z.literal('orientation'), path: OrientationPath }),
  /** The citizen chose a phrase to come back after a quick exit; it is in no entry (rule S3). */
  z.strictObject({ kind: z.literal('return-phrase') }),
  /** The citizen is back, with the phrase. */
  z.strictObject({ kind: z.literal('return') }),
]);
export type EntryBody = z.infer<typeof EntryBody>;
export type EntryKind = EntryBody['kind'];

/** One thing that happened in a conversation, as desks and stores know it. */
export const Entry = z.strictObject({
  conversation: Id,
  seq: Seq,
  /** The sender's id: UNIQUE in its conversation (rule D1). */
  id: Id,
  at: Time,
  author: Author,
  body: EntryBody,
});
export type Entry = z.infer<typeof Entry>;

const CitizenAuthor = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('citizen') }),
  z.strictObject({ role: z.literal('officer'), rank: Rank, alias: Alias }),
  z.strictObject({ role: z.literal('relay') }),
]);

/** What a citizen may know of an entry. Its own schema, so that nothing added to `EntryBody` leaks by default. */
export const CitizenBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opened'),
    termsVersion: z.string(),
    language: CitizenLanguage,
    form: z.optional(RequestForm),
  }),
  z.strictObject({ kind: z.literal('message'), text: Text }),
  z.strictObject({ kind: z.literal('redirection'), platform: Platform }),
  z.strictObject({ kind: z.literal('station'), station: Station }),
  z.strictObject({ kind: z.literal('assignment'), to: OfficerFace }),
  z.strictObject({ kind: z.literal('release') }),
  z.strictObject({ kind: z.literal('emergency') }),
  z.strictObject({ kind: z.literal('departure') }),
  z.strictObject({ kind: z.literal('closure') }),
  z.strictObject({ kind: z.literal('deferral') }),
  z.strictObject({ kind: z.literal('silence'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('question'), ...AskedQuestion.shape }),
  z.strictObject({ kind: z.literal('return-phrase') }),
  z.strictObject({ kind: z.literal('return') }),
]);
export type CitizenBody = z.infer<typeof CitizenBody>;

export const CitizenEntry = z.strictObject({
  seq: Seq,
  id: Id,
  at: Time,
  author: CitizenAuthor,
  body: CitizenBody,
});
export type CitizenEntry = z.infer<typeof CitizenEntry>;

function citizenBody(body: EntryBody): CitizenBody | null {
  switch (body.kind) {
    case 'opened':
      return {
        kind: 'opened',
        termsVersion: body.termsVersion,
        language: body.language,
        ...(body.form === undefined ? {} : { form: body.form }),
      };
    case 'message':
      return { kind: 'message', text: body.text };
    case 'redirection':
      return { kind: 'redirection', platform: body.platform };
    case 'station':
      return { kind: 'station', station: body.station };
    case 'assignment':
      return { kind: 'assignment', to: { rank: body.to.rank, alias: body.to.alias } };
    // A quick exit ended every page there was. Whoever comes back is not told again that they fled.
    case 'departure':
      return body.manner === 'quick-exit' ? null : { kind: 'departure' };
    case 'silence':
      return { kind: 'silence', on: body.on };
    case 'question':
      return { kind: 'question', question: body.question, text: body.text, answers: body.answers };
    case 'release':
    case 'return-phrase':
    case 'return':
    case 'emergency':
    case 'closure':
    case 'deferral':
      return { kind: body.kind };
    case 'note':
    case 'orientation':
    case 'consultation':
    case 'parking':
    case 'subject':
    case 'tags':
    case 'emergency-acknowledged':
    case 'email':
    case 'email-outcome':
    case 'address-destroyed':
    case 'reveal':
    case 'carried':
    case 'exported':
    case 'warned':
    case 'blocked':
    case 'unblocked':
      return null;
  }
}

/** The citizen's view of an entry, or null for what is the officers' own (notes, tags, parking…). Rule P1. */
export function citizenEntry(entry: Entry): CitizenEntry | null {
  const body = citizenBody(entry.body);
  return body === null ? null : { ...viewOf(entry), body };
}

function viewOf({ seq, id, at, author }: Entry): Omit<CitizenEntry, 'body'> {
  const { role } = author;
  if (role !== 'officer') return { seq, id, at, author };
  return { seq, id, at, author: { role, rank: author.rank, alias: author.alias } };
}

/** What the person concerned may be given (terms of use, article 6): also what went out to them by e-mail. */
export type PersonBody =
  | CitizenBody
  | { readonly kind: 'email'; readonly text: string }
  | { readonly kind: 'email-outcome'; readonly outcome: MailOutcome }
  | { readonly kind: 'address-destroyed' };
export type PersonEntry = Omit<CitizenEntry, 'body'> & { readonly body: PersonBody };

function personBody(body: EntryBody): PersonBody | null {
  switch (body.kind) {
    case 'email':
      return { kind: 'email', text: body.text };
    case 'email-outcome':
      return { kind: 'email-outcome', outcome: body.outcome };
    case 'address-destroyed':
      return { kind: 'address-destroyed' };
    default:
      return citizenBody(body);
  }
}

/** The person's view of an entry, or null for what is the officers' own. Never shown by the page: see `citizenEntry`. */
export function personEntry(entry: Entry): PersonEntry | null {
  const body = personBody(entry.body);
  return body === null ? null : { ...viewOf(entry), body };
}
