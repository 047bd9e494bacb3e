import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSES } from '../../protocol/errors.ts';
import { TIMES } from '../../protocol/limits.ts';
import {
  type ConnectionEvent,
  type ConnectionState,
  reconnectDelay,
  STOPPED,
  stepConnection,
} from './connection.ts';

const at = (now: number, random = 0.5) => ({ now, random });

/** Feeds events, all at the same time, and gives the last state with every act there was. */
function run(events: readonly ConnectionEvent[], from: ConnectionState = STOPPED, now = 1_000) {
  let state = from;
  const acts: string[] = [];
  for (const event of events) {
    const step = stepConnection(state, event, at(now));
    state = step.state;
    acts.push(...step.acts);
  }
  return { state, acts };
}

const ONLINE = run([{ kind: 'start' }, { kind: 'opened' }, { kind: 'welcome' }]).state;

const event: fc.Arbitrary<ConnectionEvent> = fc.oneof(
  fc.constantFrom<ConnectionEvent>(
    { kind: 'start' },
    { kind: 'stop' },
    { kind: 'again' },
    { kind: 'opened' },
    { kind: 'heard' },
    { kind: 'welcome' },
    { kind: 'deadline' },
  ),
  fc.nat(5_000).map((retryAfter) => ({ kind: 'bye' as const, retryAfter })),
  fc
    .constantFrom(1000, 1006, 1009, 4000, 4002, 4006, 4009)
    .map((code) => ({ kind: 'closed' as const, code })),
  fc.constantFrom(401, 500, 503).map((status) => ({ kind: 'rejected' as const, status, retryAfter: null })),
);

/** Wires there are after a step, by its acts. */
function wiresAfter(wires: number, acts: readonly string[]): number {
  return wires + acts.filter((act) => act === 'open').length - acts.filter((act) => act === 'lost').length;
}

const WITH_WIRE = ['opening', 'greeting', 'online'];

