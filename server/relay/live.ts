import type { WaitEstimate } from '../../protocol/citizen-channel.ts';
import type { Cursor, Id, Reference, Time } from '../../protocol/ids.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import type { Forecast } from '../domain/estimate.ts';
import type { Bucket } from '../domain/rate.ts';
import type { StoredConversation } from '../store/store.ts';
import type { CitizenReader } from './citizen-reader.ts';
import type { DeskReader } from './desk-reader.ts';
import type { Follow } from './follow.ts';

/** One conversation in memory: its state, who reads it, and what they were last told. Never its texts. */
export type Live = {
  state: ConversationState;
  readonly reference: Reference;
  readonly purgeAt: Time;
  officerRead: Cursor;
  citizenRead: Cursor;
  readonly citizens: CitizenReader[];
  readonly followers: Follow[];
  /** Desks that have it on screen: in memory only, never written (rule G4). */
  readonly lookers: Set<DeskReader>;
  /** Since when (`elapsed`) no page of the citizen is connected; meaningful while `citizens` is empty. */
  citizenGoneAt: number;
  /** Where its page last connected from, in this process's memory alone; null when none did yet. */
  origin: string | null;
  /** A page has been connected at least once. */
  visited: boolean;
  bucket: Bucket | null;
  /** When its holder got it; null while nobody holds it, and after a restart of the relay. */
  assignedAt: Time | null;
  /** Until when (`elapsed`) it waits for its group first; meaningful while `state.forGroup` is set. */
  groupUntil: number;
  /** From when (`elapsed`) its holder's silence counts under rule Q7; meaningful while `state.unheardSince` is set. */
  unheardAt: number;
  /** Place in the queue as last computed; 0 when not waiting or not computed yet. */
  position: number;
  estimate: WaitEstimate;
  /** What was forecast when it came to wait; null when nothing was. */
  forecast: Forecast | null;
  /** The state the desks were last shown; null when they were shown none. */
  shown: ConversationState | null;
  /** The question after the end was answered: told to nobody, kept nowhere (rule D9). */
  asked: boolean;
  /** Not in the registry: closed long ago, or purged. Whoever saw its head is told that it is gone. */
  removed: boolean;
};

export function liveOf(state: ConversationState, stored: StoredConversation, elapsed: number): Live {
  return {
    state,
    reference: stored.reference,
    purgeAt: stored.purgeAt,
    officerRead: stored.officerRead,
    citizenRead: stored.citizenRead,
    citizens: [],
    followers: [],
    lookers: new Set(),
    citizenGoneAt: elapsed,
    origin: null,
    visited: false,
    bucket: null,
    assignedAt: null,
    groupUntil: elapsed,
    unheardAt: elapsed,
    position: 0,
    estimate: null,
    forecast: null,
    shown: null,
    asked: false,
    removed: true,
  };
}

export type Load = { readonly active: number; readonly parked: number };

const NO_LOAD: Load = { active: 0, parked: 0 };

/** What a state adds to its holder's load. */
export function loadOf(state: ConversationState): Load {
  if (state.holder === null) return NO_LOAD;
  // A request of the site is no chat: no capacity is needed for it.
  return state.status === 'parked' || state.form !== null
    ? { active: 0, parked: 1 }
    : { active: 1, parked: 0 };
}

/** The conversations in memory, who waits, and who holds how many: kept in step by `replace`. */
export class Registry {
  readonly #lives = new Map<Id, Live>();
  readonly #waiting = new Set<Live>();
  readonly #unheard = new Set<Live>();
  readonly #loads = new Map<Id, Load>();
  #open = 0;
  #deferred = 0;
  #requests = 0;

  get(conversation: Id): Live | undefined {
    return this.#lives.get(conversation);
  }

  all(): IterableIterator<Live> {
    return this.#lives.values();
  }

  get waiting(): ReadonlySet<Live> {
    return this.#waiting;
  }

  /** Held, with an emergency that its holder gave no sign of having heard (rule Q7). */
  get unheard(): ReadonlySet<Live> {
    return this.#unheard;
  }

  /** Conversations that are not closed. */
  get open(): number {
    return this.#open;
  }

  /** Requests of the site that are not closed. */
  get requests(): number {
    return this.#requests;
  }

  /** Conversations that wait for an answer by e-mail, in nobody's hands. */
  get deferred(): number {
    return this.#deferred;
  }

  load(officer: Id): Load {
    return this.#loads.get(officer) ?? NO_LOAD;
  }

  holders(): IterableIterator<Id> {
    return this.#loads.keys();
  }

  add(live: Live): void {
    this.#lives.set(live.state.conversation, live);
    live.removed = false;
    this.#count(live, 1);
  }

  replace(live: Live, state: ConversationState): void {
    this.#count(live, -1);
    live.state = state;
    this.#count(live, 1);
  }

  remove(live: Live): void {
    if (!this.#lives.delete(live.state.conversation)) return;
    this.#count(live, -1);
    live.removed = true;
  }

  #count(live: Live, sign: 1 | -1): void {
    const { state } = live;
    // Requests have a bound of their own: they must not shut the chat.
    if (state.status !== 'closed' && state.form !== null) this.#requests += sign;
    else if (state.status !== 'closed') this.#open += sign;
    if (state.status === 'deferred' && state.form === null) this.#deferred += sign;
    if (state.status === 'waiting') {
      if (sign === 1) this.#waiting.add(live);
      else this.#waiting.delete(live);
    }
    if (sign === 1 && state.unheardSince !== null) this.#unheard.add(live);
    else this.#unheard.delete(live);
    if (state.holder === null) return;
    const { officer } = state.holder;
    const before = this.load(officer);
    const change = loadOf(state);
    const active = before.active + sign * change.active;
    const parked = before.parked + sign * change.parked;
    if (active + parked === 0) this.#loads.delete(officer);
    else this.#loads.set(officer, { active, parked });
  }
}
