import { beforeEach, expect, it } from 'vitest';
import type { Id } from '../../protocol/ids.ts';
import { headOf } from '../cache/cache.testkit.ts';
import { Play, type Scene } from './scripted.testkit.ts';

let play: Play;
let scene: Scene;
let conversation: Id;

beforeEach(async () => {
  play = await Play.begin();
  ({ scene, conversation } = play);
  await play.holding();
});

const newest = () => scene.session.journals.page({ conversation, before: null, limit: 9 });

/** The cache finds a row that it cannot read, and lets the journal go (main/cache/encrypted-file.test.ts). */
async function readDamaged(): Promise<unknown> {
  const { cache } = scene.session;
  const call = cache.call.bind(cache);
  await call('forget', { conversations: [conversation] });
  Object.assign(cache, { call: async () => ({ entries: [], complete: false, forgotten: true }) });
  const page = await newest();
  Object.assign(cache, { call });
  return page;
}

it('R2: a journal that the cache could not read is asked for from the beginning, and the window with it', async () => {
  const before = scene.relay.said('follow').length;
  expect(await readDamaged()).toEqual({ entries: [], complete: false });
  expect(play.told('reset')).toEqual([{ type: 'reset', conversations: [conversation] }]);
  expect(scene.relay.said('follow').slice(before)).toEqual([{ type: 'follow', conversation, after: 0 }]);
  await scene.relay.say(play.range(0, 4));
  expect((await newest()).entries).toHaveLength(4);
});

it('R2: without a wire it is asked for on the next one', async () => {
  // Only looked at: nobody asks for it because it is held.
  await scene.relay.say(play.heads(headOf(conversation, { holder: null, status: 'waiting' })));
  await scene.relay.close(1006);
  await readDamaged();
  await scene.time.pass(1);
  await scene.relay.welcome();
  expect(scene.relay.wire.said[0]).toMatchObject({ cursors: [{ conversation, seq: 0 }] });
});
