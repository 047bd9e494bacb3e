import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { TestPage } from './clients.testkit.ts';
import { House, TERMS } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

describe('delivery', () => {
  it('D1: the same message sent again gets the first ack, and the journal does not change', async () => {
    const page = await house.arrive();
    const id = page.say('une fois');
    page.say('une fois', id);
    await settle();
    page.say('une fois', id);
    await settle();
    const acks = page.of('ack');
    expect(acks).toHaveLength(3);
    expect(new Set(acks.map(({ seq }) => seq))).toEqual(new Set([2]));
    expect(page.texts()).toEqual(['une fois']);
  });

  it('D1: holds through a crash of the relay, for pages and desks, take-next included', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    const [message, take] = [page.say('avant'), newId()];
    await settle();
    const first = await desk.ask({ kind: 'take-next' }, take);
    await house.crash();
    await page.connect(house.hub);
    await desk.connect(house.hub);
    page.say('avant', message);
    await settle();
    expect(page.of('ack')).toMatchObject([{ id: message, seq: 2 }]);
    expect(await desk.ask({ kind: 'take-next' }, take)).toEqual(first);
    expect(page.texts()).toEqual(['avant']);
  });

  it('D2: an id with other words, or of another author, is refused `id-reused`', async () => {
    const page = await house.arrive();
    const id = page.say('un');
    page.say('deux', id);
    await settle();
    expect(page.of('refused')).toEqual([{ type: 'refused', id, code: 'id-reused' }]);
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    const stolen = await desk.ask({ kind: 'message', conversation: page.conversation, text: 'un' }, id);
    expect(stolen).toBe('id-reused');
    expect(page.texts()).toEqual(['un']);
  });

  it('D2: the same words under the same id from another officer are not the same act', async () => {
    const { conversation } = await house.arrive();
    const [first, second] = [await house.desk(), await house.desk()];
    await first.ask({ kind: 'take', conversation });
    const command = { kind: 'message', conversation, text: 'Bonjour' } as const;
    const id = newId();
    expect(await first.ask(command, id)).toMatchObject({ type: 'ack' });
    await first.ask({ kind: 'assign', conversation, to: second.officer, note: null });
    expect(await second.ask(command, id)).toBe('id-reused');
  });

  it('D3, D5: a burst keeps its order, in few commits', async () => {
    const page = await house.arrive();
    const commits = house.figures.committed.length;
    const texts = Array.from({ length: 15 }, (_, index) => `${index}`);
    for (const text of texts) page.say(text);
    await settle();
    expect(page.texts()).toEqual(texts);
    expect(page.of('ack').map(({ seq }) => seq)).toEqual(texts.map((_, index) => index + 2));
    expect(house.figures.committed.length - commits).toBe(1);
  });

  it('opening again with the same id finds the first conversation, only while nobody used it', async () => {
    const request = { id: newId(), termsVersion: TERMS, language: 'fr', subject: null } as const;
    const first = await house.hub.open(request);
    const second = await house.hub.open(request);
    if (first.kind === 'refused' || second.kind === 'refused') throw new Error('refused');
    expect(second.opened).toEqual(first.opened);
    expect(await house.hub.current(first.token)).toBeNull();
    const page = new TestPage(second.token, second.opened);
    await page.connect(house.hub);
    expect(page.cursor).toBe(1);
    expect(await house.hub.open(request)).toEqual({ kind: 'refused', code: 'id-reused' });
    expect(await house.hub.current(second.token)).toEqual(first.opened);
    const other = await house.hub.open({ ...request, language: 'en' });
    expect(other).toEqual({ kind: 'refused', code: 'id-reused' });
  });
});
