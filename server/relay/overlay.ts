import type { Id } from '../../protocol/ids.ts';
import type { ConversationState } from '../../protocol/journal.ts';
import { loadOf, type Registry } from './live.ts';

/**
 * The states as they will be once the batch is durable, over the states as they are. Dropping it undoes
 * everything (rule S1).
 */
export class Overlay {
  readonly #registry: Registry;
  readonly #states = new Map<Id, ConversationState>();
  readonly #active = new Map<Id, number>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  state(conversation: Id): ConversationState | null {
    return this.#states.get(conversation) ?? this.#registry.get(conversation)?.state ?? null;
  }

  put(state: ConversationState): void {
    const before = this.state(state.conversation);
    if (before !== null) this.#count(before, -1);
    this.#count(state, 1);
    this.#states.set(state.conversation, state);
  }

  /** Conversations an officer answers; parked ones do not count (rule Q4). */
  active(officer: Id): number {
    return this.#registry.load(officer).active + (this.#active.get(officer) ?? 0);
  }

  /** Conversations not closed. */
  get open(): number {
    return this.#registry.open + this.#added((state) => state.status !== 'closed' && state.form === null);
  }

  /** Requests of the site not closed. */
  get requests(): number {
    return this.#registry.requests + this.#added((state) => state.status !== 'closed' && state.form !== null);
  }

  /** How many more count now than before the batch. */
  #added(counts: (state: ConversationState) => boolean): number {
    let added = 0;
    for (const [conversation, state] of this.#states) {
      const before = this.#registry.get(conversation);
      added += Number(counts(state));
      if (before !== undefined) added -= Number(counts(before.state));
    }
    return added;
  }

  *waiting(): Generator<ConversationState> {
    for (const { state } of this.#registry.waiting) {
      if (!this.#states.has(state.conversation)) yield state;
    }
    for (const state of this.#states.values()) if (state.status === 'waiting') yield state;
  }

  /** Everything an officer holds, parked too, in the order of ids. */
  heldBy(officer: Id): ConversationState[] {
    const held: ConversationState[] = [];
    for (const { state } of this.#registry.all()) {
      const now = this.#states.get(state.conversation) ?? state;
      if (now.holder?.officer === officer) held.push(now);
    }
    return held.sort((a, b) => (a.conversation < b.conversation ? -1 : 1));
  }

  #count(state: ConversationState, sign: 1 | -1): void {
    if (state.holder === null) return;
    const { officer } = state.holder;
    this.#active.set(officer, (this.#active.get(officer) ?? 0) + sign * loadOf(state).active);
  }
}
