import type { Id, Seq } from '../../protocol/ids.ts';
import type { DeskState } from '../../protocol/ipc.ts';
import type { OfficerSelf, Presence, PresenceReason } from '../../protocol/officer.ts';
import type { SessionContext } from './context.ts';

/** A citizen need not be told more often that an officer is typing. */
const TYPING_EVERY = 3_000;

/** What passes without an id: reading marks, typing, presence, capacity. The last word counts, so only it is kept. */
export class Signals {
  readonly #context: SessionContext;
  readonly #read = new Map<Id, Seq>();
  readonly #typed = new Map<Id, number>();
  #looking: Id | null = null;
  #presence: Presence | null = null;
  #why: DeskState['presenceWhy'];
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
    this.#presence = presence;
    this.#why = why;
    this.#context.model.presenceIs(presence, why);
    this.#context.send({ type: 'presence', presence });
  }

  /** The relay changed it itself: shown, and no earlier choice is said again over it. */
  presenceChanged(presence: Presence, why?: PresenceReason): void {
    this.#presence = presence;
    this.#why = why;
    this.#context.model.presenceIs(presence, why);
  }

  capacity(capacity: OfficerSelf['capacity']): void {
    const { model } = this.#context;
    this.#capacity = capacity;
    if (model.state.self !== null) model.patch({ self: { ...model.state.self, capacity } });
    this.#context.send({ type: 'capacity', capacity });
  }

  /** After a welcome: what was chosen or read while the wire was down. */
  catchUp(presence: Presence, capacity: OfficerSelf['capacity']): void {
    if (this.#presence !== null && this.#presence !== presence) this.presence(this.#presence, this.#why);
    if (this.#capacity !== null && this.#capacity !== capacity) this.capacity(this.#capacity);
    for (const [conversation, seq] of this.#read) this.#context.send({ type: 'read', conversation, seq });
    this.#read.clear();
    if (this.#looking !== null) this.#context.send({ type: 'looking', conversation: this.#looking });
  }

  forget(conversations: readonly Id[]): void {
    for (const id of conversations) {
      this.#read.delete(id);
      this.#typed.delete(id);
      if (this.#looking === id) this.#looking = null;
    }
  }
}
