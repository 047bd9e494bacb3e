import type { CloseReason, RefusalCode } from '../../protocol/errors.ts';
import type { Id } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import { type Bucket, fullBucket, type Rate, takeToken } from '../domain/rate.ts';
import { PENDING_PER_SENDER } from './committer.ts';
import type { Core } from './core.ts';
import { encode } from './encode.ts';
import type { Link } from './ports.ts';
import type { Outcome } from './requests.ts';

/** E2: this many malformed frames close the connection. */
const MALFORMED_FRAMES = 10;
/** B3: a sender that goes on after this many refusals in a row is closed. */
const REFUSED_IN_A_ROW = 100;
/** Typing is told at most this often. */
const TYPING_EVERY = 2_000;

/** What every socket has in common: greeting, refusals, rates, its end. Kept small: there are thousands. */
export abstract class SocketReader {
  readonly link: Link;
  readonly core: Core;
  /** Since when (`elapsed`) it has been open, and, until `hello`, awaited. */
  readonly openedAt: number;
  greeted = false;
  isOver = false;
  #malformed = 0;
  #limited = 0;
  #pending = 0;
  #typedAt = Number.NEGATIVE_INFINITY;
  /** Bytes of the content that it was told last. */
  #contentBytes = 0;

  constructor(core: Core, link: Link) {
    this.core = core;
    this.link = link;
    this.openedAt = core.scheduler.elapsed();
  }

  /** Takes itself out of everything that would write to it. Called once. */
  protected abstract leave(): void;

  /** The wire is gone. */
  gone(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.leave();
  }

  close(reason: CloseReason): void {
    if (this.isOver) return;
    this.link.close(reason);
    this.gone();
  }

  /** What it leaves unsent, as B2 counts it. */
  buffered(): number {
    return Math.max(0, this.link.buffered() - this.#contentBytes);
  }

  /** The content is one frame that may be larger than all that B2 allows: being told it makes nobody slow. */
  sendContent(frame: string): void {
    this.#contentBytes = Buffer.byteLength(frame);
    this.link.send(frame);
  }

  cutOff(reason: CloseReason): void {
    this.close(reason);
  }

  malformed(id: Id | null): void {
    if (this.isOver) return;
    this.#malformed += 1;
    if (this.#malformed >= MALFORMED_FRAMES) this.close('malformed');
    else this.refuse(id, 'malformed');
  }

  refuse(id: Id | null, code: RefusalCode): void {
    if (this.isOver) return;
    this.core.metrics.refused(code);
    this.link.send(encode({ type: 'refused', id, code }));
  }

  /** Rules V1 and H1. True when this was the hello, and it may go on. */
  protected greet(message: { readonly type: string; readonly version?: number }, spoken: number): boolean {
    if (this.greeted) {
      this.close('malformed');
      return false;
    }
    if (message.type !== 'hello') {
      this.close('hello-expected');
      return false;
    }
    if (message.version !== spoken) {
      this.close('version-unsupported');
      return false;
    }
    this.greeted = true;
    return true;
  }

  /** Called by the sweep: H1's time-out. */
  expireGreeting(now: number): void {
    if (!this.greeted && now - this.openedAt > TIMES.hello) this.close('hello-expected');
  }

  /** Rules B1 and B3, and the drain: whether an act may join the batch. Refuses it when not. */
  protected admit(id: Id, rate: Rate, bucket: Bucket | null, keep: (bucket: Bucket) => void): boolean {
    if (this.core.draining) {
      this.refuse(id, 'shutting-down');
      return false;
    }
    const now = this.core.scheduler.elapsed();
    const token = takeToken(rate, bucket ?? fullBucket(rate, now), now);
    keep(token.bucket);
    if (token.allowed && this.#pending < PENDING_PER_SENDER) {
      this.#limited = 0;
      this.#pending += 1;
      return true;
    }
    this.#limited += 1;
    if (this.#limited > REFUSED_IN_A_ROW) this.close('rate-limited');
    else this.refuse(id, 'rate-limited');
    return false;
  }

  /** The answer to an admitted act. */
  protected settle(id: Id, outcome: Outcome): void {
    this.#pending -= 1;
    if (outcome.kind === 'refused') this.refuse(id, outcome.code);
    else if (!this.isOver) this.acknowledge(id, outcome);
  }

  protected abstract acknowledge(id: Id, outcome: Extract<Outcome, { kind: 'acknowledged' }>): void;

  /** Whether "typing" may be told again. */
  protected mayTellTyping(): boolean {
    const now = this.core.scheduler.elapsed();
    if (now - this.#typedAt < TYPING_EVERY) return false;
    this.#typedAt = now;
    return true;
  }
}
