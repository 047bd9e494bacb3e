import type { Id, Reference, Time } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { StoreConflict } from '../store/errors.ts';
import type { Found, ReadMark, Store } from '../store/store.ts';
import { type Change, Deciding } from './deciding.ts';
import type { Registry } from './live.ts';
import type { LogSink, MetricsSink, Scheduler } from './options.ts';
import type { Overlay } from './overlay.ts';
import { type Outcome, type Request, refusal } from './requests.ts';

/** Acts decided in one transaction; the rest wait for the next one, so that no commit grows without bound. */
const BATCH = 512;
const PROBE_FIRST = 250;
const PROBE_CEILING = 5_000;

export type CommitterParts = {
  readonly store: Store;
  readonly registry: Registry;
  readonly scheduler: Scheduler;
  readonly clock: () => Time;
  readonly log: LogSink;
  readonly metrics: MetricsSink;
  /** The relay's next own act on the overlay (distribution), or null. */
  readonly next: (overlay: Overlay) => Request | null;
  /** The changes are durable: put them in the registry. Acks follow, then `told`. */
  readonly publish: (changes: readonly Change[], references: ReadonlyMap<Id, Reference>) => void;
  readonly told: (changes: readonly Change[]) => void;
  /** The store knows these conversations otherwise than the relay does: read them again. */
  readonly reload: (conversations: readonly Id[]) => Promise<void>;
};

type Answer = { readonly request: Request; readonly outcome: Outcome };

/**
 * Group commit. What arrives in one turn of the loop is decided in order on an overlay, written in one
 * durable transaction, and only then published and acknowledged (rules D3, D4, D5). While a commit is in
 * flight the next batch gathers. When a commit fails nothing of it happened (rule S1), and the store is
 * probed until it writes again.
 */
export class Committer {
  readonly #parts: CommitterParts;
  #waiting: Request[] = [];
  #reads = new Map<Id, ReadMark>();
  #scheduled = false;
  #busy = false;
  #failing = false;
  #stopped = false;
  #probeDelay = PROBE_FIRST;
  /** Work that must not run beside a commit, and those who wait until nothing is left to do. */
  readonly #exclusive: (() => Promise<void>)[] = [];
  #idle: (() => void)[] = [];

  constructor(parts: CommitterParts) {
    this.#parts = parts;
  }

  /** False while the store refuses writes. */
  get writable(): boolean {
    return !this.#failing;
  }

  enqueue(request: Request): void {
    this.#waiting.push(request);
    this.schedule();
  }

  /** Remembers how far a side has read; written with the next batch or by `schedule`. */
  markRead(mark: ReadMark): void {
    this.#reads.set(mark.conversation, { ...this.#reads.get(mark.conversation), ...mark });
  }

  get hasReads(): boolean {
    return this.#reads.size > 0;
  }

  /** A conversation is gone: nothing more is written about it. */
  forget(conversation: Id): void {
    this.#reads.delete(conversation);
  }

