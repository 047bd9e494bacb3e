import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { TestDesk, TestPage } from './clients.testkit.ts';
import { House } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

async function answered(text = 'Bonjour'): Promise<{ page: TestPage; desk: TestDesk }> {
  const page = await house.arrive();
  page.say(text);
  const desk = await house.desk('supervisor');
  await desk.ask({ kind: 'take', conversation: page.conversation });
  return { page, desk };
}

async function close(desk: TestDesk, page: TestPage): Promise<void> {
  const { conversation } = page;
  await desk.ask({ kind: 'close', conversation, disposition: 'answered', comment: null });
}

const names = async () =>
  (await house.store.dailyCounts()).filter(({ name }) => name.startsWith('satisfaction'));

describe('D9: one tap after the end, kept as a number by day', () => {
  it('counts once, tells supervisors the counts, and leaves nothing in the journal', async () => {
    const { page, desk } = await answered();
    expect(await house.hub.satisfaction(page.token, 'yes')).toBe('wrong-state');
    await close(desk, page);
    const before = await house.journal(page.conversation);
    const officer = await house.desk();
    expect(await house.hub.satisfaction(page.token, 'partly')).toBeNull();
    await settle();
    expect(await house.hub.satisfaction(page.token, 'no')).toBe('wrong-state');
    expect(await names()).toMatchObject([{ name: 'satisfaction-partly', count: 1 }]);
    expect(await house.journal(page.conversation)).toEqual(before);
    expect(desk.of('satisfaction').at(-1)?.figures).toEqual({
      today: { yes: 0, partly: 1, no: 0 },
      week: { yes: 0, partly: 1, no: 0 },
    });
    expect(officer.of('satisfaction')).toEqual([]);
    house.time.now += 3 * 24 * 60 * 60_000;
    const later = await house.desk('supervisor');
    expect(later.of('satisfaction').at(-1)?.figures).toMatchObject({
      today: { partly: 0 },
      week: { partly: 1 },
    });
  });

  it('is also asked of who ended it', async () => {
    const { page } = await answered();
    page.send({ type: 'leave', id: newId(), manner: 'ended' });
    await settle();
    expect(await house.hub.satisfaction(page.token, 'no')).toBeNull();
  });

  it.each([
    [
      'an emergency',
      async (page: TestPage, desk: TestDesk) => {
        const { conversation } = page;
        await desk.ask({ kind: 'flag-emergency', conversation });
        await desk.ask({ kind: 'acknowledge-emergency', conversation });
        await close(desk, page);
      },
    ],
    [
      'a quick exit',
      async (page: TestPage) => {
        page.send({ type: 'leave', id: newId(), manner: 'quick-exit' });
        await settle();
      },
    ],
    [
      'silent mode',
      async (page: TestPage, desk: TestDesk) => {
        page.send({ type: 'silence', id: newId(), on: true });
        await settle();
        await close(desk, page);
      },
    ],
  ])('is never asked after %s', async (_, end) => {
    const { page, desk } = await answered();
    await end(page, desk);
    expect(await house.hub.satisfaction(page.token, 'yes')).not.toBeNull();
    expect(await names()).toEqual([]);
  });

  it('is not asked of whom no officer answered', async () => {
    const page = await house.arrive();
    page.send({ type: 'leave', id: newId(), manner: 'ended' });
    await settle();
    expect(await house.hub.satisfaction(page.token, 'yes')).toBe('wrong-state');
  });
});
