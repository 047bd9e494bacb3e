import type { Scheduler } from './options.ts';

/** Lets everything that was started come to its end: there is no real waiting in a test's relay. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 12; round += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Time that moves only when a test says so. */
export class ManualTime {
  now = Date.UTC(2026, 10, 24, 9);
  #elapsed = 0;
  readonly #timers = new Map<symbol, { readonly at: number; readonly task: () => void }>();

  readonly clock = (): number => this.now;
  readonly scheduler: Scheduler = {
    soon: (task) => void setImmediate(task),
    after: (milliseconds, task) => {
      const key = Symbol('timer');
      this.#timers.set(key, { at: this.#elapsed + milliseconds, task });
      return () => void this.#timers.delete(key);
    },
    elapsed: () => this.#elapsed,
  };

  /** Somebody sets the clock: it says something else, and no time has passed. */
  jump(milliseconds: number): void {
    this.now += milliseconds;
  }

  get timers(): number {
    return this.#timers.size;
  }

  #pass(milliseconds: number): void {
    this.#elapsed += milliseconds;
    this.now += milliseconds;
  }

  async advance(milliseconds: number): Promise<void> {
    // What was started before time moves happens before it moves.
    await settle();
    const end = this.#elapsed + milliseconds;
    for (;;) {
      const next = [...this.#timers].sort(([, a], [, b]) => a.at - b.at)[0];
      if (next === undefined || next[1].at > end) break;
      const [key, { at, task }] = next;
      this.#timers.delete(key);
      this.#pass(Math.max(0, at - this.#elapsed));
      task();
      await settle();
    }
    this.#pass(end - this.#elapsed);
    await settle();
  }
}
