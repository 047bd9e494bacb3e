import type { Entry } from '../../protocol/entry.ts';
import type { Time } from '../../protocol/ids.ts';
import { type Measures, type Pace, paceOf, withMeasure } from '../domain/queue.ts';
import type { Live } from './live.ts';

/** Measures how long people wait and how long they are served, so that estimates rest on something. */
export class PaceKeeper {
  #services: Measures = [];
  #waits: Measures = [];

  /** `waitedSince` is when the conversation began to wait, if it waited before this entry. */
  observe(live: Live, entry: Entry, waitedSince: Time | null): void {
    const { body, at } = entry;
    if (body.kind === 'assignment') {
      if (waitedSince !== null) this.#waits = withMeasure(this.#waits, at, at - waitedSince);
      live.assignedAt = at;
    } else if (body.kind === 'closure' || body.kind === 'release') {
      if (live.assignedAt !== null) this.#services = withMeasure(this.#services, at, at - live.assignedAt);
      live.assignedAt = null;
    }
  }

  now(now: Time, load: { readonly busy: number; readonly free: number }): Pace {
    return paceOf(this.#services, this.#waits, now, load);
  }
}
