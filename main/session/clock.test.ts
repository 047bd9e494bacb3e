import { beforeEach, describe, expect, it } from 'vitest';
import { CLOSES } from '../../protocol/errors.ts';
import { TIMES } from '../../protocol/limits.ts';
import { Play, type Scene } from './scripted.testkit.ts';

const DAY = 86_400_000;

/** Somebody sets the workstation's clock: no time has passed. */
describe('C4: a workstation’s clock that jumps', () => {
  let play: Play;
  let scene: Scene;

  beforeEach(async () => {
    play = await Play.begin();
    scene = play.scene;
    scene.time.chance = 1;
    await play.holding();
  });

  it('set back while it waits, delays no return', async () => {
    await scene.relay.close(1006);
    expect(scene.relay.wires).toHaveLength(1);
    scene.time.jump(-DAY);
    await scene.time.pass(TIMES.reconnectFirst);
    expect(scene.relay.wires).toHaveLength(2);
  });

  it('set back while a refused message waits, delays no second attempt', async () => {
    const id = await play.written('bonjour');
    await scene.relay.say({ type: 'refused', id, code: 'storage-unavailable' });
    scene.time.jump(-DAY);
    await scene.time.pass(TIMES.reconnectCeiling);
    expect(scene.relay.commands().filter((command) => command.id === id)).toHaveLength(2);
  });

  it('set forward, cuts no living wire', async () => {
    scene.time.jump(DAY);
    await scene.time.pass(TIMES.silence - 1);
    expect(scene.relay.wire.open).toBe(true);
  });

  it('shows the window a time of return by the clock that the window reads', async () => {
    scene.time.jump(DAY);
    await scene.relay.say({ type: 'bye', retryAfter: 5_000 });
    await scene.relay.close(CLOSES['come-back'].code);
    const { retryAt } = scene.model.state;
    expect((retryAt ?? 0) - scene.time.now()).toBeGreaterThanOrEqual(5_000);
    expect((retryAt ?? 0) - scene.time.now()).toBeLessThanOrEqual(5_000 + TIMES.reconnectFirst);
  });
});
