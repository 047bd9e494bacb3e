import { afterEach, beforeEach, expect, it } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import { appending, newEntry } from '../store/contract.testkit.ts';
import { House } from './relay.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

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
