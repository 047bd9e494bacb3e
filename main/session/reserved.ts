import type { Head } from '../../protocol/head.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import type { Attention } from './attention.ts';
import type { SessionContext } from './context.ts';

type Parts = Pick<SessionContext, 'model' | 'surroundings'> & {
  readonly call: (attention: readonly Attention[]) => void;
};

/**
 * What waits for a group first (rule G1) calls nobody else. When its time is over, or nobody of the group is on duty any
 * more, it is anybody's, and no frame of the relay's says so: then it calls as whatever begins to wait.
 */
export class Reserved {
  readonly #parts: Parts;
  readonly #waiting = new Set<Id>();
  /** The relay's clock, as far ahead of what has passed here: nobody can set that back, as a workstation's clock (C4). */
  #ahead: number;
  #cancel: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { model, surroundings } = parts;
    this.#ahead = surroundings.now() + model.state.clockOffset - surroundings.elapsed();
  }

  /** The relay says what time it is. */
  welcomed(now: Time): void {
    this.#ahead = now - this.#parts.surroundings.elapsed();
  }

  /** Whether it waits for others first, as things are now. */
  isForOthers({ forGroup, emergency }: Head): boolean {
    if (forGroup === undefined || emergency !== 'none' || this.#now() >= forGroup.until) return false;
    return !this.#parts.model.mayTakeOf(forGroup.group);
  }

  /** Heads, roster or groups have changed. `heads`: those that did. */
  changed(heads: readonly Head[] = []): void {
    for (const head of heads) {
      if (head.status === 'waiting' && this.isForOthers(head)) this.#waiting.add(head.conversation);
    }
    this.#look();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #now(): Time {
    return this.#parts.surroundings.elapsed() + this.#ahead;
  }

  #look(): void {
    const { model, surroundings, call } = this.#parts;
    const free: Attention[] = [];
    let next = Number.POSITIVE_INFINITY;
    for (const conversation of this.#waiting) {
      const head = model.heads.get(conversation);
      if (head?.status === 'waiting' && this.isForOthers(head)) {
        next = Math.min(next, (head.forGroup?.until ?? 0) - this.#now());
        continue;
      }
      this.#waiting.delete(conversation);
      // An emergency was told as such, with a sound of its own.
      if (head?.status === 'waiting' && head.emergency === 'none') {
        free.push({ level: 'queue', conversation, reference: head.reference });
      }
    }
    this.stop();
    if (this.#waiting.size > 0) this.#cancel = surroundings.after(Math.max(1, next), () => this.#look());
    call(free);
  }
}
