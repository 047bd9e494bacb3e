import type { Time } from '../../protocol/ids.ts';
import { type Bucket, fullBucket, type Rate, takeToken } from '../domain/rate.ts';

/** Attempts without any delay; from there each failure doubles it (OWASP Authentication Cheat Sheet). */
const FREE_ATTEMPTS = 5;
const FIRST_DELAY = 15_000;
/** Bounded, so that nobody can be kept out for long by somebody else's guesses. */
const LONGEST_DELAY = 15 * 60_000;
/** Failures this old are forgotten. */
export const FAILURE_MEMORY = 24 * 3_600_000;

export type Failures = { readonly failures: number; readonly lastAt: Time; readonly lockedUntil: Time };

const NONE: Failures = { failures: 0, lastAt: 0, lockedUntil: 0 };

/** Milliseconds still to wait, or 0. */
export function lockedFor(known: Failures | null, now: Time): number {
  return Math.max(0, (known?.lockedUntil ?? 0) - now);
}

/** What is known after one more attempt. It is counted before it is checked: parallel guesses count too. */
export function oneMore(known: Failures | null, now: Time): Failures {
  const before = known === null || now - known.lastAt > FAILURE_MEMORY ? NONE : known;
  const failures = before.failures + 1;
  const beyond = failures - FREE_ATTEMPTS;
  const delay = beyond < 0 ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(beyond, 20));
  return { failures, lastAt: now, lockedUntil: delay === 0 ? 0 : now + delay };
}

/**
 * One address may be a whole station behind one router: 150 desks sign in within minutes at a change of
 * shift, all counted before they are checked. So an address is given a station's worth of failures at once,
 * and then one a minute: enough for typing mistakes, too few to try a common password on many logins. Each
 * login has its own lock-out besides.
 */
const ADDRESS_RATE: Rate = { burst: 300, perSecond: 1 / 60 };
const ADDRESSES = 10_000;

/** Failures by address, in memory only: addresses are not written down. The longest untouched go first. */
export class AddressFailures {
  readonly #known = new Map<string, Bucket>();

  /** Milliseconds still to wait, or 0. */
  lockedFor(address: string, now: Time): number {
    return takeToken(ADDRESS_RATE, this.#of(address, now), now).retryAfter;
  }

  count(address: string, now: Time): void {
    const { bucket } = takeToken(ADDRESS_RATE, this.#of(address, now), now);
    this.#known.delete(address);
    this.#known.set(address, bucket);
    if (this.#known.size > ADDRESSES) {
      const oldest = this.#known.keys().next();
      if (!oldest.done) this.#known.delete(oldest.value);
    }
  }

  /** The attempt was right, or was not checked: it does not count. What was counted before does. */
  forgive(address: string): void {
    const known = this.#known.get(address);
    if (known === undefined) return;
    this.#known.set(address, { ...known, tokens: Math.min(ADDRESS_RATE.burst, known.tokens + 1) });
  }

  #of(address: string, now: Time): Bucket {
    return this.#known.get(address) ?? fullBucket(ADDRESS_RATE, now);
  }
}