describe('the connection', () => {
  it('opens, says hello, is welcomed', () => {
    const { state, acts } = run([{ kind: 'start' }, { kind: 'opened' }, { kind: 'welcome' }]);
    expect(acts).toEqual(['open', 'greet']);
    expect(state).toMatchObject({ phase: 'online', notice: null, deadline: 1_000 + TIMES.silence });
  });

  it('C2: a beat pushes the silence away; silence cuts the wire and comes back', () => {
    const heard = stepConnection(ONLINE, { kind: 'heard' }, at(20_000)).state;
    expect(heard.deadline).toBe(20_000 + TIMES.silence);
    expect(stepConnection(heard, { kind: 'deadline' }, at(20_000 + TIMES.silence - 1)).acts).toEqual([]);
    const silent = stepConnection(heard, { kind: 'deadline' }, at(20_000 + TIMES.silence));
    expect(silent.acts).toEqual(['cut', 'lost']);
    expect(silent.state.phase).toBe('waiting');
  });

  it('C2: waits what `bye` asked, with jitter behind it', () => {
    const bye = stepConnection(ONLINE, { kind: 'bye', retryAfter: 3_000 }, at(2_000)).state;
    const { state } = stepConnection(bye, { kind: 'closed', code: CLOSES['come-back'].code }, at(2_000, 0.5));
    expect(state.phase).toBe('waiting');
    expect(state.deadline).toBe(2_000 + 3_000 + 250);
    const again = stepConnection(state, { kind: 'deadline' }, at(state.deadline ?? 0));
    expect(again.acts).toEqual(['open']);
    expect(again.state.asked).toBe(0);
  });

  it('C2: delays grow with failures, never above the ceiling, and use the whole range', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(5_000),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (n, asked, r) => {
          const delay = reconnectDelay(n, asked, r);
          expect(delay).toBeGreaterThanOrEqual(asked);
          expect(delay).toBeLessThanOrEqual(
            asked + Math.min(TIMES.reconnectCeiling, TIMES.reconnectFirst * 2 ** n),
          );
        },
      ),
    );
    expect(reconnectDelay(3, 0, 0)).toBe(0);
    expect(reconnectDelay(40, 0, 0.999_999)).toBe(TIMES.reconnectCeiling);
  });

  it('starts the delays from the bottom only after a connection that held', () => {
    const failing: ConnectionState = { ...ONLINE, attempt: 5, onlineSince: 1_000 };
    const soon = stepConnection(failing, { kind: 'closed', code: 1006 }, at(2_000));
    expect(soon.state.attempt).toBe(6);
    const later = stepConnection(failing, { kind: 'closed', code: 1006 }, at(60_000));
    expect(later.state.attempt).toBe(1);
  });

  it.each([
    ['too-slow', 'waiting', null],
    ['silent-too-long', 'waiting', null],
    ['come-back', 'waiting', null],
    ['internal-error', 'waiting', null],
    ['rate-limited', 'waiting', null],
    ['hello-expected', 'waiting', null],
    ['replaced', 'stopped', 'replaced'],
    ['version-unsupported', 'stopped', 'version-unsupported'],
    ['malformed', 'stopped', 'relay-unreachable'],
  ] as const)('C3: after a close "%s" it is %s', (reason, phase, notice) => {
    const { state, acts } = stepConnection(ONLINE, { kind: 'closed', code: CLOSES[reason].code }, at(2_000));
    expect(state).toMatchObject({ phase, notice });
    expect(acts).toEqual(['lost']);
  });

  it('C3: a session the relay no longer knows ends here, by close or by handshake', () => {
    const closed = stepConnection(ONLINE, { kind: 'closed', code: CLOSES['not-signed-in'].code }, at(2_000));
    expect(closed).toMatchObject({
      state: { phase: 'stopped', notice: 'session-expired' },
      acts: ['lost', 'expired'],
    });
    const refused = run([{ kind: 'start' }, { kind: 'rejected', status: 401, retryAfter: null }]);
    expect(refused).toMatchObject({
      state: { notice: 'session-expired' },
      acts: ['open', 'lost', 'expired'],
    });
  });

  it('comes back after any other answer to the handshake, no sooner than asked', () => {
    const { state } = run([{ kind: 'start' }, { kind: 'rejected', status: 503, retryAfter: 7_000 }]);
    expect(state.phase).toBe('waiting');
    expect(state.deadline).toBeGreaterThanOrEqual(8_000);
  });

  it('says that the relay cannot be reached after a second failure, and unsays it when welcomed', () => {
    const failed: ConnectionEvent = { kind: 'closed', code: 1006 };
    const once = run([{ kind: 'start' }, failed]);
    expect(once.state.notice).toBeNull();
    const opened = stepConnection(once.state, { kind: 'deadline' }, at(99_000)).state;
    const twice = stepConnection(opened, failed, at(99_000)).state;
    expect(twice.notice).toBe('relay-unreachable');
    const third = stepConnection(twice, { kind: 'deadline' }, at(199_000)).state;
    const back = run([{ kind: 'opened' }, { kind: 'welcome' }], third, 199_000);
    expect(back.state.notice).toBeNull();
  });

  it('connects at once when asked, from every phase, with one wire at a time', () => {
    expect(run([{ kind: 'start' }, { kind: 'again' }]).acts).toEqual(['open', 'cut', 'lost', 'open']);
    expect(run([{ kind: 'again' }], { ...STOPPED, notice: 'replaced' }).acts).toEqual(['open']);
    const waiting = run([{ kind: 'start' }, { kind: 'closed', code: 1006 }]).state;
    expect(run([{ kind: 'again' }], waiting).acts).toEqual(['open']);
    expect(run([{ kind: 'stop' }], ONLINE)).toMatchObject({
      state: { phase: 'stopped' },
      acts: ['cut', 'lost'],
    });
  });

  it('keeps one wire at most, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.nat(60_000)), { maxLength: 60 }), (events) => {
        let state = STOPPED;
        let now = 0;
        let wires = 0;
        for (const [happened, later] of events) {
          now += later;
          const step = stepConnection(state, happened, at(now));
          state = step.state;
          wires = wiresAfter(wires, step.acts);
          expect(wires).toBe(Number(WITH_WIRE.includes(state.phase)));
          // Nothing waits for ever: whatever is not stopped has a deadline.
          expect(state.deadline === null).toBe(state.phase === 'stopped');
        }
      }),
    );
  });
});
