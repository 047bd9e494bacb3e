import * as z from 'zod/mini';
import { Deferral, type MailOutcome } from './deferral.ts';
import { Departure, Disposition, Subject, Tags } from './entry.ts';
import { ForGroup } from './group.ts';
import { Cursor, Id, Reference, Seq, Time } from './ids.ts';
import { STATUSES } from './journal.ts';
import { CitizenLanguage } from './language.ts';
import { LIMITS } from './limits.ts';
import { Alias, Rank } from './officer.ts';
import { RequestKind } from './request.ts';

/**
 * One conversation's line in the queue, in "my conversations" and on the board: its state, plus what
 * is not in the journal (who is connected, how far each side has read).
 */
export const Head = z.strictObject({
  conversation: Id,
  reference: Reference,
  status: z.enum(STATUSES),
  language: CitizenLanguage,
  subject: z.nullable(Subject),
  tags: Tags,
  openedAt: Time,
  closedAt: z.nullable(Time),
  holder: z.nullable(z.strictObject({ officer: Id, rank: Rank, alias: Alias })),
  waitingSince: Time,
  returned: z.boolean(),
  /** It should be seen by a supervisor (rule Q5); absent otherwise, and in what older desks kept. */
  needsSupervisor: z.optional(z.literal(true)),
  /** The citizen cannot write freely; absent otherwise, and in what older desks kept. */
  silent: z.optional(z.literal(true)),
  /** For whom it waits first (rule G2); absent for anybody. */
  forGroup: z.optional(ForGroup),
  /** Whose advice was asked (rule G3); absent for nobody's. */
  consulted: z.optional(
    z
      .array(z.strictObject({ officer: Id, rank: Rank, alias: Alias }))
      .check(z.maxLength(LIMITS.consultedPerConversation)),
  ),
  /** They chose a phrase to come back by after a quick exit; absent otherwise. */
  mayReturn: z.optional(z.literal(true)),
  emergency: z.enum(['none', 'flagged', 'acknowledged']),
  left: z.nullable(Departure),
  disposition: z.nullable(Disposition),
  /** Absent in what was cached before answers could be deferred. */
  deferral: z.optional(z.nullable(Deferral)),
  /** It came from a form of the site, and is the supervisors' (rule D6); absent otherwise. */
  form: z.optional(RequestKind),
  lastSeq: Seq,
  lastCitizenSeq: Cursor,
  lastCitizenAt: z.nullable(Time),
  unansweredSince: z.nullable(Time),
  /** The last `seq` the holder's screen, and the citizen's page, have shown. */
  officerRead: Cursor,
  citizenRead: Cursor,
  citizenOnline: z.boolean(),
  /** The day the conversation is destroyed at the latest. */
  purgeAt: Time,
});
export type Head = z.infer<typeof Head>;

type Mail = NonNullable<Deferral['mail']>;

/** How an answer by e-mail can come back to the desk. */
export type ReturnOutcome = Exclude<MailOutcome, 'accepted'>;
export type ReturnedMail = Mail & { readonly state: ReturnOutcome };

function didComeBack(mail: Mail): mail is ReturnedMail {
  return mail.state !== 'queued' && mail.state !== 'accepted';
}

/**
 * The latest answer by e-mail of an open conversation, where it did not leave or did not arrive: somebody has to deal
 * with it. Null for every other.
 */
export function mailThatCameBack({
  status,
  deferral,
}: Pick<Head, 'status' | 'deferral'>): ReturnedMail | null {
  const mail = deferral?.mail ?? null;
  return status !== 'closed' && mail !== null && didComeBack(mail) ? mail : null;
}

/** Whose matter an answer that came back is: its holder's; in nobody's hands, that of whoever wrote it. */
export function cameBackTo(head: Pick<Head, 'status' | 'deferral' | 'holder'>): Id | null {
  const mail = mailThatCameBack(head);
  return mail === null ? null : (head.holder?.officer ?? mail.by ?? null);
}

type Queued = Pick<Head, 'conversation' | 'emergency' | 'returned' | 'waitingSince'>;

/**
 * The queue's order, the same on the relay, the desk and the citizen's page: emergencies, then what came
 * back from an officer, then first come first served; ids break ties, so that the order is total.
 */
export function compareQueue(a: Queued, b: Queued): number {
  const emergency = Number(b.emergency !== 'none') - Number(a.emergency !== 'none');
  if (emergency !== 0) return emergency;
  const returned = Number(b.returned) - Number(a.returned);
  if (returned !== 0) return returned;
  if (a.waitingSince !== b.waitingSince) return a.waitingSince - b.waitingSince;
  return a.conversation < b.conversation ? -1 : Number(a.conversation > b.conversation);
}

/**
 * Whether somebody is there to be answered. One who left in a hurry keeps the place, and is passed over until
 * they are back; under a flagged emergency an officer must see it all the same.
 */
export function isThere({ left, emergency }: Pick<Head, 'left' | 'emergency'>): boolean {
  return left === null || emergency === 'flagged';
}

/** Whether this officer's advice is asked here (rule G3). */
export function isConsulted({ consulted }: Pick<Head, 'consulted'>, officer: Id): boolean {
  return consulted?.some((each) => each.officer === officer) ?? false;
}
