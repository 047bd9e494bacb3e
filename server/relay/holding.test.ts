import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../protocol/desk-channel.ts';
import { newId } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import { TestDesk } from './clients.testkit.ts';
import { House, kinds } from './relay.testkit.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

describe('taking', () => {
  it('Q1: the queue is first come, first served, and everyone learns their new place', async () => {
    const pages = [await house.arrive(), await house.arrive(), await house.arrive()];
    await house.time.advance(1_000);
    expect(pages.map((page) => page.status?.position)).toEqual([1, 2, 3]);
    const desk = await house.desk();
    for (const page of pages) {
      expect(await desk.ask({ kind: 'take-next' })).toMatchObject({ conversation: page.conversation });
    }
    expect(await desk.ask({ kind: 'take-next' })).toBe('queue-empty');
    await house.time.advance(1_000);
    expect(pages.map((page) => page.status?.position)).toEqual([null, null, null]);
  });

  it('Q2: of two who take the same at once one gets it, the other is told', async () => {
    const page = await house.arrive();
    const [a, b] = [await house.desk(), await house.desk()];
    const answers = await Promise.all([
      a.ask({ kind: 'take', conversation: page.conversation }),
      b.ask({ kind: 'take', conversation: page.conversation }),
    ]);
    expect(answers[0]).toMatchObject({ type: 'ack' });
    expect(answers[1]).toBe('already-taken');
    expect(kinds(await house.journal(page.conversation))).toEqual(['opened', 'assignment']);
    const next = await Promise.all([a.ask({ kind: 'take-next' }), b.ask({ kind: 'take-next' })]);
    expect(next).toEqual(['queue-empty', 'queue-empty']);
  });

  it('Q4: capacity counts active conversations; parked ones make room; a supervisor may go beyond', async () => {
    const pages = [await house.arrive(), await house.arrive(), await house.arrive()];
    const [first, second, third] = pages.map(({ conversation }) => conversation);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three pages');
    const desk = await house.desk('officer', 1);
    const both = await Promise.all([desk.ask({ kind: 'take-next' }), desk.ask({ kind: 'take-next' })]);
    expect(both[1]).toBe('at-capacity');
    expect(await desk.ask({ kind: 'take', conversation: second })).toBe('at-capacity');
    await desk.ask({ kind: 'park', conversation: first });
    expect(await desk.ask({ kind: 'take-next' })).toMatchObject({ conversation: second });
    const supervisor = await house.desk('supervisor');
    const assign = { kind: 'assign', conversation: third, to: desk.officer, note: null } as const;
    expect(await supervisor.ask(assign)).toMatchObject({ type: 'ack' });
    expect(desk.heads.get(third)).toMatchObject({ holder: { officer: desk.officer } });
    const colleague = await house.desk();
    await colleague.ask({ kind: 'take', conversation: (await house.arrive()).conversation });
    expect(await colleague.ask({ ...assign, conversation: third })).toBe('not-holder');
    const held = [...colleague.heads.values()].find(({ holder }) => holder?.officer === colleague.officer);
    const handOver = { ...assign, conversation: held?.conversation ?? '' };
    expect(await colleague.ask(handOver)).toBe('at-capacity');
    desk.send({ type: 'capacity', capacity: 4 });
    expect(await colleague.ask(handOver)).toMatchObject({ type: 'ack' });
    expect(house.capacities).toEqual([[desk.officer, 4]]);
  });

  it('Q4: whoever is full takes an emergency, by name or as the next, and nothing else', async () => {
    const pages = [await house.arrive(), await house.arrive(), await house.arrive(), await house.arrive()];
    const [first, calm, urgent, worse] = pages.map(({ conversation }) => conversation);
    if (calm === undefined || urgent === undefined || worse === undefined) throw new Error('four pages');
    const [desk, colleague] = [await house.desk('officer', 1), await house.desk()];
    expect(await desk.ask({ kind: 'take-next' })).toMatchObject({ conversation: first });
    await colleague.ask({ kind: 'flag-emergency', conversation: urgent });
    await colleague.ask({ kind: 'flag-emergency', conversation: worse });
    expect(await desk.ask({ kind: 'take-next' })).toMatchObject({ conversation: urgent });
    expect(await desk.ask({ kind: 'take', conversation: worse })).toMatchObject({ type: 'ack' });
    expect(await desk.ask({ kind: 'take-next' })).toBe('at-capacity');
    expect(await desk.ask({ kind: 'take', conversation: calm })).toBe('at-capacity');
  });

  it('L1, A1: an officer acting on another’s conversation is refused, each time, and nothing happens', async () => {
    const page = await house.arrive();
    const [holder, other] = [await house.desk(), await house.desk()];
    const { conversation } = page;
    await holder.ask({ kind: 'take', conversation });
    const journal = await house.journal(conversation);
    const commands: Command[] = [
      { kind: 'message', conversation, text: 'x' },
      { kind: 'note', conversation, text: 'x' },
      { kind: 'redirection', conversation, platform: 'thesee' },
      { kind: 'subject', conversation, subject: 'x' },
      { kind: 'tags', conversation, tags: [] },
      { kind: 'park', conversation },
      { kind: 'release', conversation, note: null },
      { kind: 'assign', conversation, to: other.officer, note: null },
      { kind: 'close', conversation, disposition: 'answered', comment: null },
      { kind: 'flag-emergency', conversation },
      { kind: 'acknowledge-emergency', conversation },
    ];
    for (const command of commands) {
      expect(await other.ask(command), command.kind).toBe('not-holder');
    }
    expect(await other.ask({ kind: 'note', conversation: newId(), text: 'x' })).toBe('not-found');
    const unknown = { kind: 'redirection', conversation, platform: 'nowhere' } as const;
    expect(await holder.ask(unknown)).toBe('unknown-platform');
    expect(await house.journal(conversation)).toEqual(journal);
  });

  it('L2: a supervisor reassigns and closes any; P2: the officer who lost it reads it no longer', async () => {
    const page = await house.arrive();
    const { conversation } = page;
    const [holder, other] = [await house.desk(), await house.desk()];
    const supervisor = await house.desk('supervisor');
    await holder.ask({ kind: 'take', conversation });
    await holder.follow(conversation);
    await supervisor.follow(conversation);
    await other.follow(conversation);
    expect(other.unfollowed.has(conversation)).toBe(true);
    expect(other.journals.has(conversation)).toBe(false);
    expect(other.heads.has(conversation)).toBe(false);
    await supervisor.ask({ kind: 'assign', conversation, to: other.officer, note: 'pour vous' });
    expect(holder.unfollowed.has(conversation)).toBe(true);
    expect(holder.heads.has(conversation)).toBe(false);
    expect(other.heads.has(conversation)).toBe(true);
    expect(await holder.ask({ kind: 'message', conversation, text: 'x' })).toBe('not-holder');
    const close = {
      kind: 'close',
      conversation,
      disposition: 'abusive',
      comment: 'c',
      abuse: 'insults',
    } as const;
    expect(await supervisor.ask(close)).toMatchObject({ type: 'ack' });
    expect(supervisor.journals.get(conversation)).toEqual(await house.journal(conversation));
    expect(other.heads.get(conversation)).toMatchObject({ status: 'closed' });
    expect(supervisor.heads.has(conversation)).toBe(false);
    await other.follow(conversation);
    expect(other.journals.get(conversation)).toHaveLength(4);
    await holder.follow(conversation);
    expect(holder.unfollowed.has(conversation)).toBe(true);
  });

  it('P2: an officer who opened a waiting conversation to look loses it when a colleague takes it', async () => {
    const page = await house.arrive();
    const [looker, taker] = [await house.desk(), await house.desk()];
    await looker.follow(page.conversation);
    expect(looker.journals.get(page.conversation)).toHaveLength(1);
    await taker.ask({ kind: 'take-next' });
    page.say('pour l’autre');
    await house.time.advance(100);
    expect(looker.unfollowed.has(page.conversation)).toBe(true);
    expect(JSON.stringify(looker.link.frames)).not.toContain('pour l’autre');
    expect(looker.of('heads').at(-1)).toMatchObject({ heads: [], gone: [page.conversation] });
  });

  it('a parked conversation wakes when its citizen speaks', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await desk.ask({ kind: 'park', conversation: page.conversation });
    expect(desk.heads.get(page.conversation)).toMatchObject({ status: 'parked' });
    page.say('me revoilà');
    await house.time.advance(100);
    expect(desk.heads.get(page.conversation)).toMatchObject({ status: 'active' });
    expect(page.status).toMatchObject({ status: 'active' });
  });
});

