import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { CLOSES, type CloseReason } from '../../protocol/errors.ts';
import type { Rate } from '../domain/rate.ts';
import type { Link, Peer } from '../relay/ports.ts';
import { type Channel, Intake } from './intake.ts';

/** One WebSocket, over the connection `stream`, as the hub sees it: a `Link` outwards, inwards an `Intake`. */
export class Wire<Message> implements Link {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #intake: Intake<Message>;
  #over = false;
  #corked = false;
  origin?: string;
  /** When anything was last heard, by `performance.now()`. */
  heardAt = performance.now();
  /** When the relay asked for the close; 0 while it did not. */
  closingAt = 0;

  constructor(
    socket: WebSocket,
    stream: Duplex,
    channel: Channel<Message>,
    rate: Rate,
    onMessage: () => void,
  ) {
    this.#socket = socket;
    this.#stream = stream;
    this.#intake = new Intake(channel, rate, this, onMessage);
    socket.on('message', (data, isBinary) => this.#arrived(data, isBinary));
    socket.on('pong', () => {
      this.heardAt = performance.now();
    });
    // `ws` closes by itself after an error of the wire: 1009 for a frame that is too large (rule E3).
    socket.on('error', () => undefined);
    socket.once('close', () => this.#gone());
  }

  /** The hub has answered who this is. */
  attach(peer: Peer<Message>): void {
    this.#intake.attach(peer);
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** What one turn has to say to this socket leaves in one system call: the call costs more than the frame. */
  send(frame: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (!this.#corked) {
      this.#corked = true;
      this.#stream.cork();
      process.nextTick(() => {
        this.#corked = false;
        this.#stream.uncork();
      });
    }
    this.#socket.send(frame);
  }

  buffered(): number {
    return this.#socket.bufferedAmount;
  }

  close(reason: CloseReason): void {
    if (this.closingAt !== 0) return;
    this.closingAt = performance.now();
    this.#intake.forget();
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
    if (isBinary) this.close('malformed');
    else this.#intake.take(data.toString());
  }

  #gone(): void {
    this.#over = true;
    this.#intake.gone();
  }
}
