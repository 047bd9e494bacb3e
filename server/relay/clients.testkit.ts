/** Pages and desks for tests: they keep what the contract lets them keep, and complain when it is broken. */
import { type FromCitizen, ToCitizen } from '../../protocol/citizen-channel.ts';
import { type Command, type FromDesk, ToDesk } from '../../protocol/desk-channel.ts';
import type { CitizenEntry, Entry } from '../../protocol/entry.ts';
import type { CloseReason } from '../../protocol/errors.ts';
import type { Head } from '../../protocol/head.ts';
import { type Epoch, type Id, newId } from '../../protocol/ids.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import type { Hub } from './hub.ts';
import type { Link, Peer, Session } from './ports.ts';
import { settle } from './time.testkit.ts';

/** A link that keeps what it is given; every frame is parsed by the contract's schema. */
class MemoryLink<Message> implements Link {
  readonly frames: Message[] = [];
  closed: CloseReason | null = null;
  unsent = 0;
  readonly #schema: { parse(value: unknown): Message };
  readonly #on: (message: Message) => void;

  constructor(schema: { parse(value: unknown): Message }, on: (message: Message) => void) {
    this.#schema = schema;
    this.#on = on;
  }

  send(frame: string): void {
    if (this.closed !== null) return;
    const message = this.#schema.parse(JSON.parse(frame));
    this.frames.push(message);
    this.#on(message);
  }

  buffered(): number {
    return this.unsent;
  }

  close(reason: CloseReason): void {
    this.closed ??= reason;
  }
}

type Seen<Message extends { type: string }, Type extends string> = Extract<Message, { type: Type }>[];

function ofType<Message extends { type: string }, Type extends Message['type']>(
  frames: readonly Message[],
  type: Type,
): Seen<Message, Type> {
  return frames.filter((frame): frame is Extract<Message, { type: Type }> => frame.type === type);
}

/** A page as the contract wants it: keeps entries by ranges, and never guesses (R3). */
export class TestPage {
  link = new MemoryLink(ToCitizen, (message) => this.#take(message));
  #peer: Peer<FromCitizen> | null = null;
  epoch: Epoch | null = null;
  cursor = 0;
  entries: CitizenEntry[] = [];
  readonly token: string;
  readonly conversation: Id;
  readonly reference: string;

  constructor(token: string, opened: { conversation: Id; reference: string }) {
    this.token = token;
    this.conversation = opened.conversation;
    this.reference = opened.reference;
  }

  /** True when the relay let it in. */
  async connect(hub: Hub, hello: Partial<{ version: number; epoch: Epoch | null; cursor: number }> = {}) {
    this.link = new MemoryLink(ToCitizen, (message) => this.#take(message));
    this.#peer = await hub.citizen(this.token, this.link);
    if (this.#peer === null) return false;
    this.send({
      type: 'hello',
      version: PROTOCOL_VERSIONS.citizen,
      epoch: this.epoch,
      cursor: this.cursor,
      ...hello,
    });
    await settle();
    return true;
  }

  #take(message: ToCitizen): void {
    if (message.type === 'welcome') {
      this.epoch = message.epoch;
      if (message.reset) {
        this.cursor = 0;
        this.entries = [];
      }
    } else if (message.type === 'entries') {
      if (message.after !== this.cursor) throw new Error(`R1: after ${message.after}, cursor ${this.cursor}`);
      this.cursor = message.through;
      this.entries.push(...message.entries);
    }
  }

  send(message: FromCitizen): void {
    if (this.link.closed === null) this.#peer?.receive(message);
  }

  malformed(id: Id | null = null): void {
    this.#peer?.malformed(id);
  }

  say(text: string, id = newId()): Id {
    this.send({ type: 'message', id, text });
    return id;
  }

  cut(): void {
    this.#peer?.gone();
    this.#peer = null;
  }

  of<Type extends ToCitizen['type']>(type: Type) {
    return ofType(this.link.frames, type);
  }

  get status() {
    return this.of('status').at(-1);
  }

  texts(): string[] {
    return this.entries.flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []));
  }
}

/** A desk as the contract wants it. */
export class TestDesk {
  link = new MemoryLink(ToDesk, (message) => this.#take(message));
  #peer: Peer<FromDesk> | null = null;
  readonly session: Session;
  epoch: Epoch | null = null;
  readonly journals = new Map<Id, Entry[]>();
  readonly heads = new Map<Id, Head>();
  readonly unfollowed = new Set<Id>();
  roster: RosterRow[] = [];

  constructor(session: Session) {
    this.session = session;
  }

  get officer(): Id {
    return this.session.self.officer;
  }

  async connect(hub: Hub, hello: Partial<Extract<FromDesk, { type: 'hello' }>> = {}): Promise<void> {
    this.link = new MemoryLink(ToDesk, (message) => this.#take(message));
    this.#peer = hub.desk(this.session, this.link);
    this.send({
      type: 'hello',
      version: PROTOCOL_VERSIONS.desk,
      epoch: this.epoch,
      contentVersion: null,
      cursors: [...this.journals].map(([conversation, entries]) => ({ conversation, seq: entries.length })),
      ...hello,
    });
    await settle();
  }

  #take(message: ToDesk): void {
    switch (message.type) {
      case 'welcome':
        this.epoch = message.epoch;
        if (message.reset) this.journals.clear();
        break;
      case 'heads':
        if (message.all) this.heads.clear();
        for (const head of message.heads) this.heads.set(head.conversation, head);
        for (const conversation of message.gone) this.heads.delete(conversation);
        break;
      case 'roster':
        this.roster = message.rows;
        break;
      case 'reset':
        this.journals.set(message.conversation, []);
        break;
      case 'purged':
        for (const conversation of message.conversations) this.journals.delete(conversation);
        break;
      case 'unfollowed':
        this.unfollowed.add(message.conversation);
        break;
      case 'entries': {
        const journal = this.journals.get(message.conversation) ?? [];
        if (message.after !== journal.length) {
          throw new Error(`R1: after ${message.after}, cursor ${journal.length}`);
        }
        journal.push(...message.entries);
        if (journal.length !== message.through) throw new Error(`R1: a gap before ${message.through}`);
        this.journals.set(message.conversation, journal);
        break;
      }
    }
  }

  send(message: FromDesk): void {
    if (this.link.closed === null) this.#peer?.receive(message);
  }

  /** Sends a command and answers what the relay answered: the ack, or the refusal's code. */
  async ask(command: Command, id = newId()) {
    this.send({ type: 'command', id, command });
    await settle();
    return this.answer(id);
  }

  answer(id: Id) {
    for (const frame of this.link.frames.toReversed()) {
      if (frame.type === 'ack' && frame.id === id) return frame;
      if (frame.type === 'refused' && frame.id === id) return frame.code;
    }
    return null;
  }

  async follow(conversation: Id): Promise<void> {
    this.unfollowed.delete(conversation);
    this.send({ type: 'follow', conversation, after: this.journals.get(conversation)?.length ?? 0 });
    await settle();
  }

  cut(): void {
    this.#peer?.gone();
    this.#peer = null;
  }

  of<Type extends ToDesk['type']>(type: Type) {
    return ofType(this.link.frames, type);
  }

  texts(conversation: Id): string[] {
    return (this.journals.get(conversation) ?? []).flatMap(({ body }) =>
      body.kind === 'message' ? [body.text] : [],
    );
  }
}
