import type { Entry } from '../../protocol/entry.ts';
import type { Time } from '../../protocol/ids.ts';
import {
  learn,
  type Measured,
  NOTHING_MEASURED,
  type Pace,
  paceOf,
  withMeasure,
} from '../domain/estimate.ts';
import type { Live } from './live.ts';

/** Measures how long people wait and how long they are served, so that estimates rest on something. */
export class PaceKeeper {
  #measured: Measured = NOTHING_MEASURED;

  /** `waitedSince` is when the conversation began to wait, if it waited before this entry. */
  observe(live: Live, entry: Entry, waitedSince: Time | null): void {
    const { body, at } = entry;
    if (body.kind === 'assignment') {
      // An emergency does not wait for its turn: it teaches nothing about turns.
      if (waitedSince !== null && live.forecast !== null && live.state.emergency === 'none') {
        this.#measured = learn(this.#measured, live.forecast, Math.max(0, at - waitedSince), at);
      }
      live.assignedAt = at;
    } else if (body.kind === 'closure' || body.kind === 'release') {
      if (live.assignedAt !== null && isTalk(live)) {
        const services = withMeasure(this.#measured.services, at, Math.max(0, at - live.assignedAt));
        this.#measured = { ...this.#measured, services };
      }
      live.assignedAt = null;
    }
  }

  now(now: Time, load: { readonly busy: number; readonly free: number }): Pace {
    return paceOf(this.#measured, now, load);
  }
}

/**
 * An answer by e-mail, or to a form of the site, takes as long as a mail server or a supervisor lets it: hours, in which
 * its officer talks with others. It teaches nothing about turns.
 */
function isTalk({ state: { deferral, form } }: Live): boolean {
  return deferral === null && form === null;
}
