import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { ROOM_KEPT } from '../domain/lifecycle.ts';
import { appending, newEntry } from '../store/contract.testkit.ts';
import type { TestPage } from './clients.testkit.ts';
import { House } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

/** From `after` to `length` entries, and the relay finds it so at its next start. */
async function fill({ conversation }: TestPage, after: number, length: number): Promise<void> {
  const rest = Array.from({ length: length - after }, (_, index) =>
    newEntry(conversation, after + index + 1, { kind: 'message', text: 'x' }),
  );
  await house.store.commit(appending(conversation, after, ...rest));
  await house.crash();
}

it.each([
  ['take-next', false],
  ['distribution', true],
])(
  'B1: what has no room left for another hand holds up nobody else: %s passes it over',
  async (_, distribute) => {
    const full = await house.arrive();
    const rest = Array.from({ length: LIMITS.entriesPerConversation - 1 }, (_, index) =>
      newEntry(full.conversation, index + 2, { kind: 'message', text: 'x' }),
    );
    await house.store.commit(appending(full.conversation, 1, ...rest));
    house.settings.distribute = distribute;
    await house.crash();
    const desk = await house.desk();
    const { conversation } = await house.arrive();
    if (!distribute) await desk.ask({ kind: 'take-next' });
    expect(desk.heads.get(conversation)).toMatchObject({ holder: { officer: desk.officer } });
    expect(desk.heads.get(full.conversation)).toMatchObject({ status: 'waiting' });
  },
);

it('B1, S4: to whoever comes back to one that keeps its last room for its officers, it is over', async () => {
  const page = await house.arrive();
  page.send({ type: 'phrase', id: newId(), phrase: 'le chat noir dort' });
  // Hashing takes real time.
  await vi.waitFor(() => expect(page.entries.at(-1)?.body.kind).toBe('return-phrase'));
  page.send({ type: 'leave', id: newId(), manner: 'quick-exit' });
  await settle();
  const { length } = await house.journal(page.conversation);
  await fill(page, length, LIMITS.entriesPerConversation - ROOM_KEPT / 2);
  const { reference } = page;
  expect(await house.hub.comeBack({ reference, phrase: 'le chat noir dort' })).toEqual({
    kind: 'refused',
    code: 'conversation-closed',
  });
});
