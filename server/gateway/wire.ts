import type { RawData, WebSocket } from 'ws';
import * as z from 'zod/mini';
import { CLOSES, type CloseReason } from '../../protocol/errors.ts';
import { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { type Bucket, fullBucket, type Rate, takeToken } from '../domain/rate.ts';
import { encode } from '../relay/encode.ts';
import type { Link, Peer } from '../relay/ports.ts';

/** A hello of any version, whatever else it says: another version must be told so, not called malformed (V1). */
const AnyHello = z.looseObject({ type: z.literal('hello'), version: z.int() });
const AnyWithId = z.looseObject({ id: Id });

/** A sender that goes on after this many refused frames in a row is closed (rule B3). */
const REFUSED_IN_A_ROW = 100;

type Parser<Message> = {
  safeParse(value: unknown): { success: true; data: Message } | { success: false };
};

function idOf(value: unknown): Id | null {
  const named = AnyWithId.safeParse(value);
  return named.success ? named.data.id : null;
}

/**
 * One WebSocket as the hub sees it: a `Link` outwards, and inwards frames that were parsed before anything
 * else looked at them (rules E1, E2). What arrives before the hub answered who this is waits, bounded (B1).
 */
export class Wire<Message> implements Link {
  readonly #socket: WebSocket;
  readonly #schema: Parser<Message>;
  readonly #rate: Rate;
  readonly #onMessage: () => void;
  #bucket: Bucket | null = null;
  #limited = 0;
  #peer: Peer<Message> | null = null;
  #early: RawData[] = [];
  #over = false;
  /** When anything was last heard, by `performance.now()`. */
  heardAt = performance.now();
  /** When the relay asked for the close; 0 while it did not. */
  closingAt = 0;

  constructor(socket: WebSocket, schema: Parser<Message>, rate: Rate, onMessage: () => void) {
    this.#socket = socket;
    this.#schema = schema;
    this.#rate = rate;
    this.#onMessage = onMessage;
    socket.on('message', (data, isBinary) => this.#arrived(data, isBinary));
    socket.on('pong', () => {
      this.heardAt = performance.now();
    });
    // `ws` closes by itself after an error of the wire: 1009 for a frame that is too large (rule E3).
    socket.on('error', () => undefined);
    socket.once('close', () => this.#gone());
  }

  /** The hub has answered. A wire that is gone by now is told so to the peer at once. */
  attach(peer: Peer<Message>): void {
    this.#peer = peer;
    const early = this.#early;
    this.#early = [];
    for (const data of early) this.#parse(data);
    if (this.#over) peer.gone();
  }

  get isOver(): boolean {
    return this.#over;
  }

  send(frame: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(frame);
  }

  buffered(): number {
    return this.#socket.bufferedAmount;
  }

  close(reason: CloseReason): void {
    if (this.closingAt !== 0) return;
    this.closingAt = performance.now();
    this.#early = [];
    this.#socket.close(CLOSES[reason].code, reason);
  }

  /** Asks for a sign of life (rule C1). */
  ping(): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
  }

  /** Cuts the wire without a word. */
  terminate(): void {
    this.#socket.terminate();
  }

  #arrived(data: RawData, isBinary: boolean): void {
    this.heardAt = performance.now();
    if (this.closingAt !== 0) return;
    if (isBinary) this.close('malformed');
    else if (this.#peer !== null) this.#parse(data);
    else if (this.#early.length >= LIMITS.pendingPerSender) this.close('rate-limited');
    else this.#early.push(data);
  }

  #parse(data: RawData): void {
    if (this.closingAt !== 0) return;
    let value: unknown;
    try {
      value = JSON.parse(data.toString());
    } catch {
      this.close('malformed');
      return;
    }
    const message = this.#schema.safeParse(value);
    if (message.success) {
      if (!this.#allowed(value)) return;
      this.#onMessage();
      this.#peer?.receive(message.data);
      return;
    }
    const hello = AnyHello.safeParse(value);
    if (hello.success && hello.data.version !== PROTOCOL_VERSION) {
      this.close('version-unsupported');
      return;
    }
    this.#peer?.malformed(idOf(value));
  }

  /**
   * B3: frames of every kind count here. The hub counts what is written, by conversation; reading marks,
   * typing or following could flood as well.
   */
  #allowed(value: unknown): boolean {
    const now = performance.now();
    const token = takeToken(this.#rate, this.#bucket ?? fullBucket(this.#rate, now), now);
    this.#bucket = token.bucket;
    if (token.allowed) {
      this.#limited = 0;
      return true;
    }
    this.#limited += 1;
    if (this.#limited > REFUSED_IN_A_ROW) this.close('rate-limited');
    else this.send(encode({ type: 'refused', id: idOf(value), code: 'rate-limited' }));
    return false;
  }

  #gone(): void {
    this.#over = true;
    this.#early = [];
    this.#peer?.gone();
  }
}
