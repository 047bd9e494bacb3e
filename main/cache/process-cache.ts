import {
  CacheAnswer,
  CacheError,
  type CacheRequest,
  type Input,
  OPERATIONS,
  type Opening,
  type Operation,
  type Output,
} from './operations.ts';

/** The cache's process as main holds it; made by `utilityProcess` or by `fork`. */
export type CacheProcess = {
  post(message: CacheRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
};

export type ProcessCacheOptions = {
  readonly launch: () => CacheProcess;
  /** Milliseconds by a clock that does not jump. */
  readonly elapsed: () => number;
  readonly after: (milliseconds: number, task: () => void) => () => void;
  readonly log: (event: string, details: Readonly<Record<string, string | number>>) => void;
};

type Waiting = {
  readonly name: Operation;
  readonly input: unknown;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: CacheError) => void;
};

/** A process that dies more often than this in a minute is not restarted any more. */
const RESTARTS_PER_MINUTE = 3;
/** A process that has not answered for so long is ended, and counts as dead. */
const ANSWER_WITHIN = 20_000;
/** Writing a whole file anew takes longer: about 15 ms a megabyte, and a slow disk. */
const ROTATE_WITHIN = 600_000;
/** Operations waiting their turn: above it the caller is faster than the disk for good. */
const QUEUE_LIMIT = 5_000;

/**
 * Main's side of the cache process: one operation in flight, in the order asked. When the process dies it is
 * started again, the file is opened again, and the operation in flight is asked again (all are repeatable),
 * so that a caller sees a pause and no loss. When that does not help, callers get a `CacheError`.
 */
export class ProcessCache {
  readonly #options: ProcessCacheOptions;
  readonly #queue: Waiting[] = [];
  #process: CacheProcess | null = null;
  #inFlight: { readonly waiting: Waiting; readonly number: number; readonly cancel: () => void } | null =
    null;
  #number = 0;
  #ready = false;
  #opening: Opening | null = null;
  #reopen = false;
  #restarts: number[] = [];
  #ended: 'no' | 'ended' | 'failed' = 'no';

  constructor(options: ProcessCacheOptions) {
    this.#options = options;
    this.#launch();
  }

  /** Does one operation. Rejects with `CacheError` only. */
  call<Name extends Operation>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    return new Promise((resolve, reject) => {
      const settle = (output: unknown) => {
        const parsed = OPERATIONS[name].output.safeParse(output);
        if (parsed.success) resolve(parsed.data as Output<Name>);
        else reject(new CacheError('failed', `malformed answer to ${name}`));
      };
      if (this.#ended !== 'no' || this.#queue.length >= QUEUE_LIMIT) {
        reject(new CacheError('failed', this.#ended === 'no' ? 'too many operations' : 'ended'));
        return;
      }
      this.#queue.push({ name, input, resolve: settle, reject });
      this.#next();
    });
  }

  /** Closes the file after what was asked before, then ends the process. Never rejects. */
  async end(): Promise<void> {
    if (this.#ended === 'no') await this.call('close', null).catch(() => undefined);
    this.#ended = 'ended';
    this.#process?.kill();
    this.#process = null;
  }

  #launch(): void {
    const launched = this.#options.launch();
    this.#process = launched;
    this.#ready = false;
    const cancel = this.#options.after(ANSWER_WITHIN, () => {
      if (this.#process === launched && !this.#ready) launched.kill();
    });
    launched.onMessage((message) => {
      if (this.#process === launched) this.#receive(message);
    });
    launched.onExit(() => {
      cancel();
      if (this.#process === launched) this.#died();
    });
  }

  #next(): void {
    if (!this.#ready || this.#inFlight !== null || this.#process === null) return;
    const waiting = this.#reopen && this.#opening !== null ? this.#reopening() : this.#queue.shift();
    if (waiting === undefined) return;
    this.#number += 1;
    const number = this.#number;
    const process = this.#process;
    // From here on the file may be under either key, whatever happens to the process.
    if (waiting.name === 'rotate') this.#opening = rotating(this.#opening, waiting.input);
    const patience = waiting.name === 'rotate' ? ROTATE_WITHIN : ANSWER_WITHIN;
    const cancel = this.#options.after(patience, () => {
      this.#options.log('cache-silent', { operation: waiting.name });
      process.kill();
    });
    this.#inFlight = { waiting, number, cancel };
    process.post({ number, name: waiting.name, input: waiting.input });
  }

