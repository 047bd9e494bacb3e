import { FromDesk, type ToDesk } from '../../protocol/desk-channel.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/head.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import type { DeskEvent } from '../../protocol/ipc.ts';
import { PROTOCOL_VERSIONS } from '../../protocol/version.ts';
import { headOf, journalOf, NOON, OFFICER } from '../cache/cache.testkit.ts';
import { DeskModel } from './model.ts';
import { OfficerSession } from './officer-session.ts';
import type { Surroundings } from './surroundings.ts';
import type { OpenWire, WireListener } from './wire.ts';

/** Time that passes only when a test says so. */
export class VirtualTime implements Surroundings {
  #now = NOON;
  #elapsed = 0;
  #tasks: { readonly at: number; readonly task: () => void }[] = [];
  /** What chance gives next; 0 reconnects at once. */
  chance = 0;

  now = () => this.#now;
  elapsed = () => this.#elapsed;
  random = () => this.chance;
  after = (milliseconds: number, task: () => void) => {
    const planned = { at: this.#elapsed + milliseconds, task };
    this.#tasks.push(planned);
    return () => {
      this.#tasks = this.#tasks.filter((each) => each !== planned);
    };
  };

  /** The workstation sleeps: the clock goes on, nothing else does. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Moves on, running what becomes due in order, and lets every promise settle. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#elapsed + milliseconds;
    await settled();
    for (;;) {
      const next = this.#tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#tasks = this.#tasks.filter((each) => each !== next);
      this.#move(Math.max(0, next.at - this.#elapsed));
      next.task();
      await settled();
    }
    this.#move(until - this.#elapsed);
  }

  #move(milliseconds: number): void {
    this.#elapsed += milliseconds;
    this.#now += milliseconds;
  }

  /** Somebody sets the clock: it says something else, and no time has passed. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** Everything that is only waiting for promises has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done));
}

/** One wire as the relay's end sees it. */
export type ScriptedWire = {
  readonly said: FromDesk[];
  open: boolean;
  readonly listener: WireListener;
};

/** A relay played by the test, frame by frame. */
export class ScriptedRelay {
  readonly wires: ScriptedWire[] = [];
  epoch = newId();

  readonly openWire: OpenWire = (_token, listener) => {
    const wire: ScriptedWire = { said: [], open: true, listener };
    this.wires.push(wire);
    return {
      send: (text) => void wire.said.push(FromDesk.parse(JSON.parse(text))),
      cut: () => {
        wire.open = false;
      },
      pause: () => undefined,
      resume: () => undefined,
    };
  };

  get wire(): ScriptedWire {
    const wire = this.wires.at(-1);
    if (wire === undefined) throw new Error('there is no wire yet');
    return wire;
  }

  async say(...frames: readonly ToDesk[]): Promise<void> {
    for (const frame of frames) this.wire.listener.message(JSON.stringify(frame));
    await settled();
  }

  async close(code: number): Promise<void> {
    this.wire.open = false;
    this.wire.listener.closed(code);
    await settled();
  }

  async welcome(change: Partial<Extract<ToDesk, { type: 'welcome' }>> = {}): Promise<void> {
    this.wire.listener.opened();
    await this.say({
      type: 'welcome',
      version: PROTOCOL_VERSIONS.desk,
      epoch: this.epoch,
      reset: false,
      self: { ...OFFICER, login: 'dupont', role: 'officer', capacity: 5 },
      presence: 'available',
      remembered: true,
      sessionExpiresAt: NOON * 2,
      retentionMonths: 3,
      contentVersion: 'none',
      now: NOON,
      ...change,
    });
  }

  /** What the desk said on the last wire, of one type. */
  said<Type extends FromDesk['type']>(type: Type): Extract<FromDesk, { type: Type }>[] {
    return this.wire.said.filter((frame): frame is Extract<FromDesk, { type: Type }> => frame.type === type);
  }

  /** The commands of the last wire, in order. */
  commands() {
    return this.said('command').map(({ id, command }) => ({ id, command }));
  }
}

export type Scene = {
  readonly time: VirtualTime;
  readonly relay: ScriptedRelay;
  readonly model: DeskModel;
  readonly session: OfficerSession;
  readonly events: DeskEvent[];
  readonly expired: () => number;
};

/** One officer’s session, with a memory cache, before its first wire opened. */
export async function startScene(): Promise<Scene> {
  const time = new VirtualTime();
  const relay = new ScriptedRelay();
  const events: DeskEvent[] = [];
  let expired = 0;
  const model = new DeskModel(
    {
      relay: 'https://relay.example',
      self: null,
      connection: 'offline',
      retryAt: null,
      notice: null,
      cache: { kind: 'encrypted' },
      presence: 'offline',
      retentionMonths: 3,
      clockOffset: 0,
      trial: false,
    },
    { theme: 'system', language: 'fr', volume: 0, notifications: false, contextOpen: true },
    (event) => void events.push(structuredClone(event)),
  );
  const session = await OfficerSession.open({
    self: { ...OFFICER, login: 'dupont', role: 'officer', capacity: 5 },
    token: 'a'.repeat(43),
    model,
    origin: { kind: 'memory', why: 'no-keychain' },
    openWire: relay.openWire,
    surroundings: time,
    log: () => undefined,
    onAttention: () => undefined,
    onExpired: () => {
      expired += 1;
    },
    onSelf: () => undefined,
  });
  session.start();
  return { time, relay, model, session, events, expired: () => expired };
}

/** A scene with one conversation that the officer holds, and the short words to play it. */
export class Play {
  readonly scene: Scene;
  readonly conversation = newId();
  readonly journal: Entry[];

  private constructor(scene: Scene) {
    this.scene = scene;
    this.journal = journalOf(this.conversation, ['un', 'deux']);
  }

  static async begin(): Promise<Play> {
    return new Play(await startScene());
  }

  heads(...list: readonly Head[]): ToDesk {
    return { type: 'heads', all: true, heads: [...list], gone: [] };
  }

  range(after: number, through: number): ToDesk {
    const entries = this.journal.slice(after, through);
    return { type: 'entries', conversation: this.conversation, after, through, entries };
  }

  ack(id: Id, seq: number): ToDesk {
    return { type: 'ack', id, conversation: this.conversation, seq, at: NOON };
  }

  write(text: string, conversation = this.conversation) {
    return this.scene.session.commands.command({ kind: 'message', conversation, text });
  }

  /** Writes what must be accepted; the item's id. */
  async written(text: string): Promise<Id> {
    const outcome = await this.write(text);
    if (outcome.kind !== 'queued') throw new Error(JSON.stringify(outcome));
    return outcome.id;
  }

  told<Type extends DeskEvent['type']>(type: Type): Extract<DeskEvent, { type: Type }>[] {
    return this.scene.events.filter(
      (event): event is Extract<DeskEvent, { type: Type }> => event.type === type,
    );
  }

  items() {
    return this.scene.model.snapshot().outbox.map(({ id, state, code }) => ({ id, state, code }));
  }

  /** Welcome, one held conversation, its journal. */
  async holding(): Promise<void> {
    await this.scene.relay.welcome();
    await this.scene.relay.say(this.heads(headOf(this.conversation)), this.range(0, 4));
  }

  /** `remembered`: false when the relay was restarted meanwhile. */
  async cutAndReturn(remembered = true): Promise<void> {
    await this.scene.relay.close(1006);
    await this.scene.time.pass(1);
    await this.scene.relay.welcome({ remembered });
  }
}