  /** A batch at the end of this turn, even without requests: distribution and read marks. */
  schedule(): void {
    if (this.#scheduled || this.#busy || this.#stopped) return;
    this.#scheduled = true;
    this.#parts.scheduler.soon(() => {
      this.#scheduled = false;
      void this.#turn();
    });
  }

  /** Runs `work` while no commit is in flight, and holds the next commit until it is done. */
  exclusive(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#exclusive.push(() => work().then(resolve, reject));
      this.schedule();
    });
  }

  /** Resolves when nothing waits and nothing is in flight. */
  idle(): Promise<void> {
    if (!this.#busy && !this.#scheduled && this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  stop(): void {
    this.#stopped = true;
  }

  async #turn(): Promise<void> {
    if (this.#busy || this.#stopped) return;
    this.#busy = true;
    try {
      for (let work = this.#exclusive.shift(); work !== undefined; work = this.#exclusive.shift())
        await work();
      await this.#flush();
    } finally {
      this.#busy = false;
      if (this.#waiting.length > 0 || this.#exclusive.length > 0) this.schedule();
      else if (!this.#scheduled) {
        const idle = this.#idle;
        this.#idle = [];
        for (const resolve of idle) resolve();
      }
    }
  }

  async #flush(): Promise<void> {
    const requests = this.#waiting.splice(0, BATCH);
    const found = await this.#find(requests);
    if (found === null) {
      answer(requests.map((request) => ({ request, outcome: refusal('storage-unavailable') })));
      return;
    }
    const { registry, clock } = this.#parts;
    const deciding = new Deciding(registry, found, clock());
    const answers = requests.map((request) => ({ request, outcome: this.#decide(deciding, request) }));
    if (!this.#failing) this.#decideOwn(deciding);
    const durable = new Set(found.map(({ entry }) => entry.id));
    if (this.#failing) {
      // What was acknowledged once is acknowledged again; nothing new is promised.
      answer(deciding.isEmpty ? answers : answers.map((given) => withoutPromises(given, durable)));
      return;
    }
    const failure = await this.#commit(deciding, answers);
    if (failure !== null) answer(answers.map((given) => withoutPromises(given, durable)));
  }

  async #find(requests: readonly Request[]): Promise<readonly Found[] | null> {
    const ids = requests.filter(({ digest }) => digest !== null).map(({ id }) => id);
    if (ids.length === 0) return [];
    try {
      return await this.#parts.store.find(ids);
    } catch (error) {
      this.#failed(error);
      return null;
    }
  }

  #decide(deciding: Deciding, request: Request): Outcome {
    try {
      return deciding.decide(request);
    } catch (error) {
      // A bug in deciding one act must not take the batch of all the others with it (rule E4).
      this.#parts.log('error', 'decision-failed', { name: error instanceof Error ? error.name : 'unknown' });
      return refusal('wrong-state');
    }
  }

  #decideOwn(deciding: Deciding): void {
    for (let count = 0; count < BATCH; count += 1) {
      const request = this.#parts.next(deciding.overlay);
      if (request === null || this.#decide(deciding, request).kind === 'refused') return;
    }
  }

  /** Null when everything is durable and told. */
  async #commit(deciding: Deciding, answers: readonly Answer[]): Promise<Error | null> {
    const reads = this.#reads;
    if (deciding.isEmpty && reads.size === 0) {
      answer(answers);
      return null;
    }
    this.#reads = new Map();
    const { store, publish, told, metrics, reload } = this.#parts;
    const started = performance.now();
    const changes = [...deciding.changes.values()];
    try {
      const { references } = await store.commit(deciding.batch([...reads.values()]));
      metrics.committed(...countOf(changes), performance.now() - started);
      publish(changes, references);
    } catch (error) {
      for (const [conversation, mark] of reads) {
        this.#reads.set(conversation, { ...mark, ...this.#reads.get(conversation) });
      }
      this.#failed(error);
      if (error instanceof StoreConflict) await reload(changes.map(({ conversation }) => conversation));
      return error instanceof Error ? error : new Error('the commit failed');
    }
    answer(answers);
    told(changes);
    return null;
  }

  #failed(error: unknown): void {
    const name = error instanceof Error ? error.name : 'unknown';
    this.#parts.metrics.commitFailed(name);
    this.#parts.log('error', 'storage-failed', { name });
    if (this.#failing || this.#stopped) return;
    this.#failing = true;
    this.#probeDelay = PROBE_FIRST;
    this.#probeLater();
  }

  #probeLater(): void {
    this.#parts.scheduler.after(this.#probeDelay, () => {
      if (this.#stopped) return;
      this.#parts.store.probe().then(
        () => this.#recovered(),
        () => {
          this.#probeDelay = Math.min(PROBE_CEILING, this.#probeDelay * 2);
          this.#probeLater();
        },
      );
    });
  }

  #recovered(): void {
    this.#failing = false;
    this.#parts.log('info', 'storage-recovered', {});
    this.schedule();
  }
}

function countOf(changes: readonly Change[]): [entries: number, messages: number] {
  let entries = 0;
  let messages = 0;
  for (const change of changes) {
    entries += change.entries.length;
    for (const { entry } of change.entries) if (entry.body.kind === 'message') messages += 1;
  }
  return [entries, messages];
}

function withoutPromises(given: Answer, durable: ReadonlySet<Id>): Answer {
  const isOld = given.outcome.kind === 'acknowledged' && durable.has(given.request.id);
  // An opening that is repeated would have written its new cookie.
  if (isOld && given.request.opening === null) return given;
  return { request: given.request, outcome: refusal('storage-unavailable') };
}

function answer(answers: readonly Answer[]): void {
  for (const { request, outcome } of answers) request.done(outcome);
}

/** Acts one sender may have waiting for the commit (rule B1). */
export const PENDING_PER_SENDER = LIMITS.pendingPerSender;
