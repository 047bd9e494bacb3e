import { describe, expect, it } from 'vitest';
import type { Wire, WireListener } from './environment.ts';
import { createWorld } from './fake-world.ts';
import { createWireChoice, type Way } from './wire-choice.ts';

type Attempt = { readonly way: string; readonly listener: WireListener; closed: boolean };

function setting(isReachable: () => boolean) {
  const world = createWorld();
  const attempts: Attempt[] = [];
  const way = (name: string, patience: number, tries: number): Way => ({
    patience,
    attempts: tries,
    open: (listener) => {
      const attempt: Attempt = { way: name, listener, closed: false };
      attempts.push(attempt);
      return {
        send: () => undefined,
        close: () => {
          attempt.closed = true;
        },
      };
    },
  });
  const ways = [way('socket', 7_000, 2), way('stream', 4_000, 1), way('poll', 15_000, 2)] as const;
  const open = createWireChoice(ways, {
    after: world.environment.after,
    now: () => world.now,
    reachable: async () => isReachable(),
  });
  const codes: number[] = [];
  const frames: unknown[] = [];
  const listener: WireListener = {
    opened: () => undefined,
    frame: (data) => frames.push(data),
    closed: (code) => codes.push(code),
  };
  /** Opens one more; waits for the question whether the relay can be reached. */
  async function next(): Promise<{ wire: Wire; attempt: Attempt }> {
    const wire = open(listener);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    const attempt = attempts[attempts.length - 1];
    if (attempt === undefined) throw new Error('nothing was tried');
    return { wire, attempt };
  }
  return { world, attempts, codes, frames, next };
}

describe('the way to the relay', () => {
  it('F1: goes over HTTP after two sockets without a word, where HTTP reaches the relay', async () => {
    const { attempts, next } = setting(() => true);
    for (let count = 0; count < 3; count += 1) (await next()).attempt.listener.closed(1006);
    expect(attempts.map(({ way }) => way)).toEqual(['socket', 'socket', 'stream']);
  });

  it('F1: keeps the socket while nothing reaches the relay: a tunnel, a restart', async () => {
    let reachable = false;
    const { attempts, next } = setting(() => reachable);
    for (let count = 0; count < 6; count += 1) (await next()).attempt.listener.closed(1006);
    reachable = true;
    await next();
    expect(attempts.map(({ way }) => way)).toEqual([...Array(6).fill('socket'), 'stream']);
  });

  it('F1: leaves a wire that opens and lets nothing through, and then one whose answers are held back', async () => {
    const { world, attempts, codes, next } = setting(() => true);
    for (let count = 0; count < 3; count += 1) {
      const { attempt } = await next();
      attempt.listener.opened();
      world.pass(7_000);
      expect(attempt.closed).toBe(true);
    }
    await next();
    expect(codes).toEqual([1006, 1006, 1006]);
    expect(attempts.map(({ way: name }) => name)).toEqual(['socket', 'socket', 'stream', 'poll']);
  });

  it('stays on what works through cuts, and tries the best again after ten minutes', async () => {
    const { world, attempts, frames, next } = setting(() => true);
    for (let count = 0; count < 2; count += 1) (await next()).attempt.listener.closed(1006);
    for (let count = 0; count < 3; count += 1) {
      const { attempt } = await next();
      attempt.listener.frame('{}');
      attempt.listener.closed(1006);
    }
    world.pass(10 * 60_000 + 1);
    await next();
    expect(frames).toHaveLength(3);
    expect(attempts.map(({ way }) => way)).toEqual([
      'socket',
      'socket',
      'stream',
      'stream',
      'stream',
      'socket',
    ]);
  });

  it('does not take a reasoned close for a wire that is held back', async () => {
    const { attempts, next } = setting(() => true);
    for (let count = 0; count < 4; count += 1) (await next()).attempt.listener.closed(4009);
    expect(new Set(attempts.map(({ way }) => way))).toEqual(new Set(['socket']));
  });

  it('says nothing more once it was closed, and leaves no timer behind', async () => {
    const { world, codes, frames, next } = setting(() => true);
    const { wire, attempt } = await next();
    wire.close();
    attempt.listener.frame('{}');
    attempt.listener.closed(1006);
    expect(attempt.closed).toBe(true);
    expect([codes, frames, world.pendingTimers()]).toEqual([[], [], 0]);
  });
});
