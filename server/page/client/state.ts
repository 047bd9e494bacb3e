import type { Announcement } from '../../../protocol/announcement.ts';
import type { ToCitizen } from '../../../protocol/citizen-channel.ts';
import type { Topic } from '../../../protocol/emergency.ts';
import type { CitizenEntry } from '../../../protocol/entry.ts';
import type { Cursor, Id, Reference, Time } from '../../../protocol/ids.ts';
import type { CitizenLanguage } from '../../../protocol/language.ts';
import type { Heard } from './environment.ts';
import type { Light } from './keeper.ts';
import type { Outbox } from './outbox.ts';

/**
 * - `open`: the conversation goes on (whatever the connection does).
 * - `leaving`: the citizen ends it; the page goes on trying to say so.
 * - `deferred`: the answer will come by e-mail; nothing more is said here.
 * - `left`: the relay knows. `closed`: an officer closed it.
 * - the rest: the relay put the page out; what to say is in the word.
 */
export type Phase =
  | 'open'
  | 'deferred'
  | 'leaving'
  | 'left'
  | 'closed'
  | 'gone'
  | 'outdated'
  | 'replaced'
  | 'failed';

export type Welcome = {
  readonly conversation: Id;
  readonly reference: Reference;
  readonly language: CitizenLanguage;
  readonly purgeAt: Time;
};

export type Status = Omit<Extract<ToCitizen, { type: 'status' }>, 'type'>;

/** All that the views show of a conversation. A new object at each change, never changed in place. */
export type ClientState = {
  readonly phase: Phase;
  readonly light: Light;
  readonly welcome: Welcome | null;
  readonly status: Status | null;
  readonly entries: readonly CitizenEntry[];
  readonly outbox: Outbox;
  /** Own messages up to it were read by the officer. */
  readonly officerRead: Cursor;
  readonly officerTyping: boolean;
  /** What the service announces to everybody now. */
  readonly announcement: Announcement | null;
  /** How often something looked like an emergency: the card is due again each time it grows. */
  readonly emergencies: number;
  /** What the citizen's messages are about, where a help line exists for it; the newest first. */
  readonly helpLines: readonly Topic[];
};

export const INITIAL_STATE: ClientState = {
  phase: 'open',
  light: 'connecting',
  welcome: null,
  status: null,
  entries: [],
  outbox: [],
  officerRead: 0,
  officerTyping: false,
  announcement: null,
  emergencies: 0,
  helpLines: [],
};

/**
 * The count after these entries. What the relay flagged by the rules was already counted when the citizen sent
 * it (the rules are the same), unless the page was reloaded since; what an officer flagged is new.
 */
export function emergenciesAfter(count: number, entries: readonly CitizenEntry[]): number {
  let after = count;
  for (const entry of entries) {
    if (entry.body.kind !== 'emergency') continue;
    after = entry.author.role === 'officer' ? after + 1 : Math.max(after, 1);
  }
  return after;
}

/** Whether the citizen said that they cannot write freely, be it still on its way. */
export function isSilent({ entries, outbox }: Pick<ClientState, 'entries' | 'outbox'>): boolean {
  let silent = false;
  for (const { body } of entries) if (body.kind === 'silence') silent = body.on;
  for (const { act, state } of outbox) if (act.type === 'silence' && state !== 'refused') silent = act.on;
  return silent;
}

/** How many help lines are offered at a time: more would crowd the talk out. */
const HELP_LINES = 2;

/** What changes once the rules have heard a message. */
export function afterHearing(
  { emergencies, helpLines }: Pick<ClientState, 'emergencies' | 'helpLines'>,
  { emergency, topics }: Heard,
): Pick<ClientState, 'emergencies' | 'helpLines'> {
  return {
    emergencies: emergency ? emergencies + 1 : emergencies,
    helpLines: topics.length === 0 ? helpLines : [...new Set([...topics, ...helpLines])].slice(0, HELP_LINES),
  };
}
