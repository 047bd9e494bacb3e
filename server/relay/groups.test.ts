import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { TestDesk } from './clients.testkit.ts';
import { House } from './relay.testkit.ts';

const CYBER = newId();
const FIRST = 180_000;

let house: House;
let holder: TestDesk;
let member: TestDesk;
let other: TestDesk;
beforeEach(async () => {
  house = await House.open({ groupFirst: FIRST });
  holder = await house.desk();
  member = await house.desk();
  other = await house.desk();
  await house.regroup([{ group: CYBER, name: 'Cyber', members: [member.officer] }]);
});
afterEach(() => house.close());

async function passed(note: string | null = null) {
  const page = await house.arrive();
  const { conversation } = page;
  await holder.ask({ kind: 'take', conversation });
  const answer = await holder.ask({ kind: 'transfer', conversation, group: CYBER, note });
  return { page, conversation, answer };
}

describe('passing a conversation to a group', () => {
  it('G1: it waits at the head of the queue for the group, with a note; the citizen sees a return to the queue', async () => {
    const before = await house.arrive();
    const { page, conversation, answer } = await passed('Affaire de rançongiciel');
    expect(answer).toMatchObject({ type: 'ack' });
    expect((await house.journal(conversation)).at(-1)?.body).toEqual({
      kind: 'release',
      reason: 'transferred',
      note: 'Affaire de rançongiciel',
      group: { group: CYBER, name: 'Cyber', until: house.time.clock() + FIRST },
    });
    expect(page.entries.at(-1)?.body).toEqual({ kind: 'release' });
    expect(other.heads.get(conversation)).toMatchObject({
      status: 'waiting',
      returned: true,
      forGroup: { group: CYBER, name: 'Cyber' },
    });
    expect(await member.ask({ kind: 'take-next' })).toMatchObject({ conversation });
    expect(member.heads.get(conversation)).not.toHaveProperty('forGroup');
    expect(await member.ask({ kind: 'take-next' })).toMatchObject({ conversation: before.conversation });
  });

  it('G1: only its holder or a supervisor passes it; what waits already keeps its place', async () => {
    const first = await house.arrive();
    const { conversation } = await house.arrive();
    const transfer = { kind: 'transfer', conversation, group: CYBER, note: null } as const;
    expect(await other.ask(transfer)).toBe('not-holder');
    expect(await holder.ask({ ...transfer, group: newId() })).toBe('not-available');
    const supervisor = await house.desk('supervisor');
    expect(await supervisor.ask(transfer)).toMatchObject({ type: 'ack' });
    expect(supervisor.heads.get(conversation)).toMatchObject({
      returned: false,
      forGroup: { name: 'Cyber' },
    });
    expect(await member.ask({ kind: 'take-next' })).toMatchObject({ conversation: first.conversation });
  });

  it('G2: others pass it over until the time is over, by a clock that does not jump (C4)', async () => {
    const { conversation } = await passed();
    expect(await other.ask({ kind: 'take-next' })).toBe('for-group');
    expect(await other.ask({ kind: 'take', conversation })).toBe('for-group');
    const later = await house.arrive();
    expect(await other.ask({ kind: 'take-next' })).toMatchObject({ conversation: later.conversation });
    house.time.jump(FIRST * 2);
    expect(await other.ask({ kind: 'take', conversation })).toBe('for-group');
    await house.time.advance(FIRST);
    expect(await other.ask({ kind: 'take-next' })).toMatchObject({ conversation });
  });

  it('G2: with nobody of the group on duty it is anybody’s at once', async () => {
    const { conversation } = await passed();
    member.send({ type: 'presence', presence: 'finishing' });
    expect(await other.ask({ kind: 'take', conversation })).toMatchObject({ type: 'ack' });
  });

  it('G2: a supervisor takes it by name, and anybody an emergency', async () => {
    const { conversation } = await passed();
    const supervisor = await house.desk('supervisor');
    expect(await supervisor.ask({ kind: 'take-next' })).toBe('for-group');
    expect(await supervisor.ask({ kind: 'take', conversation })).toMatchObject({ type: 'ack' });
    const { page, conversation: urgent } = await passed();
    page.say('Il a un couteau, venez vite');
    expect(await other.ask({ kind: 'take-next' })).toMatchObject({ conversation: urgent });
  });

  it('G2: a group that is no more holds nothing back, and a restart forgets nothing', async () => {
    const { conversation } = await passed();
    await house.crash();
    for (const desk of [member, other]) await desk.connect(house.hub);
    expect(other.of('groups').at(-1)).toMatchObject({ groups: [{ name: 'Cyber' }] });
    expect(await other.ask({ kind: 'take', conversation })).toBe('for-group');
    await house.regroup([]);
    expect(other.of('groups').at(-1)).toEqual({ type: 'groups', groups: [] });
    expect(await other.ask({ kind: 'take', conversation })).toMatchObject({ type: 'ack' });
  });

  it('G2: distribution gives it to nobody but the group, then to anybody', async () => {
    house.settings.distribute = true;
    house.settings.offerWithin = 0;
    await house.crash();
    const full = await house.desk('officer', 1);
    await house.regroup([{ group: CYBER, name: 'Cyber', members: [full.officer] }]);
    await house.arrive();
    await house.time.advance(1_000);
    await holder.connect(house.hub);
    const { conversation } = await house.arrive();
    await house.time.advance(1_000);
    expect(holder.heads.get(conversation)).toMatchObject({ holder: { officer: holder.officer } });
    await holder.ask({ kind: 'transfer', conversation, group: CYBER, note: null });
    await other.connect(house.hub);
    // The only member is full: it waits for them all the same, and not for whoever has room.
    await house.time.advance(FIRST / 2);
    expect(other.heads.get(conversation)).toMatchObject({ status: 'waiting' });
    await house.time.advance(FIRST / 2);
    expect(other.heads.get(conversation)).toMatchObject({ holder: { officer: other.officer } });
  });
});
