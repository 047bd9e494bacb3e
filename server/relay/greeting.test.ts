import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import { TestDesk } from './clients.testkit.ts';
import { House, TERMS } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

describe('greeting and bounds', () => {
  it('V1: another version is closed, politely and without content', async () => {
    const page = await house.arrive();
    page.cut();
    await page.connect(house.hub, { version: 99 });
    expect(page.link.closed).toBe('version-unsupported');
    expect(page.link.frames).toEqual([]);
    const desk = await house.desk();
    desk.cut();
    await desk.connect(house.hub, { version: 0 });
    expect(desk.link.closed).toBe('version-unsupported');
    // One that knows no `left` and no link that is parked: it could not read what follows its hello.
    await desk.connect(house.hub, { version: 1 });
    expect(desk.link.closed).toBe('version-unsupported');
    expect(desk.link.frames).toEqual([]);
  });

  it('Q8: a restarted relay remembers no presence until a desk of that officer has said it', async () => {
    const [first, colleague] = [await house.desk(), await house.desk()];
    const remembered = (desk: TestDesk) => desk.of('welcome').at(-1)?.remembered;
    expect([remembered(first), remembered(colleague)]).toEqual([false, false]);
    first.send({ type: 'presence', presence: 'break' });
    await settle();
    colleague.cut();
    await colleague.connect(house.hub);
    expect(remembered(colleague)).toBe(false);
    first.cut();
    await first.connect(house.hub);
    expect(first.of('welcome').at(-1)).toMatchObject({ presence: 'break', remembered: true });
    await house.crash();
    await first.connect(house.hub);
    expect(first.of('welcome').at(-1)).toMatchObject({ presence: 'available', remembered: false });
    const second = new TestDesk(first.session);
    await second.connect(house.hub);
    expect(remembered(second)).toBe(false);
    // The same that it takes for granted is a word as well.
    second.send({ type: 'presence', presence: 'available' });
    await settle();
    first.cut();
    await first.connect(house.hub);
    expect(first.of('welcome').at(-1)).toMatchObject({ presence: 'available', remembered: true });
  });

  it('H1: a hello is the first message, once, in time', async () => {
    const page = await house.arrive();
    page.send({ type: 'hello', version: 1, epoch: null, cursor: 0 });
    expect(page.link.closed).toBe('malformed');
    const mute = await house.hub.citizen(page.token, page.link);
    mute?.receive({ type: 'typing' });
    expect(page.link.closed).not.toBeNull();
    const silent = new TestDesk((await house.desk()).session);
    house.hub.desk(silent.session, silent.link);
    await house.time.advance(TIMES.hello - 1_000);
    expect(silent.link.closed).toBeNull();
    await house.time.advance(3_000);
    expect(silent.link.closed).toBe('hello-expected');
  });

  it('E1, E2: malformed frames are answered, the tenth closes; nobody else notices', async () => {
    const [page, other] = [await house.arrive(), await house.arrive()];
    const id = newId();
    page.malformed(id);
    expect(page.of('refused')).toEqual([{ type: 'refused', id, code: 'malformed' }]);
    for (let count = 0; count < 8; count += 1) page.malformed();
    expect(page.link.closed).toBeNull();
    page.malformed();
    expect(page.link.closed).toBe('malformed');
    expect(other.link.closed).toBeNull();
  });

  it('B3: above the rate acts are refused, and whoever goes on is closed', async () => {
    await house.close();
    house = await House.open({ citizenRate: { burst: 3, perSecond: 1 } });
    const page = await house.arrive();
    for (let count = 0; count < 5; count += 1) page.say(`${count}`);
    await settle();
    expect(page.of('refused').map(({ code }) => code)).toEqual(['rate-limited', 'rate-limited']);
    await house.time.advance(1_000);
    page.say('encore');
    await settle();
    expect(page.texts()).toEqual(['0', '1', '2', 'encore']);
    for (let count = 0; count < 102; count += 1) page.say('flood');
    expect(page.link.closed).toBe('rate-limited');
  });

  it('C1: everyone who was greeted hears a beat', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await house.time.advance(TIMES.beat * 2 + 1_000);
    expect(page.of('beat')).toHaveLength(2);
    expect(desk.of('beat')).toHaveLength(2);
  });

  it('opening is refused above the bound of open conversations', async () => {
    await house.close();
    house = await House.open({ openConversations: 1 });
    await house.arrive();
    await expect(house.arrive()).rejects.toThrow('not-available');
  });

  it('a drain refuses new work, says bye, and closes with "come back"; nothing acknowledged is lost', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    page.say('juste avant');
    const draining = house.hub.drain();
    page.say('trop tard');
    const opening = house.hub.open({ id: newId(), termsVersion: TERMS, language: 'fr', subject: null });
    expect(await opening).toEqual({ kind: 'refused', code: 'shutting-down' });
    expect(house.hub.ready()).toBe(false);
    await draining;
    expect(page.of('ack')).toHaveLength(1);
    expect(page.of('refused')).toMatchObject([{ code: 'shutting-down' }]);
    for (const link of [page.link, desk.link]) {
      expect(link.closed).toBe('come-back');
      expect(link.frames.at(-1)).toMatchObject({ type: 'bye' });
    }
    await house.crash();
    await page.connect(house.hub);
    expect(page.texts()).toEqual(['juste avant']);
    expect(page.status).toMatchObject({ status: 'active', officerOnline: false });
  });
});
