/** The longest a site may send the relay away, in milliseconds. */
const LONGEST_PAUSE = 7 * 24 * 3_600_000;

/** When a `Retry-After` ends (RFC 9110, 10.2.3: seconds or a date); null when it says nothing readable. */
export function retryTime(retryAfter: string, now: number): number | null {
  const text = retryAfter.trim();
  const at = /^\d{1,9}$/.test(text) ? now + Number(text) * 1_000 : Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(at, now + LONGEST_PAUSE);
}

/** One request at a time for each host, a breath between two, and none before a host said to come back. */
export class HostTurns {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #closed = new Map<string, number>();
  readonly #breath: number;

  constructor(breath: number) {
    this.#breath = breath;
  }

  run<Result>(host: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(host);
    const turn = before === undefined ? task() : before.then(() => this.#wait()).then(task);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(host, settled);
    return turn;
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.#breath));
  }

  /** Forgets who was asked: at the end of a round. */
  rest(): void {
    this.#last.clear();
  }

  closeUntil(host: string, at: number): void {
    this.#closed.set(host, at);
  }

  isClosed(host: string, now: number): boolean {
    return (this.#closed.get(host) ?? 0) > now;
  }
}
