import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Attention } from './attention.ts';
import type { DeskModel } from './model.ts';

type Parts = {
  readonly officer: Id;
  readonly model: Pick<DeskModel, 'heads' | 'holds' | 'given' | 'setGiven'>;
  /** Whether this officer asked for it themselves. `all`: the frame may answer what was asked before it. */
  readonly isTaking: (conversation: Id, all: boolean) => boolean;
};

/**
 * Conversations that others put into this officer's hands: a colleague passed them, somebody handed over, the relay
 * distributed them. Each calls once, and is marked new until it was on screen: what is read and answered already shows
 * no other sign that it is here.
 */
export class Given {
  readonly #parts: Parts;
  /** Whether the desk knew anything when it started: if not, whatever is held at the greeting is no news. */
  readonly #knew: boolean;
  #greeting = true;
  #looking: Id | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#knew = parts.model.heads.size > 0;
  }

  /** The roster has come, which ends the relay's greeting. */
  greeted(): void {
    this.#greeting = false;
  }

  /** Those of these heads that come into this officer's hands by others. Before they take the place of those there are. */
  coming(all: boolean, heads: readonly Head[]): readonly Head[] {
    return heads.filter((head) => this.#isNew(all, head));
  }

  /** The heads have come, and these among them. What it calls for; the window is told which they are. */
  came(heads: readonly Head[]): readonly Attention[] {
    const { model } = this.#parts;
    const kept = model.given.filter((id) => model.holds(id) && model.heads.get(id)?.status !== 'closed');
    const unseen = heads.map(({ conversation }) => conversation).filter((id) => id !== this.#looking);
    model.setGiven([...kept, ...unseen]);
    return heads.map(({ conversation, reference }) => ({ level: 'given', conversation, reference }));
  }

  /** What is on screen now. */
  looked(conversation: Id | null): void {
    const { model } = this.#parts;
    this.#looking = conversation;
    model.setGiven(model.given.filter((id) => id !== conversation));
  }

  #isNew(all: boolean, { conversation, holder, status }: Head): boolean {
    const { officer, model, isTaking } = this.#parts;
    if (holder?.officer !== officer || status === 'closed') return false;
    const known = model.heads.get(conversation);
    if (known?.holder?.officer === officer) return false;
    if (known === undefined && this.#greeting && !this.#knew) return false;
    return !isTaking(conversation, all);
  }
}