  /** After a restart, before anything else. */
  #reopening(): Waiting {
    return {
      name: 'open',
      input: this.#opening,
      resolve: (outcome) => {
        this.#reopen = false;
        if (outcome === 'unreadable') this.#fail(new CacheError('unreadable'));
      },
      reject: (error) => this.#fail(error),
    };
  }

  #receive(message: unknown): void {
    const answer = CacheAnswer.safeParse(message);
    if (!answer.success) {
      this.#fail(new CacheError('failed', 'malformed message'));
      return;
    }
    switch (answer.data.kind) {
      case 'ready':
        this.#ready = true;
        this.#next();
        return;
      case 'too-old':
        this.#options.log('cache-runtime-too-old', { runtime: answer.data.runtime });
        this.#fail(new CacheError('failed', `runtime ${answer.data.runtime} is too old`));
        return;
      case 'done':
      case 'fault':
        this.#answered(answer.data);
    }
  }

  #answered(answer: Extract<CacheAnswer, { kind: 'done' | 'fault' }>): void {
    const flight = this.#inFlight;
    if (flight === null || flight.number !== answer.number) return;
    flight.cancel();
    this.#inFlight = null;
    if (answer.kind === 'done') {
      if (flight.waiting.name === 'open') this.#opening = openingOf(flight.waiting.input, answer.output);
      if (flight.waiting.name === 'rotate')
        this.#opening = settled(this.#opening, answer.output === 'rotated');
      if (flight.waiting.name === 'close') this.#opening = null;
      flight.waiting.resolve(answer.output);
    } else {
      flight.waiting.reject(new CacheError(answer.fault, flight.waiting.name));
    }
    this.#next();
  }

  #died(): void {
    const flight = this.#inFlight;
    flight?.cancel();
    this.#inFlight = null;
    this.#process = null;
    if (this.#ended !== 'no') return;
    const now = this.#options.elapsed();
    this.#restarts = [...this.#restarts.filter((at) => now - at < 60_000), now];
    this.#options.log('cache-died', { restarts: this.#restarts.length });
    if (flight !== null && !(this.#reopen && flight.waiting.name === 'open'))
      this.#queue.unshift(flight.waiting);
    if (this.#restarts.length > RESTARTS_PER_MINUTE) {
      this.#fail(new CacheError('failed', 'dies again and again'));
      return;
    }
    this.#reopen = this.#opening !== null;
    this.#launch();
  }

  /** The end: everything asked is refused, and the caller goes on in memory. */
  #fail(error: CacheError): void {
    if (this.#ended !== 'no') return;
    this.#ended = 'failed';
    const all = [...(this.#inFlight === null ? [] : [this.#inFlight.waiting]), ...this.#queue.splice(0)];
    this.#inFlight?.cancel();
    this.#inFlight = null;
    this.#process?.kill();
    this.#process = null;
    for (const waiting of all) waiting.reject(error);
  }
}

function openingOf(input: unknown, outcome: unknown): Opening | null {
  if (outcome === 'unreadable') return null;
  return settled(OPERATIONS.open.input.parse(input), outcome === 'opened-next');
}

/** How to open a file again whose key is being changed. */
function rotating(opening: Opening | null, input: unknown): Opening | null {
  return opening === null ? null : { ...opening, next: OPERATIONS.rotate.input.parse(input).next };
}

/** How to open it when the change is over: it took place, or it did not. */
function settled(opening: Opening | null, changed: boolean): Opening | null {
  if (opening === null) return null;
  return { ...opening, key: changed ? (opening.next ?? opening.key) : opening.key, next: null };
}
