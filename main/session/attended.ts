import type { Id } from '../../protocol/ids.ts';
import { type Attention, concerns } from './attention.ts';
import type { SessionContext } from './context.ts';

type Parts = Pick<SessionContext, 'officer'> & {
  readonly model: Pick<SessionContext['model'], 'heads' | 'isPresent'>;
};

/**
 * Emergencies of colleagues who sit before them. Whoever goes, or lets the conversation go, without a word on it leaves it
 * to everybody: it calls then, as one that is flagged then.
 */
export class Attended {
  readonly #parts: Parts;
  #attended: ReadonlySet<Id> = new Set();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Heads or roster have changed. What nobody attends to any more. */
  changed(): readonly Attention[] {
    const { officer, model } = this.#parts;
    const attended = new Set<Id>();
    const left: Attention[] = [];
    for (const head of model.heads.values()) {
      const { conversation, reference, emergency } = head;
      if (emergency !== 'flagged') continue;
      if (!concerns(head, officer, (each) => model.isPresent(each))) attended.add(conversation);
      else if (this.#attended.has(conversation)) left.push({ level: 'emergency', conversation, reference });
    }
    this.#attended = attended;
    return left;
  }
}
