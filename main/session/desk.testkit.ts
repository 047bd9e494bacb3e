import { join } from 'node:path';
import { expect } from 'vitest';
import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent, RequestInput, RequestName, RequestOutput, Snapshot } from '../../protocol/ipc.ts';
import { REQUESTS } from '../../protocol/ipc.ts';
import { forkCacheProcess } from '../cache/fork.ts';
import type { CacheProcess } from '../cache/process-cache.ts';
import { ProcessCache } from '../cache/process-cache.ts';
import type { Attention } from './attention.ts';
import { Desk } from './desk.ts';
import type { Keychain } from './keychain.ts';
import { requestHandlers } from './requests.ts';
import { nodeSurroundings, type Surroundings } from './surroundings.ts';
import { type OpenWire, webSocketWires } from './wire.ts';

const CACHE_SCRIPT = join(import.meta.dirname, '../cache/process.ts');

/** A keychain of this test's own that keeps its secrets from one desk to the next; the real one has its own tests. */
export function testKeychain(): { readonly keychain: Keychain; readonly secrets: Map<string, string> } {
  const secrets = new Map<string, string>();
  return {
    secrets,
    keychain: {
      kind: 'usable',
      secrets: {
        read: async (name) => secrets.get(name) ?? null,
        write: async (name, secret) => void secrets.set(name, secret),
        remove: async (name) => void secrets.delete(name),
      },
    },
  };
}

export type TestDeskOptions = {
  readonly relay: string;
  readonly folder: string;
  readonly keychain: Keychain;
  readonly openWire?: OpenWire;
  readonly surroundings?: Surroundings;
};

/** A desk without its window: all it would be told, and all it may ask, parsed as the bridge does. */
export class HeadlessDesk {
  readonly desk: Desk;
  readonly events: DeskEvent[] = [];
  readonly attention: Attention[] = [];
  readonly logged: string[] = [];
  readonly processes: CacheProcess[] = [];
  readonly opened: string[] = [];
  readonly #handlers: ReturnType<typeof requestHandlers>;

  private constructor(options: TestDeskOptions, ready: Promise<void>) {
    const surroundings = options.surroundings ?? nodeSurroundings;
    const log = (event: string, details = {}) => void this.logged.push(JSON.stringify({ event, ...details }));
    this.desk = new Desk({
      relay: options.relay,
      folder: options.folder,
      trial: true,
      settings: { theme: 'system', language: 'fr', volume: 0, notifications: false, contextOpen: true },
      keychain: async () => options.keychain,
      launchCache: () =>
        new ProcessCache({
          launch: () => {
            const launched = forkCacheProcess(CACHE_SCRIPT, process.execPath);
            this.processes.push(launched);
            return launched;
          },
          log,
          ...nodeSurroundings,
        }),
      openWire: options.openWire ?? webSocketWires(options.relay),
      surroundings,
      log,
      emit: (event) => void this.events.push(structuredClone(event)),
      onAttention: (attention) => void this.attention.push(attention),
    });
    this.#handlers = requestHandlers(this.desk, {
      ready,
      saveSettings: () => undefined,
      openExternal: async (url) => void this.opened.push(url),
      chooseFile: async () => ({ kind: 'cancelled' }),
    });
  }

  static async start(options: TestDeskOptions): Promise<HeadlessDesk> {
    const ready = Promise.withResolvers<void>();
    const made = new HeadlessDesk(options, ready.promise);
    await made.desk.start();
    ready.resolve();
    return made;
  }

  async ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const handle: (given: RequestInput<Name>) => Promise<RequestOutput<Name>> = this.#handlers[name];
    const parsed = REQUESTS[name].input.parse(input) as RequestInput<Name>;
    return REQUESTS[name].output.parse(await handle(parsed)) as RequestOutput<Name>;
  }

  get snapshot(): Snapshot {
    return this.desk.model.snapshot();
  }

  head(conversation: Id): Head | undefined {
    return this.snapshot.heads.find((head) => head.conversation === conversation);
  }

  online() {
    return expect
      .poll(() => this.snapshot.state.connection, { timeout: 15_000, interval: 10 })
      .toBe('online');
  }

  async texts(conversation: Id): Promise<string[]> {
    const { entries } = await this.ask('entries', { conversation, before: null, limit: 200 });
    return entries.flatMap(({ body }) =>
      body.kind === 'message' || body.kind === 'note' ? [body.text] : [],
    );
  }

  stop(): Promise<void> {
    return this.desk.stop();
  }
}

/** `expect.poll` with the patience that a shared machine needs. */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: 15_000, interval: 20 });
}
