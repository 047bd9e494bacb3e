import type { IncomingMessage } from 'node:http';
import type { AudienceView } from '../site/audience/page.ts';
import type { Store } from '../store/store.ts';
import type { Log } from './log.ts';

/** The refusal, kept by the browser until it is closed: a longer trace would tell who comes by later. */
const COOKIE = 'permanence-audience';
const REFUSED = 'refused';
/** What was counted goes to the store this often: milliseconds. */
const WRITE_EVERY = 60_000;

/**
 * How often each page is asked for, by day: no address, no cookie that tells one visitor from another, nothing of
 * what was searched. Off unless the operator switches it on; never of a browser that says no, by its signal (Global
 * Privacy Control, Do Not Track) or on `/cookies`.
 */
export class Audience {
  readonly #on: boolean;
  readonly #secure: boolean;
  readonly #store: Pick<Store, 'count'>;
  readonly #clock: () => number;
  readonly #log: Log;
  #counts = new Map<string, number>();
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(parts: {
    readonly on: boolean;
    readonly secure: boolean;
    readonly store: Pick<Store, 'count'>;
    readonly clock: () => number;
    readonly log: Log;
  }) {
    this.#on = parts.on;
    this.#secure = parts.secure;
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#log = parts.log;
    if (!this.#on) return;
    this.#timer = setInterval(() => void this.write(), WRITE_EVERY);
    this.#timer.unref();
  }

  /** How this browser stands with the measurement. */
  viewOf(request: IncomingMessage): AudienceView {
    if (!this.#on) return 'off';
    const { headers } = request;
    if (headers['sec-gpc'] === '1' || headers['dnt'] === '1') return 'signal';
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    return pairs.includes(`${COOKIE}=${REFUSED}`) ? 'refused' : 'counted';
  }

  /** `route` is one of ours, never what a visitor wrote. */
  saw(request: IncomingMessage, route: string): void {
    if (this.viewOf(request) !== 'counted') return;
    const name = `page ${route}`;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** The `Set-Cookie` that keeps the refusal, or takes it back. */
  cookie(refused: boolean): string {
    const attributes = `Path=/; HttpOnly; SameSite=Lax${this.#secure ? '; Secure' : ''}`;
    return refused ? `${COOKIE}=${REFUSED}; ${attributes}` : `${COOKIE}=; ${attributes}; Max-Age=0`;
  }

  /** Puts the counts into the store; what it cannot take is counted with the next ones. */
  async write(): Promise<void> {
    const counts = this.#counts;
    if (counts.size === 0) return;
    this.#counts = new Map();
    try {
      await this.#store.count(counts, this.#clock());
    } catch (error) {
      for (const [name, count] of counts) this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
      this.#log('warn', 'audience-unwritten', { name: error instanceof Error ? error.name : 'unknown' });
    }
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.write();
  }
}
