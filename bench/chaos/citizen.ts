import { WebSocket } from 'ws';
import { markedText } from '../../e2e/model/truth.ts';
import { CITIZEN_SOCKET_PATH } from '../../protocol/citizen-channel.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { type CitizenClient, createClient } from '../../server/page/client/client.ts';
import type { Environment, WireListener } from '../../server/page/client/environment.ts';
import { textOf } from '../load/texts.ts';
import { ackOf } from './frames.ts';
import { Absence, type Promises } from './promises.ts';

export type CitizenOptions = {
  readonly name: string;
  readonly conversation: Id;
  readonly cookie: string;
  /** The proxy's. */
  readonly port: number;
  readonly promises: Promises;
};

/** A citizen's browser: the real page client over a real socket. A reload begins another life of it. */
export class ChaosCitizen {
  readonly #options: CitizenOptions;
  client: CitizenClient;
  #alive = { value: true };
  #life = 0;
  #socket: WebSocket | null = null;
  #written = 0;

  constructor(options: CitizenOptions) {
    this.#options = options;
    this.client = this.#live();
  }

  get name(): string {
    return this.#options.name;
  }

  get conversation(): Id {
    return this.#options.conversation;
  }

  get isOnline(): boolean {
    return this.client.state().light === 'online';
  }

  #live(): CitizenClient {
    this.#life += 1;
    const alive = { value: true };
    this.#alive = alive;
    const absence = new Absence(this.#options.promises);
    const environment: Environment = {
      openWire: (listener) => this.#openWire(alive, listener),
      now: Date.now,
      elapsed: () => performance.now(),
      random: Math.random,
      after: (delay, action) => {
        const timer = setTimeout(() => alive.value && action(), delay);
        return () => clearTimeout(timer);
      },
      newId,
      listen: () => undefined,
    };
    const client = createClient(environment);
    client.subscribe(() => absence.changed(client.state().light === 'online'));
    client.start();
    return client;
  }

  #openWire(alive: { readonly value: boolean }, listener: WireListener) {
    const { port, cookie, name, conversation, promises } = this.#options;
    const origin = `http://127.0.0.1:${port}`;
    const socket = new WebSocket(`ws://127.0.0.1:${port}${CITIZEN_SOCKET_PATH}`, {
      headers: { cookie, origin },
      perMessageDeflate: false,
      handshakeTimeout: 10_000,
    });
    this.#socket = socket;
    let own = true;
    const isHeard = () => own && alive.value;
    socket.on('open', () => isHeard() && listener.opened());
    socket.on('message', (data, isBinary) => {
      if (!isHeard()) return;
      const frame = isBinary ? null : String(data);
      if (frame !== null) {
        const id = ackOf(frame);
        if (id !== null) promises.acked.set(id, conversation);
        promises.heardByCitizen(name, frame);
      }
      listener.frame(frame);
    });
    socket.on('error', () => undefined);
    socket.on('close', (code) => isHeard() && listener.closed(code));
    return {
      send: (frame: string) => socket.readyState === WebSocket.OPEN && socket.send(frame),
      close: () => {
        own = false;
        socket.terminate();
      },
    };
  }

  say(): void {
    this.#written += 1;
    const { name } = this.#options;
    this.client.send(markedText(name, `${name}p${this.#life}`, this.#written, textOf(this.#written)));
  }

  /** The tab is loaded again: what was not acknowledged is gone, as the page had said. */
  reload(): void {
    this.#alive.value = false;
    this.#socket?.terminate();
    this.client = this.#live();
  }

  stop(): void {
    this.#alive.value = false;
    this.#socket?.terminate();
  }
}
