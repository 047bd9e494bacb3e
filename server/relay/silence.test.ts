import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { House, kinds, QUESTION } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

describe('somebody who cannot write freely', () => {
  it('S2: says so, is asked a closed question whole, and answers it by a message', async () => {
    const page = await house.arrive();
    page.send({ type: 'silence', id: newId(), on: true });
    await settle();
    expect((await house.hub.visit(page.token)).silent).toBe(true);
    const desk = await house.desk();
    expect(desk.heads.get(page.conversation)).toMatchObject({ silent: true });
    await desk.ask({ kind: 'take', conversation: page.conversation });
    await desk.ask({ kind: 'question', conversation: page.conversation, question: QUESTION.id });
    const asked = page.entries.at(-1)?.body;
    expect(asked).toMatchObject({ kind: 'question', text: 'Y a-t-il une arme ?' });
    if (asked?.kind !== 'question') throw new Error('no question arrived');
    expect(desk.heads.get(page.conversation)?.unansweredSince).toBeNull();
    page.say(asked.answers[0]?.says ?? '');
    await settle();
    // The words of the answer are heard as any others are (M1).
    expect(kinds(await house.journal(page.conversation))).toEqual(
      'opened silence assignment question message emergency'.split(' '),
    );
    page.send({ type: 'silence', id: newId(), on: false });
    await settle();
    expect(desk.heads.get(page.conversation)).not.toHaveProperty('silent');
    expect((await house.hub.visit(page.token)).silent).toBe(false);
  });

  it('S2: an unknown question, another officer’s question and one after a departure are refused', async () => {
    const page = await house.arrive();
    const [holder, other] = [await house.desk(), await house.desk()];
    const { conversation } = page;
    await holder.ask({ kind: 'take', conversation });
    expect(await holder.ask({ kind: 'question', conversation, question: 'inconnue' })).toBe('not-found');
    expect(await other.ask({ kind: 'question', conversation, question: QUESTION.id })).toBe('not-holder');
    page.send({ type: 'leave', id: newId(), manner: 'quick-exit' });
    await settle();
    expect(await holder.ask({ kind: 'question', conversation, question: QUESTION.id })).toBe('wrong-state');
    expect((await house.hub.visit(page.token)).silent).toBe(false);
  });

  it('D1: saying twice the same changes the journal once', async () => {
    const page = await house.arrive();
    const id = newId();
    page.send({ type: 'silence', id, on: true });
    page.send({ type: 'silence', id, on: true });
    page.send({ type: 'silence', id: newId(), on: true });
    await settle();
    expect(kinds(await house.journal(page.conversation))).toEqual(['opened', 'silence']);
    expect(page.of('refused')).toMatchObject([{ code: 'wrong-state' }]);
  });
});
