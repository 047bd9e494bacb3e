import { describe, expect, it } from 'vitest';
import { TIMES } from '../../../protocol/limits.ts';
import { reconnectDelay } from './backoff.ts';
import { createClient } from './client.ts';
import { createWorld, entriesFrame, said, welcomeFrame } from './fake-world.ts';

function connected() {
  const world = createWorld();
  const client = createClient(world.environment);
  client.start();
  world.wire().open().deliver(welcomeFrame(), { type: 'beat' });
  return { world, client };
}

describe('the delay before coming back', () => {
  it('C2: is anywhere in a range that doubles up to the ceiling', () => {
    const longest = (attempt: number) => reconnectDelay(attempt, () => 0.999_999, 0);
    expect(reconnectDelay(5, () => 0, 0)).toBe(0);
    expect([0, 1, 2].map(longest)).toEqual([500, 1_000, 2_000]);
    expect(longest(6)).toBe(TIMES.reconnectCeiling);
    expect(longest(10_000)).toBe(TIMES.reconnectCeiling);
  });

  it('C2: is never shorter than what the relay asked for', () => {
    expect(reconnectDelay(0, () => 0, 3_000)).toBe(3_000);
  });
});

describe('a connection', () => {
  it('C2: comes back after a silence, and not before', () => {
    const { world, client } = connected();
    world.pass(TIMES.silence - 1);
    world.wire().deliver({ type: 'beat' });
    world.pass(TIMES.silence - 1);
    expect(client.state().light).toBe('online');
    world.pass(1);
    expect(client.state().light).toBe('lost');
    expect(world.wire().closedByClient).toBe(true);
    world.pass(TIMES.reconnectFirst);
    expect(world.wires).toHaveLength(2);
  });

  it('gives up a socket that neither opens nor fails', () => {
    const world = createWorld();
    createClient(world.environment).start();
    world.pass(20_000 + TIMES.reconnectFirst);
    expect(world.wires).toHaveLength(2);
  });

  it('waits longer after each failure, and little again once a connection was of use', () => {
    const { world } = connected();
    const gaps: number[] = [];
    for (let failure = 0; failure < 5; failure += 1) {
      world.wire().cut();
      const before = world.now;
      const count = world.wires.length;
      while (world.wires.length === count) world.pass(50);
      gaps.push(world.now - before);
    }
    expect(gaps).toEqual([250, 500, 1_000, 2_000, 4_000]);
    world.wire().open().deliver(welcomeFrame(), { type: 'beat' });
    world.wire().cut();
    world.pass(250);
    expect(world.wires).toHaveLength(7);
  });

  it('R3: does not turn a contradicting relay into a tight loop', () => {
    const { world } = connected();
    for (let turn = 0; turn < 8; turn += 1) {
      world.wire().deliver(entriesFrame(9, said(10, 'x')));
      const count = world.wires.length;
      while (world.wires.length === count) world.pass(50);
      world.wire().open().deliver(welcomeFrame());
    }
    const before = world.now;
    world.wire().deliver(entriesFrame(9, said(10, 'x')));
    const count = world.wires.length;
    while (world.wires.length === count) world.pass(50);
    expect(world.now - before).toBeGreaterThanOrEqual(TIMES.reconnectCeiling / 2);
  });

  it('C3: waits as long as the bye asks, even when the page is looked at', () => {
    const { world, client } = connected();
    world.wire().deliver({ type: 'bye', retryAfter: 4_000 });
    world.wire().cut(4009);
    world.pass(3_900);
    client.hurry();
    expect(world.wires).toHaveLength(1);
    world.pass(100 + TIMES.reconnectFirst);
    expect(world.wires).toHaveLength(2);
  });

  it('believes a bye up to five minutes', () => {
    const { world } = connected();
    world.wire().deliver({ type: 'bye', retryAfter: 86_400_000 });
    world.wire().cut(4009);
    world.pass(5 * 60_000 + TIMES.reconnectFirst);
    expect(world.wires).toHaveLength(2);
  });

  it('hurries when the network is back, and doubts a socket that slept', () => {
    const { world, client } = connected();
    client.networkLost();
    expect(client.state().light).toBe('lost');
    client.hurry();
    expect(world.wires).toHaveLength(2);
    world.wire().open().deliver(welcomeFrame());
    client.hurry();
    expect(world.wires).toHaveLength(2);
    // A sleeping telephone runs no timer: only the clock moves.
    world.now += TIMES.silence;
    client.hurry();
    expect(world.wires).toHaveLength(3);
  });

  it('C4: a clock set back by an hour, or forward, neither delays its return nor cuts it', () => {
    for (const wrong of [-3_600_000, 3_600_000]) {
      const { world, client } = connected();
      world.wrong = wrong;
      world.wire().deliver({ type: 'beat' });
      world.pass(TIMES.silence - 1);
      expect(world.wires).toHaveLength(1);
      world.wire().cut();
      world.wrong = -wrong;
      world.pass(TIMES.reconnectFirst);
      expect(world.wires).toHaveLength(2);
      world.wire().open().deliver(welcomeFrame());
      expect(client.state().light).toBe('online');
    }
  });

  it('hears nothing more of a wire it has left', () => {
    const { world, client } = connected();
    const old = world.wire();
    client.networkLost();
    client.hurry();
    world.wire().open().deliver(welcomeFrame());
    old.deliver(entriesFrame(0, said(1, 'late')));
    old.cut(4007);
    expect(client.state()).toMatchObject({ phase: 'open', light: 'online', entries: [] });
  });
});
