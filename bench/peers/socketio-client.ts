import { WebSocket } from 'ws';

export type PeerEntry = { readonly id: string; readonly conversation: string };

export type PeerHooks = {
  readonly onAck: (id: string, at: number) => void;
  readonly onEntry: (entry: PeerEntry, at: number) => void;
};

/**
 * A Socket.IO client reduced to its wire (Engine.IO 4 packets over a WebSocket, Socket.IO 5 inside), on the same
 * `ws` client that drives the relay: the comparison is then between servers, not between client libraries.
 */
export class PeerClient {
  readonly #socket: WebSocket;
  readonly #hooks: PeerHooks;
  readonly #pending = new Map<number, string>();
  #last = 0;

  private constructor(socket: WebSocket, hooks: PeerHooks) {
    this.#socket = socket;
    this.#hooks = hooks;
  }

  /** Resolves when the server has admitted the socket; rejects when it never does. */
  static connect(port: number, query: Record<string, string>, hooks: PeerHooks): Promise<PeerClient> {
    const parameters = new URLSearchParams({ EIO: '4', transport: 'websocket', ...query });
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?${parameters}`, {
      perMessageDeflate: false,
      handshakeTimeout: 10_000,
    });
    const client = new PeerClient(socket, hooks);
    return new Promise((connected, failed) => {
      socket.on('error', failed);
      socket.on('message', (data) => {
        const at = performance.now();
        const text = data.toString();
        if (text.startsWith('40')) connected(client);
        else client.#hear(text, at);
      });
    });
  }

  /** Emits `message` with an acknowledgement, as `socket.emit('message', …, callback)` does. */
  send(message: { id: string; text: string; conversation?: string }): void {
    this.#last += 1;
    this.#pending.set(this.#last, message.id);
    this.#socket.send(`42${this.#last}${JSON.stringify(['message', message])}`);
  }

  stop(): void {
    this.#socket.terminate();
  }

  #hear(text: string, at: number): void {
    if (text.startsWith('42')) {
      const [, entry] = JSON.parse(text.slice(2)) as [string, PeerEntry];
      this.#hooks.onEntry(entry, at);
    } else if (text.startsWith('43')) {
      const number = Number.parseInt(text.slice(2), 10);
      const id = this.#pending.get(number);
      if (id === undefined) return;
      this.#pending.delete(number);
      // The relay's acknowledgements are parsed too.
      JSON.parse(text.slice(text.indexOf('[')));
      this.#hooks.onAck(id, at);
    } else if (text === '2') this.#socket.send('3');
    else if (text.startsWith('0')) this.#socket.send('40');
  }
}
