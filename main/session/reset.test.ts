import { describe, expect, it } from 'vitest';
import { headOf } from '../cache/cache.testkit.ts';
import { Play } from './scripted.testkit.ts';

describe('a relay whose store was restored from a copy', () => {
  // Found by the model, seed 57: an item acknowledged by the former store stayed "sending" for good, in no journal.
  it('R2, D1: what the former store acknowledged and never showed is sent again, with the same id', async () => {
    const play = await Play.begin();
    await play.holding();
    const id = await play.written('trois');
    await play.scene.relay.say(play.ack(id, 5));
    expect(play.items()).toMatchObject([{ id, state: 'sending' }]);
    await play.scene.relay.close(1006);
    await play.scene.time.pass(1);
    await play.scene.relay.welcome({ reset: true });
    await play.scene.relay.say(play.heads(headOf(play.conversation)), play.range(0, 4));
    expect(play.scene.relay.commands().map((command) => command.id)).toEqual([id]);
  });

  it('R2: a reset of another journal sends nothing again; of this one, it does', async () => {
    const play = await Play.begin();
    await play.holding();
    const id = await play.written('trois');
    await play.scene.relay.say(play.ack(id, 5));
    await play.scene.relay.say({ type: 'reset', conversation: id });
    expect(play.scene.relay.commands()).toHaveLength(1);
    await play.scene.relay.say({ type: 'reset', conversation: play.conversation });
    expect(play.scene.relay.commands().map((command) => command.id)).toEqual([id, id]);
  });
});
