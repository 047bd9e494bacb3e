import { type CloseReason, closeReason, shouldComeBack } from '../../protocol/errors.ts';
import type { DeskState } from '../../protocol/ipc.ts';
import { TIMES } from '../../protocol/limits.ts';

/**
 * The connection to the relay as a state machine: no socket, no clock, no chance of its own. The link
 * (link.ts) does what it says. Rules C1 to C3 of docs/protocol.md.
 */
export type ConnectionState = {
  readonly phase: 'stopped' | 'waiting' | 'opening' | 'greeting' | 'online';
  /** Failures in a row; the delay grows with it. */
  readonly attempt: number;
  /** When (`elapsed`) something must happen by itself: the next attempt, or the end of patience. */
  readonly deadline: number | null;
  /** What the relay asked for with `bye`, in milliseconds. */
  readonly asked: number;
  readonly onlineSince: number | null;
  readonly notice: DeskState['notice'];
};

export const STOPPED: ConnectionState = {
  phase: 'stopped',
  attempt: 0,
  deadline: null,
  asked: 0,
  onlineSince: null,
  notice: null,
};

export type ConnectionEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  /** The officer asked, or the workstation woke: connect now, whatever was going on. */
  | { readonly kind: 'again' }
  | { readonly kind: 'opened' }
  /** Any frame: the wire lives. */
  | { readonly kind: 'heard' }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'bye'; readonly retryAfter: number }
  | { readonly kind: 'closed'; readonly code: number }
  /** The handshake was answered with an HTTP status other than 101. */
  | { readonly kind: 'rejected'; readonly status: number; readonly retryAfter: number | null }
  | { readonly kind: 'deadline' };

/** What the link must do. `lost`: what was on its way is not any more. */
export type ConnectionAct = 'open' | 'greet' | 'cut' | 'lost' | 'expired';

export type ConnectionStep = { readonly state: ConnectionState; readonly acts: readonly ConnectionAct[] };
/** `now` is measured by a clock that does not jump (`elapsed`). */
export type Surroundings = { readonly now: number; readonly random: number };

/** How long a connection must hold before the delays start from the bottom again. */
const STABLE = 10_000;
/** Opening a socket takes no longer than this, or it failed. */
const OPEN_WITHIN = 10_000;
/** After so many failures the officer is told that the relay cannot be reached. */
const FAILURES_TOLD = 2;

/**
 * Full jitter in [0, min(ceiling, first × 2ⁿ)], after what the relay asked for: 2,000 desks told to come
 * back in a second must not come back in the same millisecond.
 */
export function reconnectDelay(attempt: number, asked: number, random: number): number {
  const ceiling = Math.min(TIMES.reconnectCeiling, TIMES.reconnectFirst * 2 ** Math.min(attempt, 20));
  return Math.round(asked + random * ceiling);
}

function opening(state: ConnectionState, now: number): ConnectionState {
  return { ...state, phase: 'opening', deadline: now + OPEN_WITHIN, onlineSince: null };
}

function waiting(state: ConnectionState, { now, random }: Surroundings): ConnectionState {
  const stable = state.onlineSince !== null && now - state.onlineSince >= STABLE;
  const attempt = stable ? 0 : state.attempt;
  const unreachable = attempt + 1 >= FAILURES_TOLD;
  return {
    phase: 'waiting',
    attempt: attempt + 1,
    deadline: now + reconnectDelay(attempt, state.asked, random),
    asked: 0,
    onlineSince: null,
    notice: unreachable ? 'relay-unreachable' : state.notice,
  };
}

const NOTICES: { readonly [Reason in CloseReason]?: NonNullable<DeskState['notice']> } = {
  'not-signed-in': 'session-expired',
  'version-unsupported': 'version-unsupported',
  replaced: 'replaced',
};

function stopped(notice: DeskState['notice']): ConnectionState {
  return { ...STOPPED, notice };
}

function closed(state: ConnectionState, code: number, around: Surroundings): ConnectionStep {
  if (shouldComeBack(code)) return { state: waiting(state, around), acts: ['lost'] };
  const reason = closeReason(code);
  const notice = (reason === null ? undefined : NOTICES[reason]) ?? 'relay-unreachable';
  const expired: readonly ConnectionAct[] = notice === 'session-expired' ? ['expired'] : [];
  return { state: stopped(notice), acts: ['lost', ...expired] };
}

function hasWire(state: ConnectionState): boolean {
  return state.phase === 'opening' || state.phase === 'greeting' || state.phase === 'online';
}

function greeted(state: ConnectionState, now: number): ConnectionState {
  return { ...state, phase: 'online', deadline: now + TIMES.silence, onlineSince: now, notice: null };
}

function again(state: ConnectionState, now: number): ConnectionStep {
  const acts: readonly ConnectionAct[] = hasWire(state) ? ['cut', 'lost', 'open'] : ['open'];
  return { state: opening({ ...STOPPED, notice: state.notice }, now), acts };
}

/** One step of the connection. Events that do not fit the phase (of a wire already cut) change nothing. */
export function stepConnection(
  state: ConnectionState,
  event: ConnectionEvent,
  around: Surroundings,
): ConnectionStep {
  const nothing: ConnectionStep = { state, acts: [] };
  switch (event.kind) {
    case 'start':
      return state.phase === 'stopped'
        ? { state: opening({ ...STOPPED }, around.now), acts: ['open'] }
        : nothing;
    case 'stop':
      return { state: stopped(null), acts: hasWire(state) ? ['cut', 'lost'] : [] };
    case 'again':
      return again(state, around.now);
    case 'opened':
      return state.phase === 'opening'
        ? { state: { ...state, phase: 'greeting', deadline: around.now + TIMES.hello }, acts: ['greet'] }
        : nothing;
    case 'welcome':
      return state.phase === 'greeting' ? { state: greeted(state, around.now), acts: [] } : nothing;
    case 'heard':
      return state.phase === 'online'
        ? { state: { ...state, deadline: around.now + TIMES.silence }, acts: [] }
        : nothing;
    case 'bye':
      return hasWire(state) ? { state: { ...state, asked: event.retryAfter }, acts: [] } : nothing;
    case 'closed':
      return hasWire(state) ? closed(state, event.code, around) : nothing;
    case 'rejected':
      return state.phase === 'opening' ? rejected(state, event, around) : nothing;
    case 'deadline':
      return overdue(state, around);
  }
}

function rejected(
  state: ConnectionState,
  { status, retryAfter }: { readonly status: number; readonly retryAfter: number | null },
  around: Surroundings,
): ConnectionStep {
  if (status === 401) return { state: stopped('session-expired'), acts: ['lost', 'expired'] };
  return { state: waiting({ ...state, asked: retryAfter ?? state.asked }, around), acts: ['lost'] };
}

function overdue(state: ConnectionState, around: Surroundings): ConnectionStep {
  if (state.deadline === null || around.now < state.deadline) return { state, acts: [] };
  if (state.phase === 'waiting') return { state: opening(state, around.now), acts: ['open'] };
  // Nobody answered the socket, the hello, or nothing was heard for too long (rule C2).
  return { state: waiting(state, around), acts: ['cut', 'lost'] };
}
