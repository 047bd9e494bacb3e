import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Id } from '../../protocol/ids.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { end, type Scope } from '../scope.ts';
import { type DeskStart, type DeskStatus, FromProcess, type ToProcess } from './desk-channel.ts';
import { Absence, type Promises } from './promises.ts';

export type DeskOptions = {
  readonly scope: Scope;
  readonly name: string;
  readonly self: OfficerSelf;
  readonly token: string;
  /** The proxy's. */
  readonly port: number;
  readonly folder: string;
  /** V8's compiled code, so that a desk starts as fast as a packed one. */
  readonly compiled: string;
  readonly promises: Promises;
  /** The cache in a process of its own, as shipped. */
  readonly forked: boolean;
  readonly citizens: DeskStart['citizens'];
  readonly officers: readonly Id[];
};

const MODULE = new URL('./desk-process.ts', import.meta.url);
/** Texts of one life of a desk are numbered below this. */
const NUMBERS = 1_000_000;
const PATIENCE = 20_000;

/** A workstation: a process of its own that is killed and started again on the same encrypted file. */
export class ChaosDesk {
  readonly #options: DeskOptions;
  readonly key = randomBytes(32).toString('hex');
  #child: ChildProcess | null = null;
  #absence: Absence | null = null;
  #lives = 0;
  #asked = 0;
  readonly #waiting = new Map<number, (status: DeskStatus | null) => void>();
  cacheKilledAt = Number.NEGATIVE_INFINITY;
  cachesLost = 0;
  fault: string | null = null;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  get officer(): Id {
    return this.#options.self.officer;
  }

  get forked(): boolean {
    return this.#options.forked;
  }

  get file(): string {
    return join(this.#options.folder, `${this.name}.db`);
  }

  /** Resolves when the desk has read its file and goes on line. */
  async start(seed: number, skew: number): Promise<void> {
    const { scope, compiled, promises, name, self, token, port, forked, citizens, officers } = this.#options;
    const child = scope.fork(MODULE, {
      env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: compiled },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#absence = new Absence(promises);
    const ready = new Promise<void>((started, failed) => {
      const timer = setTimeout(() => failed(new Error(`${name} did not start`)), PATIENCE);
      const over = (how: () => void) => {
        clearTimeout(timer);
        how();
      };
      child.once('exit', () => over(() => failed(new Error(`${name} ended before it was ready`))));
      child.on('message', (raw) => {
        const message = FromProcess.parse(raw);
        if (message.kind === 'ready') over(started);
        else this.#heard(message);
      });
    });
    this.#lives += 1;
    const first = this.#lives * NUMBERS;
    const where = { port, file: this.file, key: this.key };
    this.#say({
      kind: 'start',
      name,
      self,
      token,
      ...where,
      seed,
      first,
      skew,
      forked,
      citizens,
      officers: [...officers],
    });
    await ready;
  }

  #heard(message: FromProcess): void {
    const { promises } = this.#options;
    switch (message.kind) {
      case 'acked':
        promises.acked.set(message.id, message.conversation);
        return;
      case 'taken':
        promises.taken.set(message.id, message.conversation);
        return;
      case 'online':
        this.#absence?.changed(message.online);
        return;
      case 'cache-lost':
        this.cachesLost += 1;
        return;
      case 'fault':
        this.fault ??= message.text;
        return;
      case 'status':
        this.#waiting.get(message.number)?.(message.status);
        this.#waiting.delete(message.number);
        return;
      case 'ready':
    }
  }

  #say(message: ToProcess): void {
    const child = this.#child;
    if (child?.connected === true) child.send(message, () => undefined);
  }

  /** Power off: SIGKILL. What it had told before still arrives. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null) return;
    await end(child);
    for (const answer of this.#waiting.values()) answer(null);
    this.#waiting.clear();
  }

  killCache(): void {
    this.cacheKilledAt = performance.now();
    this.#say({ kind: 'kill-cache' });
  }

  work(working: boolean): void {
    this.#say({ kind: 'work', working });
  }

  jump(skew: number): void {
    this.#say({ kind: 'skew', skew });
  }

  reconnect(): void {
    this.#say({ kind: 'reconnect' });
  }

  /** Null when it does not run. */
  status(): Promise<DeskStatus | null> {
    if (this.#child === null) return Promise.resolve(null);
    this.#asked += 1;
    const number = this.#asked;
    return new Promise((answered) => {
      this.#waiting.set(number, answered);
      this.#say({ kind: 'status', number });
    });
  }
}
