import type { FromCitizen } from '../../protocol/citizen-channel.ts';
import type { Cursor, Id } from '../../protocol/ids.ts';
import { isUsablePhrase } from '../../protocol/return-phrase.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import type { Act } from '../domain/acts.ts';
import type { Core } from './core.ts';
import { encode } from './encode.ts';
import type { Live } from './live.ts';
import type { Link, Peer } from './ports.ts';
import { citizenFrame, type Range } from './ranges.ts';
import { catchUp, type JournalReader } from './reading.ts';
import { digestOf, type Outcome } from './requests.ts';
import { SocketReader } from './socket.ts';

type MessageOf<Type extends FromCitizen['type']> = Extract<FromCitizen, { type: Type }>;

/** One page of one citizen. A second tab is simply a second reader of the same journal. */
export class CitizenReader extends SocketReader implements Peer<FromCitizen>, JournalReader {
  readonly live: Live;
  cursor: Cursor = 0;
  catchingUp = true;
  /** The last `status` frame it was sent: the same is not said twice. */
  status = '';

  constructor(core: Core, link: Link, live: Live) {
    super(core, link);
    this.live = live;
    live.origin = link.origin ?? live.origin;
  }

  receive(message: FromCitizen): void {
    if (this.isOver) return;
    if (!this.greeted || message.type === 'hello') {
      if (this.greet(message, PROTOCOL_VERSIONS.citizen) && message.type === 'hello') this.#hello(message);
      return;
    }
    switch (message.type) {
      case 'message':
        this.#ask(message.id, { kind: 'citizen-message', text: message.text });
        break;
      case 'defer':
        this.#defer(message);
        break;
      case 'silence':
        this.#ask(message.id, { kind: 'silence', on: message.on });
        break;
      case 'phrase':
        void this.#choosePhrase(message);
        break;
      case 'leave':
        this.#ask(message.id, { kind: 'leave', manner: message.manner });
        break;
      case 'read':
        this.#read(message.seq);
        break;
      case 'typing':
        this.#typing();
        break;
    }
  }

  #hello(message: MessageOf<'hello'>): void {
    const { core, live } = this;
    const { state } = live;
    const fresh = message.epoch === null && message.cursor === 0;
    const reset = !fresh && (message.epoch !== core.store.epoch || message.cursor > state.lastSeq);
    this.cursor = reset ? 0 : message.cursor;
    this.link.send(
      encode({
        type: 'welcome',
        version: PROTOCOL_VERSIONS.citizen,
        epoch: core.store.epoch,
        reset,
        conversation: state.conversation,
        reference: live.reference,
        language: state.language,
        now: core.clock(),
        purgeAt: live.purgeAt,
      }),
    );
    core.announcing.greet(this.link);
    live.citizens.push(this);
    live.visited = true;
    if (live.officerRead > 0) this.link.send(encode({ type: 'read', seq: live.officerRead }));
    core.teller.headChanged(live);
    core.teller.statusChanged(live);
    catchUp(core, this).catch((error: unknown) => this.#unreadable(error));
  }

  #unreadable(error: unknown): void {
    this.core.log('error', 'reading-failed', {
      conversation: this.live.state.conversation,
      name: error instanceof Error ? error.name : 'unknown',
    });
    this.close('internal-error');
  }

  /**
   * Rule W2: the address is no part of the digest, which is kept with the entry and would tell the address to
   * whoever guesses it, long after it was destroyed.
   */
  #defer({ id, address, text }: MessageOf<'defer'>): void {
    const canMail = this.core.mail !== null;
    this.#ask(id, { kind: 'defer', address, text, canMail }, digestOf({ kind: 'defer', text }));
  }

  /**
   * Rule S3: only the hash goes further, and neither it nor the phrase is part of the digest. Hashing takes its
   * turn, so a phrase may be committed after what came later.
   */
  async #choosePhrase({ id, phrase }: MessageOf<'phrase'>): Promise<void> {
    const { phrases } = this.core;
    if (!this.#admit(id)) return;
    const usable = phrases !== null && isUsablePhrase(phrase);
    const hash = usable ? await phrases.hash(phrase).catch(() => null) : null;
    if (hash !== null) {
      this.#enqueue(id, { kind: 'choose-phrase', hash }, digestOf({ kind: 'choose-phrase' }));
    } else {
      this.settle(id, { kind: 'refused', code: usable ? 'rate-limited' : 'malformed' });
    }
  }

  #ask(id: Id, act: Act, digest = digestOf(act)): void {
    if (this.#admit(id)) this.#enqueue(id, act, digest);
  }

  #admit(id: Id): boolean {
    const { core, live } = this;
    return this.admit(id, core.settings.citizenRate, live.bucket, (bucket) => {
      live.bucket = bucket;
    });
  }

  #enqueue(id: Id, act: Act, digest: string): void {
    const { conversation } = this.live.state;
    this.core.committer.enqueue({
      id,
      conversation,
      actor: { role: 'citizen' },
      digest,
      opening: null,
      resolve: () => ({ kind: 'act', conversation, act }),
      done: (outcome) => this.settle(id, outcome),
    });
  }

  #read(seq: Cursor): void {
    const { core, live } = this;
    const citizenRead = Math.min(seq, live.state.lastSeq);
    if (citizenRead <= live.citizenRead || live.removed) return;
    live.citizenRead = citizenRead;
    core.committer.markRead({ conversation: live.state.conversation, citizenRead });
    core.teller.headChanged(live);
  }

  #typing(): void {
    const { live } = this;
    if (live.state.holder === null || !this.mayTellTyping()) return;
    let frame: string | null = null;
    for (const { desk } of live.followers) {
      if (desk.viewer.officer !== live.state.holder.officer) continue;
      frame ??= encode({ type: 'typing', conversation: live.state.conversation });
      desk.link.send(frame);
    }
  }

  protected acknowledge(id: Id, { seq, at }: Extract<Outcome, { kind: 'acknowledged' }>): void {
    this.link.send(encode({ type: 'ack', id, seq, at }));
  }

  protected leave(): void {
    const { core, live } = this;
    core.sockets.delete(this);
    const place = live.citizens.indexOf(this);
    if (place < 0) return;
    live.citizens.splice(place, 1);
    if (live.citizens.length > 0) return;
    live.citizenGoneAt = core.scheduler.elapsed();
    core.teller.headChanged(live);
  }

  sendRange(range: Range): void {
    this.link.send(citizenFrame(range));
    this.cursor = range.through;
  }
}