describe('desks that vanish', () => {
  it('Q3: within the grace they keep everything; beyond it, the head of the queue gets it back', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await house.time.advance(1_000);
    const later = await house.arrive();
    desk.cut();
    await house.time.advance(TIMES.deskGrace - 2_000);
    expect(page.status).toMatchObject({ status: 'active', officerOnline: false });
    await desk.connect(house.hub);
    await house.time.advance(TIMES.deskGrace * 2);
    expect(page.status).toMatchObject({ status: 'active', officerOnline: true });
    desk.cut();
    await house.time.advance(TIMES.deskGrace + 2_000);
    expect(page.status).toMatchObject({ status: 'waiting', position: 1 });
    expect(later.status).toMatchObject({ position: 2 });
    const last = (await house.journal(page.conversation)).at(-1);
    expect(last).toMatchObject({ author: { role: 'relay' }, body: { kind: 'release', reason: 'desk-lost' } });
    const other = await house.desk();
    expect(await other.ask({ kind: 'take-next' })).toMatchObject({ conversation: page.conversation });
    await other.follow(page.conversation);
    expect(other.journals.get(page.conversation)).toHaveLength(4);
  });

  it('Q3: holds at the relay’s own start, for desks that never come back', async () => {
    const [page, kept] = [await house.arrive(), await house.arrive()];
    const [gone, back] = [await house.desk(), await house.desk()];
    await gone.ask({ kind: 'take', conversation: page.conversation });
    await back.ask({ kind: 'take', conversation: kept.conversation });
    await house.crash();
    await page.connect(house.hub);
    await kept.connect(house.hub);
    await back.connect(house.hub);
    expect(back.heads.get(kept.conversation)).toMatchObject({ holder: { officer: back.officer } });
    await house.time.advance(TIMES.deskGrace - 2_000);
    expect(page.status).toMatchObject({ status: 'active' });
    await house.time.advance(4_000);
    expect(page.status).toMatchObject({ status: 'waiting', position: 1 });
    expect(kept.status).toMatchObject({ status: 'active', officerOnline: true });
  });

  it('two desks of one officer both work; closing one starts no grace', async () => {
    const page = await house.arrive();
    const first = await house.desk();
    const second = new TestDesk({ ...first.session, session: newId() });
    await second.connect(house.hub);
    await first.ask({ kind: 'take-next' });
    expect(second.heads.get(page.conversation)).toMatchObject({ holder: { officer: first.officer } });
    first.cut();
    await house.time.advance(TIMES.deskGrace * 3);
    const answer = await second.ask({ kind: 'message', conversation: page.conversation, text: 'là' });
    expect(answer).toMatchObject({ type: 'ack' });
    expect(page.texts()).toEqual(['là']);
  });

  it('signing out gives everything back at once, and closes the sockets of that session only', async () => {
    const page = await house.arrive();
    const first = await house.desk();
    const second = new TestDesk({ ...first.session, session: newId() });
    await second.connect(house.hub);
    await first.ask({ kind: 'take-next' });
    house.signOut(first.session);
    await house.time.advance(1_000);
    expect(first.link.closed).toBe('not-signed-in');
    expect(second.link.closed).toBeNull();
    expect(page.status).toMatchObject({ status: 'active' });
    house.signOut(first.session, true);
    await house.time.advance(1_000);
    expect(second.link.closed).toBe('not-signed-in');
    expect(page.status).toMatchObject({ status: 'waiting' });
    const last = (await house.journal(page.conversation)).at(-1);
    expect(last?.body).toMatchObject({ kind: 'release', reason: 'signed-out' });
  });

  it('who is back before the batch is decided keeps what they hold', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    house.signOut(desk.session, true);
    const again = new TestDesk({ ...desk.session, session: newId() });
    await again.connect(house.hub);
    await house.time.advance(1_000);
    expect(page.status).toMatchObject({ status: 'active', officerOnline: true });
    expect(kinds(await house.journal(page.conversation))).toEqual(['opened', 'assignment']);
  });

  it('a waiting citizen who vanished is closed as abandoned after the grace, and not while a page is there', async () => {
    const [stays, goes] = [await house.arrive(), await house.arrive()];
    goes.cut();
    await house.time.advance(TIMES.citizenGrace - 1_000);
    expect(kinds(await house.journal(goes.conversation))).toEqual(['opened']);
    await house.time.advance(3_000);
    expect(kinds(await house.journal(goes.conversation))).toEqual(['opened', 'departure', 'closure']);
    expect(kinds(await house.journal(stays.conversation))).toEqual(['opened']);
    expect(house.hub.serviceInfo().waiting).toBe(1);
  });
});

