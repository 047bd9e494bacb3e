import { expect } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { CITIZEN_SOCKET_PATH, type FromCitizen, ToCitizen } from '../../protocol/citizen-channel.ts';
import { type Command, DESK_SOCKET_PATH, type FromDesk, ToDesk } from '../../protocol/desk-channel.ts';
import { type CloseReason, closeReason } from '../../protocol/errors.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';

const PATIENCE = 20_000;

/** `expect.poll` with as much patience as everything else here. */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: PATIENCE });
}

type Schema<Frame> = { parse(value: unknown): Frame };
type Of<Frame extends { type: string }, Type extends Frame['type']> = Extract<Frame, { type: Type }>;

/** Rejects after a while, with what was waited for: a hung test says nothing. */
export function within<Value>(
  promise: Promise<Value>,
  what: string,
  milliseconds = PATIENCE,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A real WebSocket that parses all that the relay says, and keeps it. */
export class TestSocket<In, Out extends { type: string }> {
  readonly raw: WebSocket;
  readonly frames: Out[] = [];
  /** Code of the close, once there is one. */
  readonly closed: Promise<number>;
  /** Status and body of a refused handshake, once there is one. */
  readonly refused: Promise<{ status: number; body: string }>;
  readonly #watchers = new Set<() => void>();
  #code: number | null = null;

  constructor(url: string, schema: Schema<Out>, options: ClientOptions) {
    this.raw = new WebSocket(url, options);
    this.raw.on('message', (data) => {
      this.frames.push(schema.parse(JSON.parse(String(data))));
      for (const watcher of this.#watchers) watcher();
    });
    this.closed = new Promise((resolve) => {
      this.raw.on('close', (code) => {
        this.#code = code;
        resolve(code);
        for (const watcher of this.#watchers) watcher();
      });
    });
    this.refused = new Promise((resolve) => {
      this.raw.on('unexpected-response', (_request, response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += String(chunk);
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      });
    });
    this.raw.on('error', () => undefined);
  }

  async opened(): Promise<this> {
    if (this.raw.readyState === WebSocket.OPEN) return this;
    const open = new Promise<void>((resolve, reject) => {
      this.raw.once('open', resolve);
      this.raw.once('error', reject);
      this.refused.then(({ status, body }) => reject(new Error(`refused ${status} ${body}`)), reject);
    });
    await within(open, 'the handshake');
    return this;
  }

  send(message: In): void {
    this.raw.send(JSON.stringify(message));
  }

  /** The first frame of a type, already here or to come, that satisfies `test`. */
  async frame<Type extends Out['type']>(
    type: Type,
    test: (frame: Of<Out, Type>) => boolean = () => true,
  ): Promise<Of<Out, Type>> {
    const find = (): Of<Out, Type> | undefined =>
      this.frames.find(
        (frame): frame is Of<Out, Type> => frame.type === type && test(frame as Of<Out, Type>),
      );
    const found = new Promise<Of<Out, Type>>((resolve, reject) => {
      const look = (): void => {
        const frame = find();
        if (frame === undefined && this.#code === null) return;
        this.#watchers.delete(look);
        if (frame === undefined) reject(new Error(`closed ${this.#code} before ${type}`));
        else resolve(frame);
      };
      this.#watchers.add(look);
      look();
    });
    return within(found, `a frame ${type}`);
  }

  async reason(): Promise<CloseReason | number> {
    const code = await within(this.closed, 'a close');
    return closeReason(code) ?? code;
  }

  async status(): Promise<{ status: number; code: string }> {
    const { status, body } = await within(this.refused, 'a refused handshake');
    return { status, code: (JSON.parse(body) as { code: string }).code };
  }
}

const toSocket = (url: string, path: string): string => `${url.replace(/^http/, 'ws')}${path}`;

/** The page's end of its socket. */
export class TestCitizen extends TestSocket<FromCitizen, ToCitizen> {
  constructor(url: string, cookie: string | null, options: ClientOptions = {}) {
    super(toSocket(url, CITIZEN_SOCKET_PATH), ToCitizen, {
      origin: url,
      ...options,
      headers: { ...(cookie === null ? {} : { cookie }), ...options.headers },
    });
  }

  async hello(epoch: string | null = null, cursor = 0) {
    await this.opened();
    this.send({ type: 'hello', version: PROTOCOL_VERSIONS.citizen, epoch, cursor });
    return this.frame('welcome');
  }

  say(text: string, id: Id = newId()): Id {
    this.send({ type: 'message', id, text });
    return id;
  }

  texts(): string[] {
    return this.frames.flatMap((frame) =>
      frame.type === 'entries'
        ? frame.entries.flatMap((entry) => (entry.body.kind === 'message' ? [entry.body.text] : []))
        : [],
    );
  }
}

/** The desk's end of its socket. */
export class TestDesk extends TestSocket<FromDesk, ToDesk> {
  constructor(url: string, token: string | null, options: ClientOptions = {}) {
    super(toSocket(url, DESK_SOCKET_PATH), ToDesk, {
      ...options,
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...options.headers },
    });
  }

  async hello() {
    await this.opened();
    this.send({
      type: 'hello',
      version: PROTOCOL_VERSIONS.desk,
      epoch: null,
      contentVersion: null,
      cursors: [],
    });
    return this.frame('welcome');
  }

  /** The relay's answer to one command, given an id once more too: `ack`, or a refusal's code. */
  async command(command: Command, id: Id = newId()): Promise<string> {
    const before = this.frames.length;
    const isNew = (frame: ToDesk) => this.frames.includes(frame, before);
    this.send({ type: 'command', id, command });
    return Promise.race([
      this.frame('ack', (frame) => frame.id === id && isNew(frame)).then(() => 'ack'),
      this.frame('refused', (frame) => frame.id === id && isNew(frame)).then((frame) => frame.code),
    ]);
  }
}
