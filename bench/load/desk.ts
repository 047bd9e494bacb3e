import { type Command, DESK_SOCKET_PATH, type FromDesk, ToDesk } from '../../protocol/desk-channel.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { Head } from '../../protocol/head.ts';
import { type Epoch, type Id, newId } from '../../protocol/ids.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import { Line } from './line.ts';

export type Outcome =
  | { readonly kind: 'acked'; readonly conversation: Id; readonly seq: number }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

export type DeskHooks = {
  readonly onWelcome?: () => void;
  /** Each entry of a followed conversation, in order, with the load's clock when its frame came. */
  readonly onEntry?: (entry: Entry, at: number) => void;
  /** The frame that completed a conversation's journal so far. */
  readonly onRange?: (conversation: Id, through: number) => void;
  readonly onLost?: (code: number | null) => void;
};

export type DeskOptions = {
  readonly port: number;
  readonly token: string;
  readonly hooks: DeskHooks;
  readonly parse: 'schema' | 'plain';
};

/** A desk as the protocol wants one: cursors a conversation, resume, full jitter, and only heads it was told. */
export class Desk {
  readonly heads = new Map<Id, Head>();
  readonly #line: Line;
  readonly #options: DeskOptions;
  readonly #cursors = new Map<Id, number>();
  readonly #waiting = new Map<Id, (outcome: Outcome) => void>();
  #epoch: Epoch | null = null;
  #welcome = false;
  #complete = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#line = new Line({
      url: `ws://127.0.0.1:${options.port}${DESK_SOCKET_PATH}`,
      headers: { authorization: `Bearer ${options.token}` },
      onOpen: () => {
        const cursors = [...this.#cursors].map(([conversation, seq]) => ({ conversation, seq }));
        this.#say({
          type: 'hello',
          version: PROTOCOL_VERSIONS.desk,
          epoch: this.#epoch,
          contentVersion: null,
          cursors,
        });
      },
      onText: (text, at) => this.#hear(text, at),
      onLost: (code) => {
        this.#welcome = false;
        this.#complete = false;
        options.hooks.onLost?.(code);
      },
    });
  }

  get online(): boolean {
    return this.#welcome;
  }

  /** True once the first whole list of heads since the last connection is there. */
  get complete(): boolean {
    return this.#complete;
  }

  connect(): void {
    this.#line.connect();
  }

  stop(): void {
    this.#welcome = false;
    this.#line.stop();
  }

  /** Sends a command and resolves with its answer; commands are not sent again here. */
  command(command: Command, id: Id = newId()): Promise<Outcome> {
    return new Promise((answered) => {
      this.#waiting.set(id, answered);
      this.#say({ type: 'command', id, command });
    });
  }

  available(capacity: number): void {
    this.#say({ type: 'capacity', capacity });
    this.#say({ type: 'presence', presence: 'available' });
  }

  /** Reads a conversation from its beginning, and goes on reading it. */
  follow(conversation: Id): void {
    const after = this.#cursors.get(conversation) ?? 0;
    this.#cursors.set(conversation, after);
    this.#say({ type: 'follow', conversation, after });
  }

  unfollow(conversation: Id): void {
    this.#cursors.delete(conversation);
    this.#say({ type: 'unfollow', conversation });
  }

  cursor(conversation: Id): number {
    return this.#cursors.get(conversation) ?? 0;
  }

  #say(message: FromDesk): void {
    this.#line.send(JSON.stringify(message));
  }

  #answer(id: Id | null, outcome: Outcome): void {
    if (id === null) return;
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
  }

  #hear(text: string, at: number): void {
    const raw: unknown = JSON.parse(text);
    const message = this.#options.parse === 'schema' ? ToDesk.parse(raw) : (raw as ToDesk);
    switch (message.type) {
      case 'welcome':
        this.#line.welcomed();
        if (message.reset)
          for (const conversation of this.#cursors.keys()) this.#cursors.set(conversation, 0);
        this.#epoch = message.epoch;
        this.#welcome = true;
        this.#options.hooks.onWelcome?.();
        return;
      case 'heads':
        this.#head(message);
        return;
      case 'entries':
        this.#read(message, at);
        return;
      case 'reset':
        this.#cursors.set(message.conversation, 0);
        return;
      case 'unfollowed':
        this.#cursors.delete(message.conversation);
        return;
      case 'ack':
        this.#answer(message.id, {
          kind: 'acked',
          conversation: message.conversation,
          seq: message.seq,
        });
        return;
      case 'refused':
        this.#answer(message.id, { kind: 'refused', code: message.code });
        return;
      case 'bye':
        this.#line.wait(message.retryAfter);
        return;
      case 'content':
      case 'roster':
      case 'typing':
      case 'purged':
      case 'beat':
        return;
    }
  }

  #head(frame: Extract<ToDesk, { type: 'heads' }>): void {
    if (frame.all) this.heads.clear();
    for (const head of frame.heads) this.heads.set(head.conversation, head);
    for (const conversation of frame.gone) this.heads.delete(conversation);
    this.#complete = true;
  }

  #read(frame: Extract<ToDesk, { type: 'entries' }>, at: number): void {
    const { conversation, after, through, entries } = frame;
    // Rule R3: a range that does not fit the cursor is dropped, and asked for again.
    const cursor = this.#cursors.get(conversation) ?? 0;
    if (after !== cursor) {
      if (after > cursor) this.#say({ type: 'follow', conversation, after: cursor });
      return;
    }
    this.#cursors.set(conversation, through);
    const { onEntry, onRange } = this.#options.hooks;
    if (onEntry !== undefined) for (const entry of entries) onEntry(entry, at);
    onRange?.(conversation, through);
  }
}