describe('distribution', () => {
  it('goes by load among the available, never beyond capacity, never to whoever is on a break', async () => {
    await house.close();
    house = await House.open({ distribute: true });
    const [a, b] = [await house.desk('officer', 2), await house.desk('officer', 2)];
    const rests = await house.desk('officer', 50);
    rests.send({ type: 'presence', presence: 'break' });
    const pages = [];
    for (let count = 0; count < 5; count += 1) {
      pages.push(await house.arrive());
      await house.time.advance(600);
    }
    const load = (desk: TestDesk) => desk.roster.find(({ officer }) => officer === desk.officer)?.active;
    expect([load(a), load(b), load(rests)]).toEqual([2, 2, 0]);
    expect(house.hub.serviceInfo()).toMatchObject({ waiting: 1, onDuty: 2, free: 0 });
    rests.send({ type: 'presence', presence: 'available' });
    await house.time.advance(600);
    expect(load(rests)).toBe(1);
    expect(house.hub.serviceInfo()).toMatchObject({ waiting: 0, onDuty: 3, free: 49 });
  });

  it('does not hand back at once what an officer just gave up', async () => {
    await house.close();
    house = await House.open({ distribute: true });
    const only = await house.desk();
    const page = await house.arrive();
    await house.time.advance(1_000);
    expect(only.heads.get(page.conversation)).toMatchObject({ status: 'active' });
    await only.ask({ kind: 'release', conversation: page.conversation, note: null });
    await house.time.advance(5_000);
    expect(only.heads.get(page.conversation)).toMatchObject({ status: 'waiting' });
    const other = await house.desk();
    await house.time.advance(1_000);
    expect(other.heads.get(page.conversation)).toMatchObject({ status: 'active' });
  });
});
