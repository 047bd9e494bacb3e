import { type FromDesk, ToDesk } from '../../protocol/desk-channel.ts';
import type { DeskState } from '../../protocol/ipc.ts';
import {
  type ConnectionAct,
  type ConnectionEvent,
  type ConnectionState,
  STOPPED,
  stepConnection,
} from './connection.ts';
import type { Log, Surroundings } from './surroundings.ts';
import type { OpenWire, Wire } from './wire.ts';

export type LinkOptions = {
  readonly openWire: OpenWire;
  readonly token: string;
  readonly surroundings: Surroundings;
  readonly log: Log;
  /** What to say first on a new wire. */
  readonly hello: () => FromDesk;
  /** One frame at a time, in order; the next one waits for the answer. */
  readonly onFrame: (frame: ToDesk) => Promise<void>;
  readonly onChange: (state: ConnectionState) => void;
  /** What was on its way may be lost: it is to be sent again on the next wire. */
  readonly onLost: () => void;
  readonly onExpired: () => void;
};

/** Frames received and not yet dealt with; above the first the wire is paused, below the second it goes on. */
const PAUSE_AT = 64;
const RESUME_AT = 16;

/** Drives the connection's state machine with real wires and timers, and hands on parsed frames in order. */
export class Link {
  readonly #options: LinkOptions;
  #state: ConnectionState = STOPPED;
  #wire: Wire | null = null;
  #cancelDeadline: (() => void) | null = null;
  #queue: { readonly wire: Wire; readonly frame: ToDesk }[] = [];
  #paused = false;
  #working = false;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  start(): void {
    this.#step({ kind: 'start' });
  }

  stop(): void {
    this.#step({ kind: 'stop' });
  }

  /** Connects now, whatever was going on: the officer asked, or the workstation woke. */
  again(): void {
    this.#step({ kind: 'again' });
  }

  /** False when there is no greeted wire: nothing was sent. */
  send(frame: FromDesk): boolean {
    if (this.#state.phase !== 'online' || this.#wire === null) return false;
    this.#wire.send(JSON.stringify(frame));
    return true;
  }

  #step(event: ConnectionEvent): void {
    const { elapsed, random } = this.#options.surroundings;
    const before = this.#state;
    const { state, acts } = stepConnection(before, event, { now: elapsed(), random: random() });
    this.#state = state;
    for (const act of acts) this.#perform(act);
    if (state.deadline !== before.deadline || acts.length > 0) this.#schedule();
    if (state.phase !== before.phase || state.notice !== before.notice) {
      this.#options.log('connection', { phase: state.phase, attempt: state.attempt });
      this.#options.onChange(state);
    }
  }

  #schedule(): void {
    this.#cancelDeadline?.();
    this.#cancelDeadline = null;
    const { deadline } = this.#state;
    if (deadline === null) return;
    const { elapsed, after } = this.#options.surroundings;
    this.#cancelDeadline = after(Math.max(0, deadline - elapsed()), () => {
      this.#cancelDeadline = null;
      this.#step({ kind: 'deadline' });
      // A timer may run a little early: then the deadline stands and is waited for again.
      if (this.#cancelDeadline === null) this.#schedule();
    });
  }

  #perform(act: ConnectionAct): void {
    switch (act) {
      case 'open':
        this.#open();
        return;
      case 'greet':
        this.#wire?.send(JSON.stringify(this.#options.hello()));
        return;
      case 'cut':
        this.#wire?.cut();
        return;
      case 'lost':
        this.#wire = null;
        this.#queue = [];
        this.#paused = false;
        this.#options.onLost();
        return;
      case 'expired':
        this.#options.onExpired();
    }
  }

  #open(): void {
    const holder: { wire: Wire | null } = { wire: null };
    const own = () => holder.wire !== null && this.#wire === holder.wire;
    const wire = this.#options.openWire(this.#options.token, {
      opened: () => own() && this.#step({ kind: 'opened' }),
      message: (text) => own() && this.#heard(text),
      closed: (code) => own() && this.#step({ kind: 'closed', code }),
      rejected: (status, retryAfter) => own() && this.#step({ kind: 'rejected', status, retryAfter }),
    });
    holder.wire = wire;
    this.#wire = wire;
  }

  #heard(text: string | null): void {
    this.#step({ kind: 'heard' });
    const frame = text === null ? null : parseFrame(text);
    const wire = this.#wire;
    if (wire === null) return;
    if (frame === null) {
      // The relay never sends such a thing: start afresh rather than guess what was meant.
      this.#options.log('relay-frame-malformed');
      wire.cut();
      this.#step({ kind: 'closed', code: 1006 });
      return;
    }
    if (frame.type === 'bye') this.#step({ kind: 'bye', retryAfter: frame.retryAfter });
    if (frame.type === 'beat' || frame.type === 'bye') return;
    if (frame.type === 'welcome') this.#step({ kind: 'welcome' });
    this.#queue.push({ wire, frame });
    if (!this.#paused && this.#queue.length >= PAUSE_AT) {
      this.#paused = true;
      wire.pause();
    }
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        // Frames of a wire that is gone are read again on the next one.
        if (next.wire === this.#wire) await this.#options.onFrame(next.frame);
        if (this.#paused && this.#queue.length <= RESUME_AT) {
          this.#paused = false;
          this.#wire?.resume();
        }
      }
    } finally {
      this.#working = false;
    }
  }
}

function parseFrame(text: string): ToDesk | null {
  try {
    const parsed = ToDesk.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** How the connection shows in the desk's state: the window counts down by the wall clock. */
export function shownConnection(
  state: ConnectionState,
  { now, elapsed }: Pick<Surroundings, 'now' | 'elapsed'>,
): Pick<DeskState, 'connection' | 'retryAt' | 'notice'> {
  const { phase, deadline, notice } = state;
  const wallTime = (at: number | null) => (at === null ? null : Math.round(now() + at - elapsed()));
  if (phase === 'online') return { connection: 'online', retryAt: null, notice };
  if (phase === 'waiting') return { connection: 'offline', retryAt: wallTime(deadline), notice };
  return { connection: phase === 'stopped' ? 'offline' : 'connecting', retryAt: null, notice };
}
