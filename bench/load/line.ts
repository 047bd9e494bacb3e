import { WebSocket } from 'ws';
import { shouldComeBack } from '../../protocol/errors.ts';
import { TIMES } from '../../protocol/limits.ts';

export type LineOptions = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The socket is open: say `hello`. */
  readonly onOpen: () => void;
  /** A frame, with the load's clock (`performance.now()`) taken before anything else was done with it. */
  readonly onText: (text: string, at: number) => void;
  /** The wire is gone; null when it never opened. */
  readonly onLost: (code: number | null) => void;
};

/**
 * One client's wire with the protocol's own manners: silence means a dead wire (C2), a cut wire is followed by
 * full jitter, the close code says whether to come back (C3), `bye` how long to wait at least.
 */
export class Line {
  readonly #options: LineOptions;
  #socket: WebSocket | null = null;
  #attempt = 0;
  #asked = 0;
  #stopped = false;
  #retry: NodeJS.Timeout | null = null;
  #silence: NodeJS.Timeout | null = null;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  connect(): void {
    const { url, headers, onOpen, onText, onLost } = this.#options;
    const socket = new WebSocket(url, { headers, perMessageDeflate: false, handshakeTimeout: 10_000 });
    this.#socket = socket;
    let opened = false;
    socket.on('open', () => {
      opened = true;
      this.#silence = setTimeout(() => socket.terminate(), TIMES.silence);
      onOpen();
    });
    socket.on('message', (data) => {
      const at = performance.now();
      this.#silence?.refresh();
      onText(data.toString(), at);
    });
    // Every error is followed by 'close', which is where it is dealt with.
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      if (this.#silence !== null) clearTimeout(this.#silence);
      if (this.#stopped) return;
      onLost(opened ? code : null);
      if (!opened || shouldComeBack(code)) this.#retryLater();
    });
  }

  #retryLater(): void {
    const ceiling = Math.min(TIMES.reconnectCeiling, TIMES.reconnectFirst * 2 ** Math.min(this.#attempt, 16));
    this.#attempt += 1;
    const wait = this.#asked + Math.random() * ceiling;
    this.#asked = 0;
    this.#retry = setTimeout(() => this.connect(), wait);
  }

  /** The relay said `welcome`: the next cut is a first one again. */
  welcomed(): void {
    this.#attempt = 0;
  }

  /** The relay asked, in `bye`, to wait this many milliseconds. */
  wait(milliseconds: number): void {
    this.#asked = milliseconds;
  }

  /** False when there is no open wire: the caller's outbox keeps the frame. */
  send(frame: string): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(frame);
    return true;
  }

  /** Cuts the wire for good, without a farewell. */
  stop(): void {
    this.#stopped = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#socket?.terminate();
  }
}
