import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { purgeTime } from '../../protocol/retention.ts';
import { openErasures } from '../store/sqlite/erasures.ts';
import { TestDesk } from './clients.testkit.ts';
import { bound, House, newSession } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

async function erase(conversation: string) {
  const asked = house.hub.erase(conversation);
  await settle();
  return asked;
}

const outstanding = async () =>
  (await openErasures(house.store.database).list(null)).filter(({ confirmedAt }) => confirmedAt === null);

describe('P3: erasure on request', () => {
  it('destroys at once, key first, tells desks and page, and leaves a receipt', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await desk.follow(page.conversation);
    page.say('à effacer');
    await settle();
    expect(await erase(page.conversation)).toMatchObject({ kind: 'erased', entries: 3, tookPart: 1 });
    expect(desk.of('purged')).toEqual([
      { type: 'purged', conversations: [page.conversation], confirm: true },
    ]);
    expect(page.link.closed).toBe('conversation-gone');
    expect(desk.heads.has(page.conversation)).toBe(false);
    expect(await house.store.conversation(page.conversation)).toBeNull();
    expect(await page.connect(house.hub)).toBe(false);
    expect([...house.store.receipts(0)].at(-1)?.content).toMatchObject({ cause: 'erasure', entries: 3 });
    expect(await erase(page.conversation)).toEqual({ kind: 'unknown' });
    expect(await desk.ask({ kind: 'message', conversation: page.conversation, text: 'x' })).toBe('not-found');
  });

  it('is outstanding until each desk says that its copy is destroyed', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    const absent = newId();
    house.accounts.push(desk.officer, absent);
    await desk.ask({ kind: 'take-next' });
    await erase(page.conversation);
    expect((await outstanding()).map(({ officer, tookPart }) => [officer, tookPart]).sort()).toEqual(
      [
        [desk.officer, true],
        [absent, false],
      ].sort(),
    );
    desk.send({ type: 'purged-done', conversations: [page.conversation] });
    await settle();
    expect((await outstanding()).map(({ officer }) => officer)).toEqual([absent]);
  });

  it('a desk that was off line is told at its next hello, and at each further one, to the limit', async () => {
    const page = await house.arrive();
    const session = newSession();
    const first = new TestDesk(session);
    await first.connect(house.hub);
    await first.ask({ kind: 'take-next' });
    await first.follow(page.conversation);
    first.cut();
    const due = purgeTime(house.time.now, 3);
    await erase(page.conversation);
    await house.crash();
    await first.connect(house.hub, { cursors: [] });
    expect(first.of('purged')).toMatchObject([{ conversations: [page.conversation], confirm: true }]);
    expect(first.journals.size).toBe(0);
    first.send({ type: 'purged-done', conversations: [page.conversation] });
    // Another workstation of the same officer.
    const second = new TestDesk({ ...session, session: newId() });
    await second.connect(house.hub);
    expect(second.of('purged')).toHaveLength(1);
    // Somebody who has nothing to do with it is told nothing: they had no account then.
    expect((await house.desk()).of('purged')).toEqual([]);
    house.time.now = due;
    const third = new TestDesk({ ...session, session: newId() });
    await third.connect(house.hub);
    expect(third.of('purged')).toEqual([]);
    await house.time.advance(2 * 60 * 60_000);
    expect(await openErasures(house.store.database).list(null)).toEqual([]);
  });

  it('tells a desk that comes while the rows are being destroyed', async () => {
    await house.close();
    let rowsGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      rowsGo = resolve;
    });
    house = await House.open({}, (store) => ({
      ...bound(store),
      purge: (...asked) => held.then(() => store.purge(...asked)),
    }));
    const page = await house.arrive();
    const [there, comes] = [await house.desk(), new TestDesk(newSession())];
    house.accounts.push(there.officer, comes.officer);
    const erased = erase(page.conversation);
    await settle();
    await comes.connect(house.hub);
    expect(comes.of('purged')).toEqual([]);
    rowsGo();
    expect(await erased).toMatchObject({ kind: 'erased' });
    await settle();
    const told = { type: 'purged', conversations: [page.conversation], confirm: true };
    for (const desk of [there, comes]) expect(desk.of('purged')).toEqual([told]);
  });

  it('tells nobody of an erasure that was killed before it began: the conversation is still there', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    const { conversation } = page;
    const notice = { conversation, officer: desk.officer, erasedAt: 1, until: Number.MAX_SAFE_INTEGER };
    await openErasures(house.store.database).add([{ ...notice, tookPart: true }]);
    desk.cut();
    await desk.connect(house.hub);
    expect(desk.of('purged')).toEqual([]);
    expect(await erase(conversation)).toMatchObject({ kind: 'erased' });
  });
});
