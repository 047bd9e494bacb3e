import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import { TestPage } from './clients.testkit.ts';
import { House, kinds } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

const PHRASE = 'le chat noir dort';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

/** Hashing takes real time: what follows from it is waited for. */
async function choose(page: TestPage, phrase = PHRASE): Promise<void> {
  const chosen = () => page.entries.filter(({ body }) => body.kind === 'return-phrase').length;
  const before = chosen();
  page.send({ type: 'phrase', id: newId(), phrase });
  await vi.waitFor(() => expect(chosen()).toBe(before + 1));
}

async function exit(page: TestPage): Promise<void> {
  page.send({ type: 'leave', id: newId(), manner: 'quick-exit' });
  await settle();
  expect(page.link.closed).toBe('conversation-gone');
}

function comeBack(reference: string, phrase = PHRASE) {
  return house.hub.comeBack({ reference, phrase });
}

async function returned(reference: string, phrase = PHRASE): Promise<TestPage> {
  const result = await comeBack(reference, phrase);
  if (result.kind === 'refused') throw new Error(`refused: ${result.code}`);
  const page = new TestPage(result.token, result.opened);
  await page.connect(house.hub);
  return page;
}

describe('coming back after a quick exit', () => {
  it('S3: only a sealed hash is kept, in no entry and no digest; a weak phrase is refused', async () => {
    const page = await house.arrive();
    page.send({ type: 'phrase', id: newId(), phrase: 'chat' });
    await settle();
    expect(page.of('refused')).toMatchObject([{ code: 'malformed' }]);
    await choose(page);
    expect(page.entries.at(-1)?.body).toEqual({ kind: 'return-phrase' });
    const journal = await house.journal(page.conversation);
    expect(JSON.stringify(journal)).not.toContain('chat');
    expect((await house.store.phrase(page.conversation))?.hash).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
    const rows = house.store.database.prepare('SELECT sealed FROM return_phrases').pluck().all();
    expect(rows.map((row) => String(row)).join()).not.toContain('argon2');
    await house.store.purge([page.conversation]);
    expect(house.store.database.prepare('SELECT count(*) FROM return_phrases').pluck().get()).toBe(0);
  });

  it('S4: the history is there again, the officer sees the return, and the old cookie opens nothing', async () => {
    const page = await house.arrive();
    page.say('avant');
    await choose(page);
    const desk = await house.desk();
    const { conversation } = page;
    await desk.ask({ kind: 'take', conversation });
    await exit(page);
    expect(desk.heads.get(conversation)).toMatchObject({ left: 'quick-exit', mayReturn: true });
    // Waiting for somebody is no reaching out; writing to them would be.
    expect(await desk.ask({ kind: 'message', conversation, text: 'ohé' })).toBe('wrong-state');
    expect(await desk.ask({ kind: 'park', conversation })).toMatchObject({ type: 'ack' });

    const back = await returned(page.reference, '  Le CHAT, noir dort !');
    expect(back.texts()).toEqual(['avant']);
    expect(desk.heads.get(conversation)).toMatchObject({ left: null, status: 'active', citizenOnline: true });
    expect(desk.heads.get(conversation)?.unansweredSince).not.toBeNull();
    expect(await desk.ask({ kind: 'message', conversation, text: 'vous revoilà' })).toMatchObject({
      type: 'ack',
    });
    expect(back.texts()).toEqual(['avant', 'vous revoilà']);
    expect(await page.connect(house.hub)).toBe(false);
    // From another device once more: one place at a time.
    const elsewhere = await returned(page.reference);
    expect(back.link.closed).toBe('conversation-gone');
    expect(elsewhere.texts()).toEqual(['avant', 'vous revoilà']);
  });

  it('S4: in the queue the place is kept, passed over while nobody is there, and given up in the end', async () => {
    const [gone, next] = [await house.arrive(), await house.arrive()];
    await choose(gone);
    await exit(gone);
    await house.time.advance(1_000);
    expect(next.status).toMatchObject({ position: 1 });
    const desk = await house.desk();
    expect(await desk.ask({ kind: 'take-next' })).toMatchObject({ conversation: next.conversation });
    expect(await desk.ask({ kind: 'take-next' })).toBe('queue-empty');
    await house.crash();
    await house.time.advance(TIMES.citizenGrace + 60_000);
    const back = await returned(gone.reference);
    await house.time.advance(1_000);
    expect(back.status).toMatchObject({ status: 'waiting', position: 1 });
    await exit(back);
    await house.time.advance(TIMES.returnGrace + 5_000);
    expect(kinds(await house.journal(gone.conversation)).slice(-2)).toEqual(['departure', 'closure']);
    expect(await comeBack(gone.reference)).toEqual({ kind: 'refused', code: 'conversation-closed' });
  });

  it('S4: no such conversation, none chosen, another phrase, one ended: all the same answer', async () => {
    const [chosen, none, ended] = [await house.arrive(), await house.arrive(), await house.arrive()];
    await choose(chosen);
    const refused = { kind: 'refused', code: 'return-refused' };
    expect(await comeBack(chosen.reference, 'le chien noir dort')).toEqual(refused);
    expect(await comeBack(none.reference)).toEqual(refused);
    expect(await comeBack('C-999999')).toEqual(refused);
    ended.send({ type: 'leave', id: newId(), manner: 'ended' });
    await settle();
    expect(await comeBack(ended.reference)).toEqual(refused);
  });

  it('S4: after enough wrong phrases the right one opens nothing; choosing anew counts from nothing', async () => {
    const page = await house.arrive();
    await choose(page);
    await wrong(page.conversation, 20);
    expect(await comeBack(page.reference)).toEqual({ kind: 'refused', code: 'return-refused' });
    await choose(page, 'le chien blanc court');
    await wrong(page.conversation, 19);
    await returned(page.reference, 'le chien blanc court');
    expect((await house.store.phrase(page.conversation))?.failures).toBe(0);
  });

  async function wrong(conversation: Id, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) await house.store.phraseFailed(conversation);
  }

  it('without a phrase a quick exit from the queue ends the conversation, as ever', async () => {
    const page = await house.arrive();
    await exit(page);
    expect(kinds(await house.journal(page.conversation))).toEqual(['opened', 'departure', 'closure']);
  });
});
