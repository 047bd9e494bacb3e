import { callStore } from '../../main/cache/desk-cache.ts';
import { createMemoryStore } from '../../main/cache/memory-store.ts';
import {
  type CacheAnswer,
  type CacheRequest,
  type CacheStore,
  isOperation,
  STORE_OPERATIONS,
  type StoreOperation,
} from '../../main/cache/operations.ts';
import { type CacheProcess, ProcessCache, type ProcessCacheOptions } from '../../main/cache/process-cache.ts';
import type { Id } from '../../protocol/ids.ts';

function isStoreOperation(name: string): name is StoreOperation {
  return isOperation(name) && Object.hasOwn(STORE_OPERATIONS, name);
}

type Running = { readonly pending: (() => void)[]; alive: boolean; exited: () => void };

/**
 * One workstation's disk: what the encrypted file holds, as the cache's contract tells it (the same contract suite
 * passes on both). It survives the desk's and the cache process's ends. Operations happen only by hand, one by one;
 * a process that is killed may have done the last one and not said so.
 */
export class Disk {
  readonly store: CacheStore;
  #processes: Running[] = [];

  constructor(officer: Id) {
    this.store = createMemoryStore(officer);
  }

  cache(options: Omit<ProcessCacheOptions, 'launch' | 'log'>): ProcessCache {
    return new ProcessCache({ ...options, launch: () => this.#launch(), log: () => undefined });
  }

  #launch(): CacheProcess {
    let listener: (message: unknown) => void = () => undefined;
    const own: Running = { pending: [], alive: true, exited: () => undefined };
    const say = (answer: CacheAnswer) => {
      own.pending.push(() => own.alive && listener(answer));
    };
    say({ kind: 'ready' });
    this.#processes.push(own);
    return {
      post: (request) => {
        own.pending.push(() => say({ kind: 'done', number: request.number, output: this.#perform(request) }));
      },
      onMessage: (given) => {
        listener = given;
      },
      onExit: (given) => {
        own.exited = given;
      },
      kill: () => {
        own.alive = false;
      },
    };
  }

  #perform({ name, input }: CacheRequest): unknown {
    if (name === 'open') return 'opened';
    if (!isStoreOperation(name)) return null;
    const schema: { parse(value: unknown): never } = STORE_OPERATIONS[name].input as never;
    return structuredClone(callStore(this.store, name, schema.parse(structuredClone(input))));
  }

  get isBusy(): boolean {
    return this.#processes.some(({ alive, pending }) => alive && pending.length > 0);
  }

  /** One thing happens: an operation is done, or its answer comes. */
  step(): void {
    this.#processes = this.#processes.filter(({ alive }) => alive);
    this.#processes.find(({ pending }) => pending.length > 0)?.pending.shift()?.();
  }

  /** The cache's process dies; `done`: it had time for what it was doing, not for saying so. */
  kill(done: boolean): void {
    for (const each of this.#processes.splice(0)) {
      if (done) each.pending.shift()?.();
      each.alive = false;
      each.exited();
    }
  }

  /** The whole workstation dies: nobody is told. */
  crash(done: boolean): void {
    for (const each of this.#processes.splice(0)) {
      if (done) each.pending.shift()?.();
      each.alive = false;
    }
  }
}
