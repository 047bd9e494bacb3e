import type { ChildProcess } from 'node:child_process';
import { end, type Scope } from '../scope.ts';
import { Answer, Memory, type Question, Ready, Usage } from './control.ts';

type Distributed<Union> = Union extends { id: number } ? Omit<Union, 'id'> : never;

/** How long a server may take to start, and to answer a question (a collection of a large heap is slow). */
const PATIENCE = 20_000;

/** A measured server in a process of its own: the relay or a peer. */
export class ServerProcess {
  readonly port: number;
  readonly #child: ChildProcess;
  #last = 0;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
    child.setMaxListeners(100);
  }

  /**
   * Starts the module and resolves when it listens. Rejects with the end of its error output when it ends
   * before that, or after 20 seconds.
   */
  static start(scope: Scope, module: URL, environment: Record<string, string>): Promise<ServerProcess> {
    const inherited = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('PERMANENCE_')),
    );
    const child = scope.fork(module, {
      env: { ...inherited, ...environment },
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let complaint = '';
    const keep = (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2_000);
    };
    // Read always: a full pipe would stall the server that is being measured.
    child.stderr?.on('data', keep);
    child.stdout?.on('data', keep);
    return new Promise((started, failed) => {
      const timer = setTimeout(() => {
        failed(new Error(`${module.pathname} did not listen within ${PATIENCE} ms: ${complaint}`));
      }, PATIENCE);
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        failed(new Error(`${module.pathname} ended (${signal ?? code}) before it listened: ${complaint}`));
      });
      child.on('message', function ready(raw) {
        const read = Ready.safeParse(raw);
        if (!read.success) return;
        clearTimeout(timer);
        child.off('message', ready);
        started(new ServerProcess(child, read.data.port));
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Says something that is no question; nothing when the process is gone. */
  tell(message: Readonly<Record<string, unknown>>): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #ask(question: Distributed<Question>): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    const child = this.#child;
    return new Promise((answered, failed) => {
      const timer = setTimeout(
        () => settle(() => failed(new Error(`no answer to ${question.kind}`))),
        PATIENCE,
      );
      const settle = (how: () => void) => {
        clearTimeout(timer);
        child.off('message', listen);
        child.off('exit', gone);
        how();
      };
      const listen = (raw: unknown) => {
        const read = Answer.safeParse(raw);
        if (read.success && read.data.id === id) settle(() => answered(read.data.value));
      };
      const gone = () => settle(() => failed(new Error('the server ended')));
      child.on('message', listen);
      child.once('exit', gone);
      // A section that was stopped may still ask once: the answer is an error, not an event nobody hears.
      child.send({ ...question, id }, (error) => {
        if (error !== null) settle(() => failed(error));
      });
    });
  }

  /** Memory in bytes, after two full collections. */
  async memory(): Promise<Memory> {
    return Memory.parse(await this.#ask({ kind: 'memory' }));
  }

  /** Processor time and loop delay since the last call. */
  async usage(): Promise<Usage> {
    return Usage.parse(await this.#ask({ kind: 'usage' }));
  }

  async startProfile(): Promise<void> {
    await this.#ask({ kind: 'profile-start' });
  }

  async stopProfile(file: string): Promise<void> {
    await this.#ask({ kind: 'profile-stop', file });
  }

  /** SIGKILL, by pid; resolves when the process is gone. */
  kill(): Promise<void> {
    return end(this.#child);
  }
}
