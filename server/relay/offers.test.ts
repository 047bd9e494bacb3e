import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Id } from '../../protocol/ids.ts';
import type { TestDesk } from './clients.testkit.ts';
import { Committer } from './committer.ts';
import { House } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

const WITHIN = 60_000;

let house: House;
let desk: TestDesk;
beforeEach(async () => {
  house = await House.open({ distribute: true, offerWithin: WITHIN, missedOffers: 2 });
  desk = await house.desk();
});
afterEach(() => house.close());

async function offered(): Promise<Id> {
  const { conversation } = await house.arrive();
  await house.time.advance(1_000);
  expect(desk.heads.get(conversation)).toMatchObject({ holder: { officer: desk.officer } });
  return conversation;
}

const presence = () => desk.of('presence').at(-1);

describe('G5: an offer that nobody answers', () => {
  it('goes back to the head of the queue, for others; the second in a row makes the officer away, and says why', async () => {
    const first = await offered();
    await house.time.advance(WITHIN);
    expect((await house.journal(first)).at(-1)).toMatchObject({
      author: { role: 'relay' },
      body: { kind: 'release', reason: 'offer-missed' },
    });
    expect(desk.heads.get(first)).toMatchObject({ status: 'waiting', returned: true });
    expect(presence()).toBeUndefined();
    const second = await offered();
    const third = await house.arrive();
    await house.time.advance(WITHIN);
    expect(presence()).toEqual({ type: 'presence', presence: 'away', why: 'missed-offers' });
    // Not even in the batch that gave the second one back.
    for (const conversation of [second, third.conversation]) {
      expect(desk.heads.get(conversation)).toMatchObject({ status: 'waiting' });
    }
    const colleague = await house.desk();
    await house.time.advance(1_000);
    expect(colleague.heads.get(first)).toMatchObject({ holder: { officer: colleague.officer } });
  });

  it('two that came together and were missed together count as two', async () => {
    for (const { conversation } of [await house.arrive(), await house.arrive()]) {
      expect(desk.heads.get(conversation)).toMatchObject({ status: 'active' });
    }
    await house.time.advance(WITHIN + 1_000);
    expect(presence()).toMatchObject({ presence: 'away' });
  });

  it.each([
    ['opens', (conversation: Id) => desk.send({ type: 'looking', conversation })],
    ['reads', (conversation: Id) => desk.send({ type: 'read', conversation, seq: 2 })],
    ['answers', (conversation: Id) => void desk.ask({ kind: 'message', conversation, text: 'Bonjour' })],
    ['sets aside', (conversation: Id) => void desk.ask({ kind: 'park', conversation })],
  ])('is none when the officer %s it, and what was missed before is forgotten', async (_, act) => {
    await offered();
    await house.time.advance(WITHIN);
    const answered = await offered();
    act(answered);
    await house.time.advance(WITHIN * 2);
    expect(desk.heads.get(answered)?.holder).toMatchObject({ officer: desk.officer });
    await offered();
    await house.time.advance(WITHIN);
    expect(presence()).toBeUndefined();
  });

  it('whoever says that they are there begins anew', async () => {
    await offered();
    await house.time.advance(WITHIN);
    desk.send({ type: 'presence', presence: 'available' });
    await offered();
    await house.time.advance(WITHIN);
    expect(presence()).toBeUndefined();
  });

  it('is for distribution only: what an officer took is theirs', async () => {
    house.settings.distribute = false;
    await house.crash();
    await desk.connect(house.hub);
    const { conversation } = await house.arrive();
    await desk.ask({ kind: 'take', conversation });
    await house.time.advance(WITHIN * 3);
    expect(desk.heads.get(conversation)).toMatchObject({ status: 'active' });
  });

  it('is over with its conversation: of what was erased nothing is asked again', async () => {
    const conversation = await offered();
    const erased = house.hub.erase(conversation);
    await settle();
    expect(await erased).toMatchObject({ kind: 'erased' });
    const asked = vi.spyOn(Committer.prototype, 'enqueue');
    await house.time.advance(WITHIN * 2);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('0 seconds is for ever', async () => {
    house.settings.offerWithin = 0;
    await house.crash();
    await desk.connect(house.hub);
    const conversation = await offered();
    await house.time.advance(WITHIN * 30);
    expect(desk.heads.get(conversation)).toMatchObject({ holder: { officer: desk.officer } });
  });
});
