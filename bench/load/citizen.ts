import { CITIZEN_SOCKET_PATH, type FromCitizen, ToCitizen } from '../../protocol/citizen-channel.ts';
import { isRetryable, type RefusalCode } from '../../protocol/errors.ts';
import { type Epoch, type Id, newId } from '../../protocol/ids.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import { Line } from './line.ts';

export type CitizenHooks = {
  readonly onWelcome?: () => void;
  readonly onAck?: (id: Id, seq: number, at: number) => void;
  readonly onRefused?: (id: Id | null, code: RefusalCode) => void;
  /** An officer's message arrived. */
  readonly onOfficer?: (id: Id, at: number) => void;
  readonly onPosition?: (position: number | null) => void;
  readonly onLost?: (code: number | null) => void;
};

export type CitizenOptions = {
  readonly port: number;
  readonly cookie: string;
  readonly conversation: Id;
  readonly hooks: CitizenHooks;
  /**
   * `schema` parses every frame as the page does. `plain` trusts the relay, so that at full load the generator
   * does not take the processor from the server it measures.
   */
  readonly parse: 'schema' | 'plain';
};

/** A citizen as the protocol wants one: outbox until acknowledged, cursor, resume, full jitter. */
export class Citizen {
  readonly conversation: Id;
  readonly #line: Line;
  readonly #options: CitizenOptions;
  readonly #outbox = new Map<Id, string>();
  #epoch: Epoch | null = null;
  #cursor = 0;
  #welcome = false;

  constructor(options: CitizenOptions) {
    this.#options = options;
    this.conversation = options.conversation;
    const origin = `http://127.0.0.1:${options.port}`;
    this.#line = new Line({
      url: `ws://127.0.0.1:${options.port}${CITIZEN_SOCKET_PATH}`,
      headers: { cookie: options.cookie, origin },
      onOpen: () => {
        this.#say({
          type: 'hello',
          version: PROTOCOL_VERSIONS.citizen,
          epoch: this.#epoch,
          cursor: this.#cursor,
        });
      },
      onText: (text, at) => this.#hear(text, at),
      onLost: (code) => {
        this.#welcome = false;
        options.hooks.onLost?.(code);
      },
    });
  }

  get online(): boolean {
    return this.#welcome;
  }

  /** Messages that are not acknowledged yet. */
  get unacknowledged(): number {
    return this.#outbox.size;
  }

  connect(): void {
    this.#line.connect();
  }

  stop(): void {
    this.#welcome = false;
    this.#line.stop();
  }

  /** Puts a text in the outbox and on the wire when there is one; `id` when the caller must know it before. */
  send(text: string, id: Id = newId()): Id {
    this.#outbox.set(id, text);
    if (this.#welcome) this.#say({ type: 'message', id, text });
    return id;
  }

  #say(message: FromCitizen): void {
    this.#line.send(JSON.stringify(message));
  }

  #hear(text: string, at: number): void {
    const raw: unknown = JSON.parse(text);
    const message = this.#options.parse === 'schema' ? ToCitizen.parse(raw) : (raw as ToCitizen);
    const { hooks } = this.#options;
    switch (message.type) {
      case 'welcome':
        this.#welcomed(message.epoch, message.reset);
        return;
      case 'entries':
        this.#read(message, at);
        return;
      case 'ack':
        this.#outbox.delete(message.id);
        hooks.onAck?.(message.id, message.seq, at);
        return;
      case 'refused':
        if (message.id !== null && !isRetryable(message.code)) this.#outbox.delete(message.id);
        hooks.onRefused?.(message.id, message.code);
        return;
      case 'status':
        hooks.onPosition?.(message.position);
        return;
      case 'bye':
        this.#line.wait(message.retryAfter);
        return;
      case 'read':
      case 'typing':
      case 'beat':
        return;
    }
  }

  #welcomed(epoch: Epoch, reset: boolean): void {
    this.#line.welcomed();
    if (reset) this.#cursor = 0;
    this.#epoch = epoch;
    this.#welcome = true;
    for (const [id, text] of this.#outbox) this.#say({ type: 'message', id, text });
    this.#options.hooks.onWelcome?.();
  }

  #read(frame: Extract<ToCitizen, { type: 'entries' }>, at: number): void {
    if (frame.after !== this.#cursor) return;
    this.#cursor = frame.through;
    const { onOfficer } = this.#options.hooks;
    if (onOfficer === undefined) return;
    for (const entry of frame.entries) {
      if (entry.body.kind === 'message' && entry.author.role === 'officer') onOfficer(entry.id, at);
    }
  }
}
