import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandOver } from '../../protocol/desk-channel.ts';
import { type Id, newId } from '../../protocol/ids.ts';
import type { TestDesk } from './clients.testkit.ts';
import { House, kinds } from './relay.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const relief = (conversation: Id | null, change: Partial<HandOver> = {}): HandOver => ({
  kind: 'hand-over',
  conversation,
  why: 'relief',
  presence: 'finishing',
  notes: [],
  ...change,
});

async function holding(desk: TestDesk, count: number): Promise<Id[]> {
  const held: Id[] = [];
  for (let left = count; left > 0; left -= 1) {
    const { conversation } = await house.arrive();
    await desk.ask({ kind: 'take', conversation });
    held.push(conversation);
  }
  return held;
}

async function last(conversation: Id) {
  return (await house.journal(conversation)).at(-1);
}

function presenceOf(desk: TestDesk, of: TestDesk) {
  return desk.roster.find(({ officer }) => officer === of.officer)?.presence;
}

describe('Q5: handing over', () => {
  it('gives the named one to a supervisor, the others to the head of the queue, notes along, in one commit', async () => {
    const waiting = await house.arrive();
    const [desk, supervisor] = [await house.desk(), await house.desk('supervisor', 1)];
    await holding(supervisor, 1);
    const [first, second, third] = await holding(desk, 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three');
    await desk.ask({ kind: 'park', conversation: third });
    const commits = house.figures.committed.length;
    const notes = [
      { conversation: second, text: 'CONTEXTE' },
      { conversation: waiting.conversation, text: 'not theirs: goes nowhere' },
    ];
    expect(await desk.ask(relief(second, { notes }))).toMatchObject({ type: 'ack' });
    expect(house.figures.committed.slice(commits)).toEqual([3]);
    // Full, and all the same: somebody must.
    expect(await last(second)).toMatchObject({
      body: {
        kind: 'assignment',
        to: { officer: supervisor.officer },
        reason: 'handed-over',
        note: 'CONTEXTE',
      },
    });
    for (const conversation of [first, third]) {
      expect(await last(conversation)).toMatchObject({
        author: { officer: desk.officer },
        body: { kind: 'release', reason: 'handed-over', note: null },
      });
    }
    expect((await house.journal(waiting.conversation)).length).toBe(1);
    await house.time.advance(1_000);
    expect(presenceOf(supervisor, desk)).toBe('finishing');
    expect(desk.of('presence').at(-1)).toMatchObject({ presence: 'finishing' });
    expect(
      await supervisor.ask({ kind: 'close', conversation: second, disposition: 'answered', comment: null }),
    ).toMatchObject({ type: 'ack' });
    const colleague = await house.desk();
    expect(await colleague.ask({ kind: 'take-next' })).toMatchObject({ conversation: first });
    expect(await colleague.ask({ kind: 'take-next' })).toMatchObject({ conversation: third });
    expect(await colleague.ask({ kind: 'take-next' })).toMatchObject({ conversation: waiting.conversation });
  });

  it('D1: sent again it changes nothing and is answered as before, whatever happened since', async () => {
    const desk = await house.desk();
    const held = await holding(desk, 3);
    const id = newId();
    const command = relief(held[1] ?? null);
    const answer = await desk.ask(command, id);
    desk.send({ type: 'presence', presence: 'available' });
    await desk.ask({ kind: 'take', conversation: held[0] ?? '' });
    const before = await Promise.all(held.map((conversation) => house.journal(conversation)));
    expect(await desk.ask(command, id)).toEqual(answer);
    expect(await Promise.all(held.map((conversation) => house.journal(conversation)))).toEqual(before);
    expect(before.map((entries) => entries.filter((entry) => entry.id === id).length)).toEqual([1, 1, 1]);
    await house.time.advance(1_000);
    expect(presenceOf(desk, desk)).toBe('available');
    await house.crash();
    await desk.connect(house.hub);
    expect(await desk.ask(command, id)).toMatchObject({ conversation: held[0] });
    // D2: the same id with other words, or by somebody else, is another act.
    expect(await desk.ask(relief(held[0] ?? null), id)).toBe('id-reused');
  });

  it('marks it for a supervisor where none is there; supervisors on a break or away are not', async () => {
    const [desk, resting] = [await house.desk(), await house.desk('supervisor')];
    resting.send({ type: 'presence', presence: 'break' });
    const [only] = await holding(desk, 1);
    if (only === undefined) throw new Error('one');
    await desk.ask(relief(only));
    expect(resting.heads.get(only)).toMatchObject({
      status: 'waiting',
      returned: true,
      needsSupervisor: true,
    });
    const colleague = await house.desk();
    await colleague.ask({ kind: 'take-next' });
    expect(resting.heads.get(only)).not.toHaveProperty('needsSupervisor');
  });

  it('never hands a supervisor’s own back to themself, and takes along what a citizen left', async () => {
    const chief = await house.desk('supervisor');
    const page = await house.arrive();
    const { conversation } = page;
    await chief.ask({ kind: 'take', conversation });
    page.send({ type: 'leave', id: newId(), manner: 'ended' });
    await house.time.advance(10);
    await chief.ask(relief(conversation));
    expect(await last(conversation)).toMatchObject({ body: { kind: 'release', needs: 'supervisor' } });
  });

  it('ends a shift by the same path, and with nothing held says so but changes the presence', async () => {
    const desk = await house.desk();
    const [only] = await holding(desk, 1);
    if (only === undefined) throw new Error('one');
    const end = relief(null, { why: 'shift-end', presence: 'break' });
    expect(await desk.ask(end)).toMatchObject({ conversation: only });
    expect(await last(only)).toMatchObject({ body: { kind: 'release', reason: 'shift-ended' } });
    desk.send({ type: 'presence', presence: 'available' });
    expect(await desk.ask(end)).toBe('wrong-state');
    await house.time.advance(1_000);
    expect(presenceOf(desk, desk)).toBe('break');
  });

  it('with distribution, nothing comes back to whoever handed over', async () => {
    house.settings.distribute = true;
    await house.crash();
    const [desk, colleague] = [await house.desk('officer', 2), await house.desk('officer', 2)];
    colleague.send({ type: 'presence', presence: 'break' });
    const pages = [await house.arrive(), await house.arrive(), await house.arrive()];
    await house.time.advance(10);
    await desk.ask(relief(null));
    for (const { conversation } of pages)
      expect((await last(conversation))?.body.kind).not.toBe('assignment');
    colleague.send({ type: 'presence', presence: 'available' });
    await house.time.advance(10);
    const taken = await Promise.all(
      pages.map(async ({ conversation }) =>
        kinds([await last(conversation)].flatMap((entry) => entry ?? [])),
      ),
    );
    expect(taken.flat().filter((kind) => kind === 'assignment')).toHaveLength(2);
  });
});
