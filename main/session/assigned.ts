import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import type { Cursor, Id } from '../../protocol/ids.ts';
import type { SessionContext } from './context.ts';

type Parts = Pick<SessionContext, 'officer'> & {
  readonly model: Pick<SessionContext['model'], 'holds'>;
  /** How far a journal has been read here. */
  readonly cursor: (conversation: Id) => Cursor;
};

/**
 * Who put a conversation into this officer's hands, which its journal says and its head does not: what they took themselves,
 * at another desk of theirs, is no news at this one.
 */
export class Assigned {
  readonly #parts: Parts;
  /** By this officer, as far as the journal was read. */
  readonly #byThemself = new Set<Id>();
  /** Their journals are on the way: whatever is held is followed. */
  readonly #undecided = new Map<Id, Head>();
  /** By others. They are told together, as they came: a hand-over is one call. */
  #given: Head[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** These came into their hands, and not by this desk. Those that others put there, where that is known of all. */
  came(heads: readonly Head[]): readonly Head[] {
    for (const head of heads) this.#undecided.set(head.conversation, head);
    return this.#decide();
  }

  /** The same once more of a journal is here. */
  entriesCame(conversation: Id, entries: readonly Entry[]): readonly Head[] {
    for (const { author, body } of entries) {
      if (body.kind !== 'assignment') continue;
      if (author.role === 'officer' && author.officer === this.#parts.officer) {
        this.#byThemself.add(conversation);
      } else this.#byThemself.delete(conversation);
    }
    return this.#decide();
  }

  /** Nothing of these is here any more. */
  forget(conversations: readonly Id[]): void {
    for (const id of conversations) {
      this.#byThemself.delete(id);
      this.#undecided.delete(id);
    }
  }

  #decide(): readonly Head[] {
    const { cursor, model } = this.#parts;
    for (const [conversation, head] of this.#undecided) {
      const isHeld = model.holds(conversation);
      if (isHeld && cursor(conversation) < head.lastSeq) continue;
      this.#undecided.delete(conversation);
      if (isHeld && !this.#byThemself.has(conversation)) this.#given.push(head);
    }
    if (this.#undecided.size > 0) return [];
    const given = this.#given.filter(({ conversation }) => model.holds(conversation));
    this.#given = [];
    return given;
  }
}
