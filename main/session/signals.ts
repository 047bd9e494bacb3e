import type { ToDesk } from '../../protocol/desk-channel.ts';
import type { Id, Seq, Time } from '../../protocol/ids.ts';
import type { DeskState } from '../../protocol/ipc.ts';
import type { OfficerSelf, Presence, PresenceReason, RosterRow } from '../../protocol/officer.ts';
import type { SessionContext } from './context.ts';

/** A citizen need not be told more often that an officer is typing. */
const TYPING_EVERY = 3_000;

/** How the officer said that they are, here or as a roster told it. */
type Word = {
  readonly presence: Presence;
  readonly why: DeskState['presenceWhy'];
  /** By the relay's clock. */
  readonly at: Time;
  /** The relay has shown it. */
  readonly isKnown: boolean;
};

/** What passes without an id: reading marks, typing, presence, capacity. The last word counts, so only it is kept. */
export class Signals {
  readonly #context: SessionContext;
  readonly #read = new Map<Id, Seq>();
  readonly #typed = new Map<Id, number>();
  #looking: Id | null = null;
  #word: Word | null = null;
  /** Null once the relay has shown it: it keeps it. */
  #capacity: OfficerSelf['capacity'] | null = null;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** Shown as read at once here; the relay hears of it now or at the next connection. */
  read(conversation: Id, seq: Seq): void {
    const { model } = this.#context;
    const head = model.heads.get(conversation);
    if (head === undefined || !model.holds(conversation) || seq <= head.officerRead) return;
    const read = Math.min(seq, head.lastSeq);
    model.markRead(conversation, Math.max(read, head.officerRead));
    if (!this.#context.send({ type: 'read', conversation, seq })) this.#read.set(conversation, seq);
  }

  typing(conversation: Id): void {
    const { model, surroundings } = this.#context;
    const now = surroundings.elapsed();
    const typed = this.#typed.get(conversation) ?? Number.NEGATIVE_INFINITY;
    if (!model.holds(conversation) || now - typed < TYPING_EVERY) return;
    this.#typed.set(conversation, now);
    this.#context.send({ type: 'typing', conversation });
  }

  /** What is on screen: told anew on each connection, because the relay keeps it nowhere. */
  looking(conversation: Id | null): void {
    this.#looking = conversation;
    this.#context.send({ type: 'looking', conversation });
  }

  /** `why`: relay or desk said so by itself. */
  presence(presence: Presence, why?: DeskState['presenceWhy']): void {
    this.#say(presence, why, false);
    this.#context.send({ type: 'presence', presence });
  }

  /** The relay changed it itself: shown, and no earlier choice is said again over it. */
  presenceChanged(presence: Presence, why?: PresenceReason): void {
    this.#say(presence, why, true);
  }

  #say(presence: Presence, why: DeskState['presenceWhy'], isKnown: boolean): void {
    const { model, surroundings } = this.#context;
    this.#word = { presence, why, at: surroundings.now() + model.state.clockOffset, isKnown };
    model.presenceIs(presence, why);
  }

  /**
   * What a roster shows was heard: it is no longer this desk's to say. What was said later at another desk of the
   * officer's takes its place; a roster from before this desk's word was heard does not.
   */
  rosterCame(rows: readonly RosterRow[]): void {
    const own = rows.find((row) => row.officer === this.#context.officer);
    if (own === undefined || own.presence === 'offline') return;
    if (own.capacity === this.#capacity) this.#capacity = null;
    const word = this.#word;
    const { presence, since: at } = own;
    if (word === null) this.#word = { presence, why: undefined, at, isKnown: true };
    else if (presence === word.presence) this.#word = { ...word, isKnown: true };
    else if (word.isKnown || at > word.at) this.#word = { presence, why: undefined, at, isKnown: true };
  }

  capacity(capacity: OfficerSelf['capacity']): void {
    const { model } = this.#context;
    this.#capacity = capacity;
    if (model.state.self !== null) model.patch({ self: { ...model.state.self, capacity } });
    this.#context.send({ type: 'capacity', capacity });
  }

  /** After a welcome: what was chosen or read while the wire was down. */
  catchUp(welcome: Extract<ToDesk, { readonly type: 'welcome' }>): void {
    const { capacity } = welcome.self;
    this.#sayAgain(welcome.presence, welcome.remembered);
    if (this.#capacity !== null && this.#capacity !== capacity) this.capacity(this.#capacity);
    else this.#capacity = null;
    for (const [conversation, seq] of this.#read) this.#context.send({ type: 'read', conversation, seq });
    this.#read.clear();
    if (this.#looking !== null) this.#context.send({ type: 'looking', conversation: this.#looking });
  }

  /**
   * What the relay remembers may be of another desk, and newer: it counts, unless it never showed this desk's own word. One
   * that remembers nothing is told what differs from what it takes for granted.
   */
  #sayAgain(presence: Presence, remembered: boolean): void {
    const word = this.#word;
    const isSame = word === null || word.presence === presence;
    if (isSame || (remembered && word.isKnown)) this.#say(presence, isSame ? word?.why : undefined, true);
    else this.presence(word.presence, word.why);
  }

  forget(conversations: readonly Id[]): void {
    for (const id of conversations) {
      this.#read.delete(id);
      this.#typed.delete(id);
      if (this.#looking === id) this.#looking = null;
    }
  }
}
