import { type Bucket, fullBucket, type Rate, takeToken } from '../domain/rate.ts';

/** Keys remembered by one limiter. The longest untouched is forgotten first: it was nearest to full. */
const KEYS = 50_000;

/** A token bucket for each key (rule B3), in bounded memory (rule B1). */
export class Limiter {
  readonly #rate: Rate;
  readonly #clock: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, clock: () => number) {
    this.#rate = rate;
    this.#clock = clock;
  }

  /** Takes one; the answer is 0, or the milliseconds until the next one. */
  take(key: string): number {
    const now = this.#clock();
    const before = this.#buckets.get(key) ?? fullBucket(this.#rate, now);
    const { bucket, retryAfter } = takeToken(this.#rate, before, now);
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > KEYS) {
      const oldest = this.#buckets.keys().next();
      if (!oldest.done) this.#buckets.delete(oldest.value);
    }
    return retryAfter;
  }
}

/** All of a minute's worth at once, then evenly. */
export function perMinute(count: number): Rate {
  return { burst: count, perSecond: count / 60 };
}

export function perHour(count: number): Rate {
  return { burst: Math.max(1, Math.ceil(count / 6)), perSecond: count / 3600 };
}

/** How many are open at once, by key. A key with none takes no memory. */
export class Tally {
  readonly #counts = new Map<string, number>();

  count(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: string): void {
    this.#counts.set(key, this.count(key) + 1);
  }

  remove(key: string): void {
    const left = this.count(key) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }
}
