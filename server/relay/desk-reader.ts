import type { Command, FromDesk } from '../../protocol/desk-channel.ts';
import type { Cursor, Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Presence } from '../../protocol/officer.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import type { Bucket } from '../domain/rate.ts';
import { mayRead, type Viewer } from '../domain/reading.ts';
import { StoreUnavailable } from '../store/errors.ts';
import { block, unblock } from './blocking.ts';
import type { Core } from './core.ts';
import { resolveCommand } from './desk-commands.ts';
import { encode } from './encode.ts';
import { confirmErasures, tellErasures } from './erasure-notices.ts';
import { Follow } from './follow.ts';
import type { Live } from './live.ts';
import { loadLive, wake } from './loading.ts';
import { hear, momentOf, type OfficerRecord } from './officers.ts';
import type { Link, Peer, Session } from './ports.ts';
import { catchUp } from './reading.ts';
import { digestOf, type Outcome, refusal } from './requests.ts';
import { tellSatisfaction } from './satisfaction.ts';
import { SocketReader } from './socket.ts';

type MessageOf<Type extends FromDesk['type']> = Extract<FromDesk, { type: Type }>;

/** What a command names for rule D1: a hand-over concerns several. */
function namedBy(command: Command): Id | null {
  return command.kind === 'take-next' || command.kind === 'hand-over' ? null : command.conversation;
}

/** One desk of one officer. Two desks of the same officer both work: what they hold is the relay's to know. */
export class DeskReader extends SocketReader implements Peer<FromDesk> {
  readonly session: Session;
  readonly viewer: Viewer;
  readonly record: OfficerRecord;
  readonly #follows = new Map<Id, Follow>();
  #bucket: Bucket | null = null;
  #looked: Live | null = null;

  constructor(core: Core, link: Link, session: Session) {
    super(core, link);
    this.session = session;
    this.viewer = { officer: session.self.officer, supervisor: session.self.role === 'supervisor' };
    this.record = core.officers.came(this, session.self, momentOf(core));
  }

  receive(message: FromDesk): void {
    if (this.isOver) return;
    if (!this.greeted || message.type === 'hello') {
      if (this.greet(message, PROTOCOL_VERSIONS.desk) && message.type === 'hello') this.#hello(message);
      return;
    }
    switch (message.type) {
      case 'command':
        this.#command(message.id, message.command);
        break;
      case 'follow':
        this.#follow(message.conversation, message.after);
        break;
      case 'unfollow':
        this.#unfollow(message.conversation);
        break;
      case 'read':
        this.#read(message.conversation, message.seq);
        break;
      case 'typing':
        this.#typing(message.conversation);
        break;
      case 'looking':
        this.#look(message.conversation);
        break;
      case 'presence':
        this.#presence(message.presence);
        break;
      case 'purged-done':
        confirmErasures(this.core, this.viewer.officer, message.conversations);
        break;
      case 'capacity':
        this.#capacity(message.capacity);
        break;
    }
  }

