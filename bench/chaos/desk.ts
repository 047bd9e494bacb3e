import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { markedText } from '../../e2e/model/truth.ts';
import { createFileCache } from '../../main/cache/file-cache.ts';
import type { CacheAnswer } from '../../main/cache/operations.ts';
import { type CacheProcess, ProcessCache } from '../../main/cache/process-cache.ts';
import { DeskModel } from '../../main/session/model.ts';
import { OfficerSession } from '../../main/session/officer-session.ts';
import type { Surroundings } from '../../main/session/surroundings.ts';
import { type OpenWire, type Wire, webSocketWires } from '../../main/session/wire.ts';
import type { Command } from '../../protocol/desk-channel.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { ackOf, conversationOf } from './frames.ts';
import { Absence, type Promises } from './promises.ts';

export type DeskOptions = {
  readonly name: string;
  readonly self: OfficerSelf;
  readonly token: string;
  /** The proxy's. */
  readonly port: number;
  readonly folder: string;
  readonly promises: Promises;
};

type Life = { value: boolean };

/** Does the cache's work in this process, on the real encrypted file; a life that is over is never answered. */
function fileProcess(alive: Life): CacheProcess {
  const cache = createFileCache();
  let listener: (message: unknown) => void = () => undefined;
  const say = (answer: CacheAnswer) => setImmediate(() => alive.value && listener(answer));
  say({ kind: 'ready' });
  return {
    post: ({ number, name, input }) => {
      if (!alive.value) return;
      const result = cache.perform(name, input);
      if (result.kind === 'done') say({ kind: 'done', number, output: result.output });
      else say({ kind: 'fault', number, fault: result.fault });
    },
    onMessage: (given) => {
      listener = given;
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
}

/**
 * A workstation: the real session machines on a real encrypted file. Killing it drops all but that file, which is not
 * even closed.
 */
export class ChaosDesk {
  readonly #options: DeskOptions;
  readonly #key = randomBytes(32).toString('hex');
  model: DeskModel;
  session: OfficerSession | null = null;
  #alive: Life = { value: false };
  #wire: Wire | null = null;
  #written = 0;
  faults = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.model = this.#newModel(new Absence(options.promises));
  }

  get name(): string {
    return this.#options.name;
  }

  get officer(): Id {
    return this.#options.self.officer;
  }

  get isOnline(): boolean {
    return this.model.state.connection === 'online';
  }

  get file(): string {
    return join(this.#options.folder, `${this.name}.db`);
  }

  #newModel(absence: Absence): DeskModel {
    return new DeskModel(
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
        if (event.type === 'state') absence.changed(event.state.connection === 'online');
      },
    );
  }

  async start(): Promise<void> {
    const alive: Life = { value: true };
    this.#alive = alive;
    const model = this.#newModel(new Absence(this.#options.promises));
    this.model = model;
    const surroundings: Surroundings = {
      now: Date.now,
      random: Math.random,
      after: (milliseconds, task) => {
        const timer = setTimeout(() => alive.value && task(), milliseconds);
        return () => clearTimeout(timer);
      },
    };
    const process = new ProcessCache({
      ...surroundings,
      launch: () => fileProcess(alive),
      log: () => undefined,
    });
    const opened = await process.call('open', { file: this.file, key: this.#key, officer: this.officer });
    if (opened !== 'opened') throw new Error('a desk cannot read its own file');
    const session = await OfficerSession.open({
      self: this.#options.self,
      token: this.#options.token,
      model,
      origin: { kind: 'file', process, file: this.file },
      openWire: this.#openWire(alive),
      surroundings,
      log: (event) => {
        if (event === 'cache-in-memory') this.faults += 1;
      },
      onAttention: () => undefined,
      onExpired: () => undefined,
      onSelf: () => undefined,
    });
    if (!alive.value) return;
    this.session = session;
    session.start();
    session.signals.presence('available');
  }

  #openWire(alive: Life): OpenWire {
    const { port, promises } = this.#options;
    const open = webSocketWires(`http://127.0.0.1:${port}`);
    return (token, listener) => {
      const wire = open(token, {
        opened: () => alive.value && listener.opened(),
        message: (text) => {
          if (!alive.value) return;
          const id = text === null ? null : ackOf(text);
          const conversation = text === null ? null : conversationOf(text);
          if (id !== null && conversation !== null) promises.acked.set(id, conversation);
          listener.message(text);
        },
        closed: (code) => alive.value && listener.closed(code),
        rejected: (status, retryAfter) => alive.value && listener.rejected(status, retryAfter),
      });
      this.#wire = wire;
      return wire;
    };
  }

  /** Power off. */
  kill(): void {
    this.#alive.value = false;
    this.session = null;
    this.#wire?.cut();
  }

  async command(command: Command): Promise<void> {
    const alive = this.#alive;
    const outcome = await this.session?.commands.command(command);
    if (!alive.value || outcome?.kind !== 'queued' || !('conversation' in command)) return;
    this.#options.promises.taken.set(outcome.id, command.conversation);
  }

  text(citizen: string, rest: string): string {
    this.#written += 1;
    return markedText(citizen, this.name, this.#written, rest);
  }

  /** The journal of one conversation as the encrypted file has it. */
  async held(conversation: Id): Promise<Entry[]> {
    const held: Entry[] = [];
    for (let before: number | null = null; this.session !== null; before = held[0]?.seq ?? null) {
      const page: { entries: Entry[] } = await this.session.cache.call('entries', {
        conversation,
        before,
        limit: 200,
      });
      held.unshift(...page.entries);
      if (page.entries.length < 200) break;
    }
    return held;
  }
}
