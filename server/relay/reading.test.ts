import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { TestPage } from './clients.testkit.ts';
import { House } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

describe('reading', () => {
  it('R2: an unknown epoch, or a cursor beyond the journal, is a reset from the beginning', async () => {
    const page = await house.arrive();
    page.say('a');
    await settle();
    for (const hello of [
      { epoch: newId(), cursor: 1 },
      { epoch: page.epoch, cursor: 99 },
      { epoch: null, cursor: 2 },
    ]) {
      page.cut();
      await page.connect(house.hub, hello);
      expect(page.of('welcome')).toMatchObject([{ reset: true }]);
      expect(page.of('entries')).toMatchObject([{ after: 0, through: 2 }]);
    }
    page.cut();
    await page.connect(house.hub);
    expect(page.of('welcome')).toMatchObject([{ reset: false }]);
    expect(page.of('entries')).toEqual([]);
  });

  it('R2: for a desk, another epoch voids every cursor; one beyond a journal resets that journal', async () => {
    const page = await house.arrive();
    page.say('a');
    const desk = await house.desk();
    await desk.follow(page.conversation);
    desk.cut();
    await desk.connect(house.hub, { epoch: newId() });
    expect(desk.of('welcome')).toMatchObject([{ reset: true }]);
    expect(desk.texts(page.conversation)).toEqual(['a']);
    desk.cut();
    await desk.connect(house.hub, { cursors: [{ conversation: page.conversation, seq: 50 }] });
    expect(desk.of('reset')).toEqual([{ type: 'reset', conversation: page.conversation }]);
    expect(desk.texts(page.conversation)).toEqual(['a']);
  });

  it('R1: a long journal comes in several frames without a gap, each within the bound', async () => {
    await house.close();
    house = await House.open({ citizenRate: { burst: 10_000, perSecond: 10_000 } });
    const page = await house.arrive();
    const long = 'é'.repeat(LIMITS.textCharacters);
    for (let count = 0; count < 60; count += 1) page.say(long);
    await settle();
    for (let round = 0; round < 10; round += 1) {
      for (let count = 0; count < 60; count += 1) page.say('bonjour'.repeat(1 + ((round + count) % 3)));
      await settle();
    }
    const late = new TestPage(page.token, page);
    await late.connect(house.hub);
    expect(late.entries).toEqual(page.entries);
    expect(late.cursor).toBeGreaterThan(660);
    expect(late.of('entries').length).toBeGreaterThan(5);
    const desk = await house.desk();
    await desk.follow(page.conversation);
    expect(desk.journals.get(page.conversation)).toEqual(await house.journal(page.conversation));
  });

  it('B2: a reader that takes nothing is cut off, nobody else is, and it resumes without loss', async () => {
    const page = await house.arrive();
    const slow = new TestPage(page.token, page);
    await slow.connect(house.hub);
    slow.link.unsent = LIMITS.socketBufferBytes + 1;
    page.say('un');
    await settle();
    expect(slow.link.closed).toBe('too-slow');
    expect(page.link.closed).toBeNull();
    expect(house.figures.cutOff).toBe(1);
    page.say('deux');
    await settle();
    await slow.connect(house.hub);
    expect(slow.texts()).toEqual(['un', 'deux']);
  });

  it('B2: a reader that stops while it catches up is cut off in the end, not waited for', async () => {
    const page = await house.arrive();
    page.say('x');
    await settle();
    const slow = new TestPage(page.token, page);
    const connecting = slow.connect(house.hub);
    slow.link.unsent = LIMITS.socketBufferBytes - 1;
    await connecting;
    expect(slow.entries).toEqual([]);
    await house.time.advance(31_000);
    expect(slow.link.closed).toBe('too-slow');
    await slow.connect(house.hub);
    expect(slow.texts()).toEqual(['x']);
  });

  it('a message that arrives while another tab catches up reaches it once', async () => {
    const page = await house.arrive();
    for (let count = 0; count < 10; count += 1) page.say(`${count}`);
    await settle();
    const tab = new TestPage(page.token, page);
    const connecting = tab.connect(house.hub);
    page.say('pendant');
    await connecting;
    await settle();
    expect(tab.texts()).toEqual(page.texts());
    expect(tab.texts().at(-1)).toBe('pendant');
  });

  it('what is committed while a reader pauses in its catching up reaches it once, in order', async () => {
    const page = await house.arrive();
    page.say('avant');
    await settle();
    const tab = new TestPage(page.token, page);
    const connecting = tab.connect(house.hub);
    tab.link.unsent = LIMITS.socketBufferBytes - 1;
    await connecting;
    page.say('pendant');
    await settle();
    expect(tab.texts()).toEqual([]);
    tab.link.unsent = 0;
    await house.time.advance(100);
    page.say('après');
    await settle();
    expect(tab.texts()).toEqual(['avant', 'pendant', 'après']);
    expect(tab.entries).toEqual(page.entries);
  });

  it('read marks and typing reach the other side, and marks survive a restart', async () => {
    const page = await house.arrive();
    page.say('lu ?');
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    await desk.follow(page.conversation);
    desk.send({ type: 'read', conversation: page.conversation, seq: 3 });
    desk.send({ type: 'typing', conversation: page.conversation });
    page.send({ type: 'typing' });
    page.send({ type: 'typing' });
    page.send({ type: 'read', seq: 900 });
    await house.time.advance(2_000);
    expect(page.of('read')).toEqual([{ type: 'read', seq: 3 }]);
    expect(page.of('typing')).toHaveLength(1);
    expect(desk.of('typing')).toHaveLength(1);
    expect(desk.heads.get(page.conversation)).toMatchObject({ officerRead: 3, citizenRead: 3 });
    await house.crash();
    await page.connect(house.hub);
    expect(page.of('read')).toEqual([{ type: 'read', seq: 3 }]);
  });

  it('read marks of a colleague who looks are not told', async () => {
    const page = await house.arrive();
    page.say('x');
    const supervisor = await house.desk('supervisor');
    await supervisor.follow(page.conversation);
    supervisor.send({ type: 'read', conversation: page.conversation, seq: 2 });
    await house.time.advance(2_000);
    expect(page.of('read')).toEqual([]);
  });
});