  #hello(message: MessageOf<'hello'>): void {
    const { core, record, session } = this;
    const content = core.content.current();
    const reset = message.epoch !== null && message.epoch !== core.store.epoch;
    this.link.send(
      encode({
        type: 'welcome',
        version: PROTOCOL_VERSIONS.desk,
        epoch: core.store.epoch,
        reset,
        self: { ...session.self, capacity: record.capacity },
        presence: record.presence.chosen,
        remembered: record.isHeard,
        sessionExpiresAt: session.expiresAt,
        retentionMonths: core.settings.retentionMonths,
        contentVersion: content.version,
        mail: core.mail !== null,
        ...(core.stations === null ? {} : { stations: core.stations.version }),
        now: core.clock(),
      }),
    );
    if (message.contentVersion !== content.version) this.sendContent(encode({ type: 'content', content }));
    this.#tellPersonal();
    core.announcing.greet(this.link);
    core.blockList.greet(this);
    tellSatisfaction(core, [this]).catch((error: unknown) => {
      core.log('warn', 'satisfaction-unread', { name: error instanceof Error ? error.name : 'unknown' });
    });
    core.teller.greet(this);
    tellErasures(core, this);
    for (const { conversation, seq } of message.cursors) this.#follow(conversation, reset ? 0 : seq);
  }

  #tellPersonal(): void {
    const { core, viewer } = this;
    core.personal?.of(viewer.officer).then(
      (responses) => {
        if (!this.isOver) this.link.send(encode({ type: 'personal', responses: [...responses] }));
      },
      (error: unknown) => {
        // The desk keeps those that it has.
        const name = error instanceof Error ? error.name : 'unknown';
        core.log('warn', 'personal-responses-unread', { officer: viewer.officer, name });
      },
    );
  }

  #command(id: Id, command: Command): void {
    const { core, viewer } = this;
    const admitted = this.admit(id, core.settings.deskRate, this.#bucket, (bucket) => {
      this.#bucket = bucket;
    });
    if (!admitted) return;
    const decide = () => new Promise<Outcome>((done) => this.#enqueue(id, command, done));
    const settle = (outcome: Outcome) => this.settle(id, outcome);
    const { officer } = viewer;
    if (command.kind === 'block') this.#blocking(id, block(core, officer, id, command, decide));
    else if (command.kind === 'unblock') {
      const { conversation } = command;
      this.#awake(conversation, () => this.#blocking(id, unblock(core, officer, command, decide)));
    } else if (command.kind === 'reveal') {
      this.#awake(command.conversation, () => this.#enqueue(id, command, settle));
    } else this.#enqueue(id, command, settle);
  }

  #blocking(id: Id, decided: Promise<Outcome>): void {
    const { core } = this;
    decided.then(
      (outcome) => {
        this.settle(id, outcome);
        core.blockList.changed();
      },
      (error: unknown) => {
        core.log('error', 'block-failed', { name: error instanceof Error ? error.name : 'unknown' });
        this.settle(id, refusal('storage-unavailable'));
      },
    );
  }

  /** Closed longer ago than the relay remembers: it is read into memory again, until the next sweep forgets it. */
  #awake(conversation: Id, then: () => void): void {
    const { core } = this;
    if (core.registry.get(conversation) === undefined) {
      wake(core, conversation)
        .catch((error: unknown) => {
          const name = error instanceof Error ? error.name : 'unknown';
          core.log('error', 'reading-failed', { conversation, name });
        })
        .finally(then);
    } else then();
  }

  #enqueue(id: Id, command: Command, done: (outcome: Outcome) => void): void {
    const { core, record, viewer } = this;
    const { officer, rank, alias } = record;
    core.committer.enqueue({
      id,
      conversation: namedBy(command),
      actor: { role: 'officer', officer, rank, alias, supervisor: viewer.supervisor },
      digest: digestOf(command),
      opening: null,
      resolve: (overlay) => resolveCommand(core, command, record, overlay),
      done,
    });
  }

  protected acknowledge(id: Id, { conversation, seq, at }: Extract<Outcome, { kind: 'acknowledged' }>): void {
    this.link.send(encode({ type: 'ack', id, conversation, seq, at }));
  }

  #follow(conversation: Id, after: Cursor): void {
    const live = this.core.registry.get(conversation);
    if (live !== undefined) {
      this.#start(live, after);
      return;
    }
    // Closed long ago: its journal is read from the store.
    loadLive(this.core, conversation).then(
      (loaded) => {
        if (this.isOver) return;
        if (loaded === null) this.link.send(encode({ type: 'purged', conversations: [conversation] }));
        else this.#start(this.core.registry.get(conversation) ?? loaded, after);
      },
      (error: unknown) => this.#unreadable(conversation, error),
    );
  }

  #start(live: Live, after: Cursor): void {
    const { core } = this;
    const { conversation, lastSeq } = live.state;
    this.#follows.get(conversation)?.end();
    this.#follows.delete(conversation);
    if (!mayRead(this.viewer, live.state)) {
      this.link.send(encode({ type: 'unfollowed', conversation }));
      return;
    }
    if (this.#follows.size >= LIMITS.followedPerDesk) {
      this.refuse(null, 'too-large');
      return;
    }
    // R2: a cursor beyond the journal's end is not one of this store.
    if (after > lastSeq) this.link.send(encode({ type: 'reset', conversation }));
    const follow = new Follow(this, live, after > lastSeq ? 0 : after);
    this.#follows.set(conversation, follow);
    live.followers.push(follow);
    catchUp(core, follow).catch((error: unknown) => {
      if (!follow.isOver) this.#unreadable(conversation, error);
    });
  }

  /** A journal that this desk may be reading is in memory anew: it reads the copy that grows, from where it is. */
  followOn(live: Live): void {
    const follow = this.#follows.get(live.state.conversation);
    if (follow !== undefined && follow.live !== live) this.#start(live, follow.cursor);
  }

  #unreadable(conversation: Id, error: unknown): void {
    const name = error instanceof Error ? error.name : 'unknown';
    this.core.log('error', 'reading-failed', { conversation, name });
    // One journal that cannot be read must not take the desk's others with it (rule E4).
    if (error instanceof StoreUnavailable) this.close('internal-error');
    else this.endFollow(conversation, true);
  }

  #unfollow(conversation: Id): void {
    this.endFollow(conversation, false);
  }

  /** Stops reading a journal; `say` when it is the relay that ends it. */
  endFollow(conversation: Id, say: boolean): void {
    this.#follows.get(conversation)?.end();
    this.#follows.delete(conversation);
    if (say && this.#looked?.state.conversation === conversation) this.#look(null);
    if (say && !this.isOver) this.link.send(encode({ type: 'unfollowed', conversation }));
  }

  /** Rule G4. */
  #look(conversation: Id | null): void {
    const { teller, registry } = this.core;
    const live = conversation === null ? undefined : registry.get(conversation);
    const next = live !== undefined && mayRead(this.viewer, live.state) ? live : null;
    const before = this.#looked;
    if (before === next) return;
    this.#looked = next;
    before?.lookers.delete(this);
    next?.lookers.add(this);
    if (next !== null) this.core.offers.answered(next, this.viewer.officer);
    for (const each of [before, next]) if (each !== null) teller.readersChanged(each);
  }

  #read(conversation: Id, seq: Cursor): void {
    const { core, viewer } = this;
    const live = core.registry.get(conversation);
    // Only the holder's reading is told to the citizen: a colleague who looks has not read it for them.
    if (live?.state.holder?.officer !== viewer.officer) return;
    const officerRead = Math.min(seq, live.state.lastSeq);
    if (officerRead <= live.officerRead) return;
    core.offers.answered(live, viewer.officer);
    live.officerRead = officerRead;
    core.committer.markRead({ conversation, officerRead });
    core.teller.headChanged(live);
    const frame = encode({ type: 'read', seq: officerRead });
    for (const citizen of live.citizens) citizen.link.send(frame);
  }

  #typing(conversation: Id): void {
    const live = this.core.registry.get(conversation);
    if (live?.state.holder?.officer !== this.viewer.officer) return;
    // Rule Q7: mid-sentence they have heard.
    live.unheardAt = this.core.scheduler.elapsed();
    if (!this.mayTellTyping()) return;
    const frame = encode({ type: 'typing' });
    for (const citizen of live.citizens) citizen.link.send(frame);
  }

  #presence(presence: Presence): void {
    const { core, record } = this;
    core.offers.chose(record.officer);
    hear(record, presence, core.clock());
    core.teller.rosterChanged();
    core.committer.schedule();
  }

  #capacity(capacity: number): void {
    const { core, record } = this;
    record.capacity = capacity;
    core.teller.rosterChanged();
    core.committer.schedule();
    core.accounts.setCapacity(record.officer, capacity).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      core.log('warn', 'capacity-not-kept', { officer: record.officer, name });
    });
  }

  protected leave(): void {
    const { core } = this;
    core.sockets.delete(this);
    for (const follow of this.#follows.values()) follow.end();
    this.#follows.clear();
    this.#look(null);
    if (core.officers.went(this, momentOf(core))) core.teller.officerFlipped(this.viewer.officer);
    core.teller.rosterChanged();
  }
}
