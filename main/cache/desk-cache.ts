import type { Id } from '../../protocol/ids.ts';
import type { CacheMode } from '../../protocol/ipc.ts';
import { createMemoryStore } from './memory-store.ts';
import {
  CacheError,
  type CacheFault,
  type CacheStore,
  type StoreInput,
  type StoreOperation,
  type StoreOutput,
} from './operations.ts';
import type { ProcessCache } from './process-cache.ts';

/** The operations of the cache, wherever it lives at the moment. */
export type Cache = {
  call<Name extends StoreOperation>(name: Name, input: StoreInput<Name>): Promise<StoreOutput<Name>>;
};

/** Does one operation on a store in this process. */
export function callStore<Name extends StoreOperation>(
  store: CacheStore,
  name: Name,
  input: StoreInput<Name>,
): StoreOutput<Name> {
  const perform: (given: StoreInput<Name>) => StoreOutput<Name> = store[name];
  return perform(input);
}

export type DeskCacheOptions = {
  readonly officer: Id;
  /** An open encrypted file, or why there is none. */
  readonly origin:
    | { readonly kind: 'file'; readonly process: ProcessCache; readonly file: string }
    | { readonly kind: 'memory'; readonly why: Extract<CacheMode, { kind: 'memory' }>['why'] };
  /**
   * The file failed while in use: puts what the session knows (heads, drafts, outbox, content) into the
   * memory that takes its place. Journals are read again from the relay.
   */
  readonly seed: (memory: CacheStore) => void;
  readonly onDegraded: (fault: CacheFault) => void;
};

/**
 * An officer's cache, which never fails its caller: when the file cannot go on (full disk, damage, a process
 * that dies again and again), it goes on in memory, once and for this run, and says so.
 */
export class DeskCache implements Cache {
  readonly #options: DeskCacheOptions;
  #memory: CacheStore | null;
  #mode: CacheMode;

  constructor(options: DeskCacheOptions) {
    this.#options = options;
    const { origin, officer } = options;
    this.#memory = origin.kind === 'memory' ? createMemoryStore(officer) : null;
    this.#mode = origin.kind === 'memory' ? origin : { kind: 'encrypted' };
  }

  get mode(): CacheMode {
    return this.#mode;
  }

  async call<Name extends StoreOperation>(name: Name, input: StoreInput<Name>): Promise<StoreOutput<Name>> {
    const { origin } = this.#options;
    if (this.#memory === null && origin.kind === 'file') {
      try {
        return await origin.process.call(name, input);
      } catch (error) {
        if (!(error instanceof CacheError)) throw error;
        await this.#degrade(error.fault);
      }
    }
    this.#memory ??= createMemoryStore(this.#options.officer);
    return callStore(this.#memory, name, input);
  }

  /** Closes the file, if there is one. Never rejects. */
  async close(): Promise<void> {
    if (this.#options.origin.kind === 'file') await this.#options.origin.process.end();
  }

  async #degrade(fault: CacheFault): Promise<void> {
    // Several operations may fail together: the first one changes over for all.
    if (this.#memory !== null) return;
    const memory = createMemoryStore(this.#options.officer);
    this.#options.seed(memory);
    this.#memory = memory;
    this.#mode = { kind: 'memory', why: fault === 'unreadable' ? 'unreadable' : 'failed' };
    this.#options.onDegraded(fault);
    const { origin } = this.#options;
    if (origin.kind !== 'file') return;
    // A damaged file serves nobody, and would fail again at the next start.
    if (fault === 'unreadable') {
      await origin.process.call('erase', { file: origin.file }).catch(() => undefined);
    }
    await origin.process.end();
  }
}
