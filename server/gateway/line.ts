import type { ServerResponse } from 'node:http';
import type { FromCitizen } from '../../protocol/citizen-channel.ts';
import type { LineAnswer, LineBatch, LineId, LineMode } from '../../protocol/citizen-line.ts';
import { CLOSES, type CloseReason } from '../../protocol/errors.ts';
import type { Rate } from '../domain/rate.ts';
import type { Link, Peer } from '../relay/ports.ts';
import { CITIZEN_CHANNEL, Intake } from './intake.ts';

/** Batches that may come before the one they follow: a page has two or three on the way at most (rule B1). */
const AHEAD = 4;
/** Some proxies hold an answer back until they have this much of it. */
const PADDING = `:${' '.repeat(2048)}\n\n`;

/** One server-sent event (HTML Standard, 9.2). A frame is JSON on one line. */
function event(data: string, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${data}\n\n`;
}

/**
 * A citizen's line over plain HTTP as the hub sees it: a `Link` outwards, an `Intake` inwards. What is on the
 * way when an answer breaks is lost, as with a socket that is cut: then the line is over, and the page comes
 * back with its cursor (rule R1).
 */
export class Line implements Link {
  readonly id: LineId;
  readonly token: string;
  readonly mode: LineMode;
  readonly #intake: Intake<FromCitizen>;
  readonly #onOver: () => void;
  /** Frames that no answer has taken yet; only in mode `poll`. */
  #held: string[] = [];
  #heldBytes = 0;
  #stream: ServerResponse | null = null;
  #asking: ((answer: LineAnswer) => void) | null = null;
  #askedAt = 0;
  #next = 0;
  readonly #ahead = new Map<number, readonly string[]>();
  #over = false;
  origin?: string;
  heardAt = performance.now();
  closingAt = 0;

  constructor(id: LineId, token: string, mode: LineMode, rate: Rate, onOver: () => void) {
    this.id = id;
    this.token = token;
    this.mode = mode;
    this.#intake = new Intake(CITIZEN_CHANNEL, rate, this, () => undefined);
    this.#onOver = onOver;
  }

  attach(peer: Peer<FromCitizen>): void {
    this.#intake.attach(peer);
  }

  /** The answer that stays open. Its end, from either side, is the line's. */
  streamTo(response: ServerResponse): void {
    this.#stream = response;
    response.once('close', () => this.#finish());
    response.on('error', () => undefined);
    response.write(PADDING + event(this.id, 'line'));
  }

  send(frame: string): void {
    if (this.#over || this.closingAt !== 0) return;
    if (this.mode === 'stream') this.#stream?.write(event(frame));
    else {
      this.#held.push(frame);
      this.#heldBytes += frame.length;
      // What one turn of the loop has to say goes into one answer.
      if (this.#asking !== null && this.#held.length === 1) setImmediate(() => this.#answer());
    }
  }

  buffered(): number {
    return this.#heldBytes + (this.#stream?.writableLength ?? 0);
  }

  close(reason: CloseReason): void {
    if (this.closingAt !== 0) return;
    this.closingAt = performance.now();
    this.#intake.forget();
    const { code } = CLOSES[reason];
    if (this.mode === 'stream') this.#stream?.end(event(String(code), 'close'));
    else this.#closeCode = code;
    this.#answer();
  }

  #closeCode: number | null = null;

  /**
   * What the page says. Answers false when the batch is too far ahead: something is missing, and the line is
   * of no more use.
   */
  take({ batch, frames }: LineBatch): boolean {
    this.heardAt = performance.now();
    if (batch < this.#next) return true;
    if (batch - this.#next > AHEAD) return false;
    this.#ahead.set(batch, frames);
    for (let due = this.#ahead.get(this.#next); due !== undefined; due = this.#ahead.get(this.#next)) {
      this.#ahead.delete(this.#next);
      this.#next += 1;
      for (const frame of due) this.#intake.take(frame);
    }
    return true;
  }

  /** What there is to say, now or as soon as there is something. A second question at a time ends the first. */
  ask(): Promise<LineAnswer> {
    this.heardAt = performance.now();
    this.#asking?.({ frames: [], close: null });
    return new Promise((resolve) => {
      this.#asking = resolve;
      this.#askedAt = performance.now();
      if (this.#held.length > 0 || this.#closeCode !== null) this.#answer();
    });
  }

  /** An answer that has waited `patience` ms goes out empty: proxies do not like to wait. */
  expire(patience: number): void {
    if (this.#asking !== null && performance.now() - this.#askedAt > patience) this.#answer();
  }

  /** While a question is open, the page is there. */
  get isAsking(): boolean {
    return this.#asking !== null;
  }

  /** Ends it without a word. */
  terminate(): void {
    this.#stream?.destroy();
    this.#finish();
  }

  #answer(): void {
    const asking = this.#asking;
    if (asking === null) return;
    this.#asking = null;
    const frames = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    this.heardAt = performance.now();
    asking({ frames, close: this.#closeCode });
    if (this.#closeCode !== null) this.#finish();
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#held = [];
    this.#heldBytes = 0;
    this.#ahead.clear();
    this.#asking?.({ frames: [], close: this.#closeCode ?? CLOSES['come-back'].code });
    this.#asking = null;
    this.#intake.gone();
    this.#onOver();
  }
}
