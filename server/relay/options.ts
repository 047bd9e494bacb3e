import type { MailOutcome } from '../../protocol/deferral.ts';
import { TIMES } from '../../protocol/limits.ts';
import { MAX_RETENTION_MONTHS } from '../../protocol/retention.ts';
import type { Rate } from '../domain/rate.ts';
import type { BlockPort } from '../store/blocks.ts';
import type { Store } from '../store/store.ts';
import type { AnnouncementPort } from './announcing.ts';
import type { ErasurePort } from './erasure-notices.ts';
import type {
  Accounts,
  Clock,
  ContentSource,
  GroupSource,
  MailCarrier,
  OrientationSource,
  PersonalResponses,
  Phrases,
  StationSource,
} from './ports.ts';

/** Time to come, injected so that tests own it: no other timer exists in the hub. */
export interface Scheduler {
  /** Runs `task` once this turn of the loop has handed over all that arrived (`setImmediate`). */
  soon(task: () => void): void;
  /** Runs `task` once, after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, task: () => void): () => void;
  /**
   * Milliseconds since a moment that stays the same: what durations are measured with. The wall clock may jump (an
   * administrator, a time server after a cut); nobody's grace ends, and no heartbeat stops, because it does.
   */
  elapsed(): number;
}

/** Node's own timers; they keep no process alive. */
export const nodeScheduler: Scheduler = {
  soon(task) {
    setImmediate(task);
  },
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
  elapsed: () => performance.now(),
};

export type HubSettings = {
  /** The version of the terms in force; another one is refused `terms-outdated` (rule T1). */
  readonly termsVersion: string;
  /** 1 to 3 calendar months. */
  readonly retentionMonths: number;
  /** Hand waiting conversations to available officers by load, without being asked. */
  readonly distribute: boolean;
  /** Milliseconds; see TIMES in protocol/limits.ts. */
  readonly deskGrace: number;
  readonly citizenGrace: number;
  /** Messages of one citizen's conversation. */
  readonly citizenRate: Rate;
  /** Commands of one desk connection. */
  readonly deskRate: Rate;
  /** Open conversations this relay accepts; above it, opening is refused `not-available`. */
  readonly openConversations: number;
  /** The same for requests of the site. */
  readonly openRequests: number;
  /** The roster opens and closes the chat: with nobody on duty a conversation opens for a deferred answer only. */
  readonly rosterOpens: boolean;
  /** How long what was passed to a group waits for its members first; milliseconds. */
  readonly groupFirst: number;
  /** How long what was distributed may go unlooked at before it is given back; milliseconds, 0 for ever (rule G5). */
  readonly offerWithin: number;
  /** After so many missed in a row an officer is away. */
  readonly missedOffers: number;
  /** How long an emergency stays with a holder who gives no sign; milliseconds (rule Q7). */
  readonly unheardWithin: number;
  /** How long an answer by e-mail is tried; milliseconds. */
  readonly mailGiveUp: number;
};

export const DEFAULT_SETTINGS: Omit<HubSettings, 'termsVersion'> = {
  retentionMonths: MAX_RETENTION_MONTHS,
  distribute: false,
  deskGrace: TIMES.deskGrace,
  citizenGrace: TIMES.citizenGrace,
  citizenRate: { burst: 20, perSecond: 2 },
  deskRate: { burst: 60, perSecond: 20 },
  openConversations: 20_000,
  openRequests: 2_000,
  rosterOpens: false,
  groupFirst: 3 * 60_000,
  offerWithin: 60_000,
  missedOffers: 2,
  unheardWithin: 60_000,
  mailGiveUp: 48 * 60 * 60_000,
};

/** Something that happened, by name, with ids and numbers only: never a text, an address or an e-mail. */
export type LogSink = (
  level: 'info' | 'warn' | 'error',
  event: string,
  details: Readonly<Record<string, string | number | boolean>>,
) => void;

/** The hub's figures. Counters only grow; gauges say how things stand. Times in milliseconds. */
export interface MetricsSink {
  /** Entries made durable, by one commit. */
  committed(entries: number, messages: number, milliseconds: number): void;
  commitFailed(error: string): void;
  /** Conversations waiting, held, and sockets by kind. */
  gauges(now: {
    readonly waiting: number;
    /** Questions that wait for an answer by e-mail, in nobody's hands. */
    readonly deferred: number;
    readonly held: number;
    readonly citizens: number;
    readonly desks: number;
  }): void;
  readerCutOff(): void;
  refused(code: string): void;
  purged(conversations: number, entries: number): void;
  /** An answer by e-mail was tried: `later`, or how it ended. */
  mailTried(result: 'later' | MailOutcome): void;
}

export type HubOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly content: ContentSource;
  /** Whom the hub tells about a chosen capacity, and who tells it that sessions ended. */
  readonly accounts: Pick<Accounts, 'setCapacity' | 'onEnded'>;
  /** Absent: there are no groups of officers. */
  readonly groups?: GroupSource;
  /** Absent: there is no directory of stations. */
  readonly stations?: StationSource;
  readonly erasures?: ErasurePort;
  /** Absent: nobody can be kept out. */
  readonly blocks?: BlockPort;
  /** The officers' own responses; absent where nobody has any. */
  readonly personal?: PersonalResponses;
  /** Absent: nobody was guided. */
  readonly orientation?: OrientationSource;
  /** Absent: nothing is announced. */
  readonly announcements?: AnnouncementPort;
  /** Absent: no answer can be deferred. */
  readonly mail?: MailCarrier | null;
  /** Absent: no phrase to come back by can be chosen. */
  readonly phrases?: Phrases | null;
  /** Partial: the rest is `DEFAULT_SETTINGS`. */
  readonly settings: Partial<HubSettings> & Pick<HubSettings, 'termsVersion'>;
  readonly log: LogSink;
  readonly metrics: MetricsSink;
  readonly scheduler?: Scheduler;
};
