import type { Time } from '../../protocol/ids.ts';

/** Time and chance, from outside, so that tests own both. */
export type Surroundings = {
  /** Milliseconds since the epoch, by the workstation's clock. */
  now(): Time;
  /**
   * Milliseconds since a moment that stays the same: what waits and time-outs are measured with. The clock may be set
   * back by an hour, and a desk must not wait an hour longer because of it.
   */
  elapsed(): number;
  /** In [0, 1). */
  random(): number;
  /** Runs `task` once, after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, task: () => void): () => void;
};

/** Something that happened, by name, with ids and numbers: never a text, an address or a secret. */
export type Log = (event: string, details?: Readonly<Record<string, string | number | boolean>>) => void;

/** Node's own. Its timers keep no process alive. */
export const nodeSurroundings: Surroundings = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  random: () => Math.random(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
