/** One workstation as a process: the real session machines on the real encrypted file, and an officer at work. */
import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Chance } from '../../e2e/model/random.ts';
import { markedText } from '../../e2e/model/truth.ts';
import { forkCacheProcess } from '../../main/cache/fork.ts';
import { type CacheProcess, ProcessCache } from '../../main/cache/process-cache.ts';
import { cacheWithin } from '../../main/cache/within.testkit.ts';
import { DeskModel } from '../../main/session/model.ts';
import { OfficerSession } from '../../main/session/officer-session.ts';
import { nodeSurroundings, type Surroundings } from '../../main/session/surroundings.ts';
import { type OpenWire, webSocketWires } from '../../main/session/wire.ts';
import { type Command, isDurable } from '../../protocol/desk-channel.ts';
import type { DeskStart, FromProcess } from './desk-channel.ts';
import { ToProcess } from './desk-channel.ts';
import { ackOf, conversationOf } from './frames.ts';
import { nextCommand } from './officer.ts';

const CACHE_SCRIPT = fileURLToPath(new URL('../../main/cache/process.ts', import.meta.url));
const TICK = 50;
/** An officer does something this often on average; milliseconds. */
const ACTS_EVERY = 600;

function tell(message: FromProcess): void {
  process.send?.(message);
}

class Workstation {
  readonly #start: DeskStart;
  readonly #chance: Chance;
  readonly #names: ReadonlyMap<string, string>;
  readonly #model: DeskModel;
  #session: OfficerSession | null = null;
  #cache: CacheProcess | null = null;
  #written: number;
  #wasOnline = false;
  working = true;
  skew: number;

  constructor(start: DeskStart) {
    this.#start = start;
    this.#chance = new Chance(start.seed);
    this.#names = new Map(start.citizens.map(({ conversation, name }) => [conversation, name]));
    this.#written = start.first;
    this.skew = start.skew;
    this.#model = new DeskModel(
      {
        relay: 'http://127.0.0.1',
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
      (event) => {
        if (event.type !== 'state') return;
        const online = event.state.connection === 'online';
        if (online !== this.#wasOnline) tell({ kind: 'online', online });
        this.#wasOnline = online;
      },
    );
  }

  async open(): Promise<void> {
    const { self, token, file, key, forked } = this.#start;
    const surroundings: Surroundings = { ...nodeSurroundings, now: () => Date.now() + this.skew };
    const launch = () => {
      this.#cache = forked ? forkCacheProcess(CACHE_SCRIPT, process.execPath) : cacheWithin();
      return this.#cache;
    };
    const cache = new ProcessCache({ ...surroundings, launch, log: () => undefined });
    const opened = await cache.call('open', { file, key, next: null, officer: self.officer });
    if (opened !== 'opened') throw new Error('a desk cannot read its own file');
    const session = await OfficerSession.open({
      self,
      token,
      model: this.#model,
      origin: { kind: 'file', process: cache, file },
      openWire: this.#wires(),
      surroundings,
      log: (event) => event === 'cache-in-memory' && tell({ kind: 'cache-lost' }),
      onAttention: () => undefined,
      onExpired: () => tell({ kind: 'fault', text: 'the session expired' }),
      onSelf: () => undefined,
    });
    this.#session = session;
    session.start();
    session.signals.presence('available');
    setInterval(() => this.#tick(), TICK);
  }

  /** The real wires, with an ear on what they acknowledge. */
  #wires(): OpenWire {
    const open = webSocketWires(`http://127.0.0.1:${this.#start.port}`);
    return (token, listener) =>
      open(token, {
        ...listener,
        message: (text) => {
          const id = text === null ? null : ackOf(text);
          const conversation = text === null ? null : conversationOf(text);
          if (id !== null && conversation !== null) tell({ kind: 'acked', id, conversation });
          listener.message(text);
        },
      });
  }

  #tick(): void {
    if (!this.working || !this.#chance.happens(TICK / ACTS_EVERY)) return;
    const command = nextCommand(this.#chance, this.#model.held(), {
      self: this.#start.self.officer,
      officers: this.#start.officers,
      text: (conversation, rest) => this.#text(conversation, rest),
    });
    void this.#do(command);
  }

  #text(conversation: string, rest: string): string {
    this.#written += 1;
    return markedText(this.#names.get(conversation) ?? '', this.#start.name, this.#written, rest);
  }

  async #do(command: Command): Promise<void> {
    const outcome = await this.#session?.commands.command(command);
    if (outcome?.kind !== 'queued' || !isDurable(command)) return;
    tell({ kind: 'taken', id: outcome.id, conversation: command.conversation });
  }

  killCache(): void {
    this.#cache?.kill();
  }

  reconnect(): void {
    if (this.#model.state.connection === 'offline') this.#session?.reconnect();
  }

  status(number: number): void {
    const items = this.#model.outbox.map(({ item }) => item);
    const inState = (state: string) => items.filter((item) => item.state === state).map(({ id }) => id);
    tell({
      kind: 'status',
      number,
      status: {
        online: this.#model.state.connection === 'online',
        sending: inState('sending'),
        refused: inState('refused'),
        held: this.#model.held().map(({ conversation }) => conversation),
      },
    });
  }
}

let workstation: Workstation | null = null;

async function obey(message: ToProcess): Promise<void> {
  switch (message.kind) {
    case 'start':
      workstation = new Workstation(message);
      await workstation.open();
      tell({ kind: 'ready' });
      // Nobody ends this process in good order: the compiled code is left to the next ones now.
      flushCompileCache();
      return;
    case 'work':
      if (workstation !== null) workstation.working = message.working;
      return;
    case 'skew':
      if (workstation !== null) workstation.skew = message.skew;
      return;
    case 'kill-cache':
      workstation?.killCache();
      return;
    case 'reconnect':
      workstation?.reconnect();
      return;
    case 'status':
      workstation?.status(message.number);
  }
}

function failed(error: unknown): void {
  tell({ kind: 'fault', text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

process.on('uncaughtException', failed);
process.on('unhandledRejection', failed);
process.on('disconnect', () => process.exit(0));
process.on('message', (raw) => void obey(ToProcess.parse(raw)).catch(failed));
