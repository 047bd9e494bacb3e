import type { RefusalCode } from '../../protocol/errors.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { Client } from './address.ts';
import { type Limiter, Tally } from './limiter.ts';

export type Refused = { readonly kind: 'refused'; readonly code: RefusalCode; readonly retryAfter: number };
export type Admission = { readonly kind: 'admitted' } | Refused;

const ADMITTED: Admission = { kind: 'admitted' };

export function refused(code: RefusalCode, retryAfter = 0): Refused {
  return { kind: 'refused', code, retryAfter };
}

/** Who may open one more connection, WebSocket or line: one count and one rate for an address (rule B3). */
export class Doors {
  readonly #handshakes: Limiter;
  readonly #perAddress: number;
  readonly #open = new Tally();
  #stopping = false;

  /** `perAddress`: connections open at once from one address. */
  constructor(handshakes: Limiter, perAddress: number) {
    this.#handshakes = handshakes;
    this.#perAddress = perAddress;
  }

  admit({ key }: Client): Admission {
    if (this.#stopping) return refused('shutting-down', 1_000);
    const wait = this.#handshakes.take(key);
    if (wait > 0) return refused('rate-limited', wait);
    if (this.#open.count(key) >= this.#perAddress) return refused('rate-limited', TIMES.beat);
    return ADMITTED;
  }

  entered({ key }: Client): void {
    this.#open.add(key);
  }

  left({ key }: Client): void {
    this.#open.remove(key);
  }

  /** New connections are refused from now on. */
  stop(): void {
    this.#stopping = true;
  }
}
