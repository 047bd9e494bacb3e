import { shouldComeBack } from '../../../protocol/errors.ts';
import { TIMES } from '../../../protocol/limits.ts';
import { reconnectDelay } from './backoff.ts';
import type { Environment, Wire } from './environment.ts';

/** A socket that is neither open nor refused after this long (ms) will not open: try another. */
const OPENING_PATIENCE = 20_000;

/** A wait asked for by the relay is believed up to this (ms), so that a broken `bye` cannot strand a page. */
const LONGEST_ASKED_WAIT = 5 * 60_000;

export type Light = 'connecting' | 'online' | 'lost';

export type KeeperListener = {
  /** The socket is open: say `hello`. */
  readonly opened: () => void;
  readonly frame: (text: string) => void;
  readonly light: (light: Light) => void;
  /** Closed for good: the code says why (rule C3). */
  readonly stopped: (code: number) => void;
};

export type Keeper = {
  readonly start: () => void;
  /** Closes and stays closed, until `start`. */
  readonly stop: () => void;
  /** False when there is no open socket: what was not sent stays in the outbox. */
  readonly send: (frame: string) => boolean;
  /** Leaves this socket and comes back after the usual delay (a frame that made no sense, a dead network). */
  readonly drop: () => void;
  /** Comes back now if it was waiting, and doubts a socket that has been silent too long (a woken telephone). */
  readonly hurry: () => void;
  /** The relay asked to wait this long (ms) before coming back. */
  readonly asked: (retryAfter: number) => void;
  /** The relay welcomed us: the light is green. */
  readonly welcomed: () => void;
  /** This connection was of use: the next cut starts again with short delays. */
  readonly proved: () => void;
};

/** Keeps one socket open: opens it, watches its silence, and comes back with full jitter (rules C1 to C3). */
export function createKeeper(environment: Environment, listener: KeeperListener): Keeper {
  let running = false;
  let wire: Wire | null = null;
  let open = false;
  let attempt = 0;
  let wait = 0;
  let heardAt = 0;
  let notBefore = 0;
  let cancelTimer: (() => void) | null = null;

  function timer(delay: number, action: () => void): void {
    cancelTimer?.();
    cancelTimer = environment.after(delay, () => {
      cancelTimer = null;
      action();
    });
  }

  function forgetWire(): void {
    cancelTimer?.();
    cancelTimer = null;
    const old = wire;
    wire = null;
    open = false;
    old?.close();
  }

  function heard(): void {
    heardAt = environment.now();
    timer(TIMES.silence, drop);
  }

  function connect(): void {
    listener.light(attempt === 0 ? 'connecting' : 'lost');
    timer(OPENING_PATIENCE, drop);
    const mine: Wire = environment.openWire({
      opened: () => {
        if (wire !== mine) return;
        open = true;
        heard();
        listener.opened();
      },
      frame: (data) => {
        if (wire !== mine) return;
        heard();
        if (typeof data === 'string') listener.frame(data);
        else drop();
      },
      closed: (code) => {
        if (wire === mine) closed(code);
      },
    });
    wire = mine;
  }

  function closed(code: number): void {
    forgetWire();
    if (shouldComeBack(code)) {
      comeBack();
      return;
    }
    running = false;
    listener.light('lost');
    listener.stopped(code);
  }

  function comeBack(): void {
    const delay = reconnectDelay(attempt, environment.random, wait);
    notBefore = environment.elapsed() + wait;
    attempt += 1;
    wait = 0;
    listener.light('lost');
    timer(delay, connect);
  }

  function drop(): void {
    if (!running) return;
    forgetWire();
    comeBack();
  }

  return {
    start: () => {
      if (running) return;
      running = true;
      attempt = 0;
      connect();
    },
    stop: () => {
      running = false;
      forgetWire();
    },
    send: (frame) => {
      if (wire === null || !open) return false;
      wire.send(frame);
      return true;
    },
    drop,
    hurry: () => {
      if (!running) return;
      // The wall clock here: the other one stands still while a telephone sleeps.
      if (open && Math.abs(environment.now() - heardAt) < TIMES.silence) return;
      if (wire !== null && !open) return;
      // A `bye` is honoured to the end: the relay asked for that time.
      if (environment.elapsed() < notBefore) return;
      forgetWire();
      connect();
    },
    asked: (retryAfter) => {
      wait = Math.min(retryAfter, LONGEST_ASKED_WAIT);
    },
    welcomed: () => listener.light('online'),
    proved: () => {
      attempt = 0;
    },
  };
}
