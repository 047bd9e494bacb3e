import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { purgeTime } from '../../protocol/retention.ts';
import { StoreFull, StoreUnavailable } from '../store/errors.ts';
import { bound, House, TERMS } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open({ citizenRate: { burst: 1_000, perSecond: 1_000 } });
});
afterEach(() => house.close());

function fill(): () => void {
  const { database } = house.store;
  database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
  return () => void database.pragma('max_page_count = 1073741823');
}

describe('S1: a store that cannot write', () => {
  it('full disk: the batch is refused, nothing is acknowledged, and it recovers with nothing lost', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await desk.follow(page.conversation);
    page.say('avant');
    await settle();
    const makeRoom = fill();
    const ids = Array.from({ length: 60 }, () => page.say('y'.repeat(4_000)));
    const tags = await desk.ask({ kind: 'tags', conversation: page.conversation, tags: ['x'] });
    expect(tags).toBe('storage-unavailable');
    expect(page.of('ack')).toHaveLength(1);
    expect(new Set(page.of('refused').map(({ code }) => code))).toEqual(new Set(['storage-unavailable']));
    expect(house.figures.failed).toContain('StoreFull');
    expect(house.hub.ready()).toBe(false);
    const opening = await house.hub.open({ id: newId(), termsVersion: TERMS, language: 'fr', subject: null });
    expect(opening).toEqual({ kind: 'refused', code: 'storage-unavailable' });
    await house.time.advance(10_000);
    expect(house.hub.ready()).toBe(false);
    expect(desk.heads.get(page.conversation)).toMatchObject({ tags: [], lastSeq: 3 });
    makeRoom();
    await house.time.advance(10_000);
    expect(house.hub.ready()).toBe(true);
    for (const id of ids) page.say('y'.repeat(4_000), id);
    await settle();
    expect(page.of('ack')).toHaveLength(61);
    expect(page.texts()).toHaveLength(61);
    expect(desk.journals.get(page.conversation)).toEqual(await house.journal(page.conversation));
    expect(await house.store.verifyJournal(page.conversation)).toMatchObject({ kind: 'intact', entries: 63 });
  });

  it('D1: what was acknowledged is acknowledged again while nothing can be written', async () => {
    const page = await house.arrive();
    const id = page.say('gardé');
    await settle();
    const makeRoom = fill();
    page.say('z'.repeat(4_000).repeat(1));
    for (let count = 0; count < 50; count += 1) page.say('z'.repeat(4_000));
    await settle();
    expect(house.hub.ready()).toBe(false);
    page.say('gardé', id);
    await settle();
    expect(page.of('ack').filter((ack) => ack.id === id)).toHaveLength(2);
    makeRoom();
  });

  it('states stay as they were: a take that was refused leaves the conversation waiting', async () => {
    let broken = false;
    await house.close();
    house = await House.open({}, (store) => ({
      ...bound(store),
      commit: (batch) =>
        broken ? Promise.reject(new StoreUnavailable('input/output error')) : store.commit(batch),
      probe: () => (broken ? Promise.reject(new StoreFull('still')) : store.probe()),
    }));
    const page = await house.arrive();
    const [a, b] = [await house.desk(), await house.desk()];
    broken = true;
    expect(await a.ask({ kind: 'take-next' })).toBe('storage-unavailable');
    expect(b.heads.get(page.conversation)).toMatchObject({ status: 'waiting' });
    await house.time.advance(20_000);
    expect(house.hub.ready()).toBe(false);
    broken = false;
    await house.time.advance(5_000);
    expect(house.hub.ready()).toBe(true);
    expect(await b.ask({ kind: 'take-next' })).toMatchObject({ conversation: page.conversation });
    expect(await a.ask({ kind: 'take-next' })).toBe('queue-empty');
  });

  it('read marks that could not be written are written when writing works again', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await house.time.advance(2_000);
    const makeRoom = fill();
    desk.send({ type: 'read', conversation: page.conversation, seq: 2 });
    for (let count = 0; count < 60; count += 1) page.say('y'.repeat(4_000));
    await settle();
    expect(house.hub.ready()).toBe(false);
    expect(await house.store.conversation(page.conversation)).toMatchObject({ officerRead: 0 });
    makeRoom();
    await house.time.advance(10_000);
    expect(await house.store.conversation(page.conversation)).toMatchObject({ officerRead: 2 });
  });

  it('when somebody else wrote, the journal wins: the relay reads it again and its readers follow', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await desk.follow(page.conversation);
    const entry = {
      conversation: page.conversation,
      seq: 3,
      id: newId(),
      at: house.time.now,
      author: { role: 'citizen' },
      body: { kind: 'message', text: 'par un autre chemin' },
    } as const;
    await house.store.commit({
      opened: [],
      appended: [{ conversation: page.conversation, after: 2, entries: [{ entry, request: null }] }],
      reads: [],
      sessions: [],
      revoked: [],
      addresses: [],
      uses: [],
      phrases: [],
      takenBack: [],
    });
    const id = page.say('le mien');
    await settle();
    expect(page.of('refused').at(-1)).toMatchObject({ code: 'storage-unavailable' });
    await house.time.advance(5_000);
    page.say('le mien', id);
    await settle();
    expect(page.texts()).toEqual(['par un autre chemin', 'le mien']);
    expect(desk.journals.get(page.conversation)).toEqual(await house.journal(page.conversation));
  });
});

describe('purge', () => {
  it('destroys at the very hour, tells every desk, closes the citizen’s page', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await desk.follow(page.conversation);
    const due = purgeTime(house.time.now, 3);
    expect(desk.heads.get(page.conversation)?.purgeAt).toBe(due);
    house.time.now = due - 1_000;
    const young = await house.arrive();
    await house.time.advance(2_000);
    await house.time.advance(60 * 60_000);
    expect(desk.of('purged')).toEqual([{ type: 'purged', conversations: [page.conversation] }]);
    expect(page.link.closed).toBe('conversation-gone');
    expect(desk.heads.has(page.conversation)).toBe(false);
    expect(await house.store.conversation(page.conversation)).toBeNull();
    expect(await house.store.conversation(young.conversation)).not.toBeNull();
    expect(house.figures.purged).toBe(1);
    const after = await desk.ask({ kind: 'message', conversation: page.conversation, text: 'x' });
    expect(after).toBe('not-found');
    expect(await page.connect(house.hub)).toBe(false);
  });

  it('happens before a relay serves anyone, and a desk that was away is told what is gone', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await desk.follow(page.conversation);
    desk.cut();
    house.time.now = purgeTime(house.time.now, 3);
    await house.crash();
    expect(await house.store.conversation(page.conversation)).toBeNull();
    await desk.connect(house.hub);
    expect(desk.of('purged')).toEqual([{ type: 'purged', conversations: [page.conversation] }]);
    expect(desk.journals.has(page.conversation)).toBe(false);
  });

  it('a shorter retention applies to what is already there', async () => {
    const page = await house.arrive();
    const opened = house.time.now;
    house.settings.retentionMonths = 1;
    house.time.now = purgeTime(opened, 1);
    await house.crash();
    expect(await house.store.conversation(page.conversation)).toBeNull();
  });
});
