import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exchangeReport, frenchReport, postfixReport } from '../mail/reports.testkit.ts';
import { kinds } from './relay.testkit.ts';
import { carrierTo, DAY, mailOf, PERSON, ReturnHouse, until } from './returns.testkit.ts';
import { CLOSED_KEPT } from './sweeper.ts';
import { readTranscript } from './transcript.ts';

let kit: ReturnHouse;
beforeEach(async () => {
  kit = await ReturnHouse.open();
});
afterEach(() => kit.close());

describe('W5: the return path of a letter', () => {
  it('is its own, says nothing of anybody, and asks servers for failures and headers alone', async () => {
    const one = await kit.answered();
    const two = await kit.answered();
    for (const { returnPath, conversation } of [one, two]) {
      expect(returnPath).toMatch(/^retour\+[0-9a-f]{32}@permanence\.example$/);
      expect(returnPath).not.toContain(conversation.replaceAll('-', ''));
    }
    expect(one.returnPath).not.toBe(two.returnPath);
    const [received] = kit.server.received;
    const token = /\+([0-9a-f]{32})@/.exec(one.returnPath)?.[1];
    expect(received?.dsn).toEqual({ ret: 'HDRS', envid: token, notify: 'FAILURE' });
    expect(received?.mail.from?.text).toContain('reponse@permanence.example');
  });

  it('stays the same when a letter is tried again, after a kill too', async () => {
    const { desk, conversation } = await kit.taken();
    kit.server.refuseRecipient = { code: 450, text: '4.2.0 later' };
    await desk.ask({ kind: 'email', conversation, text: 'Bonjour.' });
    await until(async () => expect(await kit.house.store.outgoing(1)).toMatchObject([{ attempts: 1 }]));
    const [waiting] = await kit.house.store.outgoing(1);
    kit.server.refuseRecipient = null;
    await kit.house.crash();
    await kit.house.time.advance(2 * 60_000);
    await until(() => expect(kit.server.received).toHaveLength(1));
    expect(kit.server.received[0]?.from).toBe(`retour+${waiting?.token}@permanence.example`);
  });

  it('is the sender’s address where none is configured', async () => {
    kit.house.mail = carrierTo(kit.server.port, null);
    await kit.house.crash();
    const { returnPath } = await kit.answered();
    expect(returnPath).toBe('reponse@permanence.example');
    expect(kit.server.received[0]?.dsn).toEqual({ ret: null, envid: null, notify: null });
  });
});

describe('W5: a report of failure', () => {
  it('takes the closure back from what a copy says too', async () => {
    const { conversation, returnPath } = await kit.answered();
    const closed = async () => (await readTranscript(kit.house.store, conversation))?.closed;
    await until(async () => expect(await closed()).toBe(true));
    await kit.report(returnPath);
    await until(async () => expect(await closed()).toBe(false));
  });

  it.each([
    ['Postfix', postfixReport, 'mailbox'],
    ['Exchange', exchangeReport, 'mailbox-full'],
    ['Exchange in French', (person: string, to: string) => exchangeReport(person, to, true), 'mailbox-full'],
    ['Exim in French', frenchReport, 'policy'],
  ])('of %s makes the conversation a task again, that says why', async (_, written, reason) => {
    const case_ = await kit.answered();
    const { desk, conversation, returnPath } = case_;
    const other = await kit.house.desk();
    expect(await kit.report(returnPath, written(PERSON, returnPath))).toMatchObject({ code: 250 });
    await until(() => expect(mailOf(desk, conversation)).toMatchObject({ state: 'returned', reason }));
    for (const each of [desk, other]) {
      expect(each.heads.get(conversation)).toMatchObject({
        ...{ status: 'deferred', holder: null, closedAt: null, disposition: null },
        deferral: { address: false, mail: { state: 'returned', reason } },
      });
    }
    const journal = await kit.house.journal(conversation);
    expect(kinds(journal).slice(-3)).toEqual(['address-destroyed', 'closure', 'email-outcome']);
    expect(await kit.house.store.verifyJournal(conversation)).toMatchObject({ kind: 'intact' });
    await kit.expectSilence(case_);
  });

  it('is anybody’s to take, note and close; no second e-mail can leave', async () => {
    const { desk, conversation, returnPath } = await kit.answered();
    await kit.report(returnPath);
    await until(() => expect(mailOf(desk, conversation)?.state).toBe('returned'));
    const other = await kit.house.desk();
    expect(await other.ask({ kind: 'take', conversation })).toMatchObject({ type: 'ack' });
    expect(await other.ask({ kind: 'email', conversation, text: 'Encore.' })).toBe('address-gone');
    expect(await other.ask({ kind: 'note', conversation, text: 'Rien à faire de plus.' })).toMatchObject({
      type: 'ack',
    });
    const close = { kind: 'close', conversation, disposition: 'deferred', comment: null } as const;
    expect(await other.ask(close)).toMatchObject({ type: 'ack' });
    expect(other.heads.get(conversation)).toMatchObject({ status: 'closed' });
    expect((await kit.house.store.conversation(conversation))?.closedAt).not.toBeNull();
  });

  it('is read as it grows by every desk that reads it, long after the relay forgot it', async () => {
    const { desk, conversation, returnPath } = await kit.answered();
    const supervisors = [await kit.house.desk('supervisor'), await kit.house.desk('supervisor')];
    for (const each of supervisors) {
      await each.follow(conversation);
    }
    await kit.house.time.advance(CLOSED_KEPT + 3_600_000);
    await kit.report(returnPath);
    await until(() => expect(mailOf(desk, conversation)?.state).toBe('returned'));
    await desk.ask({ kind: 'take', conversation });
    await desk.ask({ kind: 'note', conversation, text: 'Rien à faire de plus.' });
    const journal = await kit.house.journal(conversation);
    expect(kinds(journal).slice(-3)).toEqual(['email-outcome', 'assignment', 'note']);
    for (const each of [desk, ...supervisors]) expect(each.journals.get(conversation)).toEqual(journal);
  });

  it('counts once, however often it comes, also when it was dealt with', async () => {
    const { desk, conversation, returnPath } = await kit.answered();
    const same = await Promise.all([kit.report(returnPath), kit.report(returnPath), kit.report(returnPath)]);
    expect(same.map(({ code }) => code)).toEqual([250, 250, 250]);
    await desk.ask({ kind: 'take', conversation });
    await desk.ask({ kind: 'close', conversation, disposition: 'deferred', comment: null });
    expect(await kit.report(returnPath)).toMatchObject({ code: 250 });
    const outcomes = kinds(await kit.house.journal(conversation)).filter((kind) => kind === 'email-outcome');
    expect(outcomes).toHaveLength(2);
    expect(desk.heads.get(conversation)).toMatchObject({ status: 'closed' });
  });

  it('counts a conversation that is closed twice once, on the day and as what it ended at last', async () => {
    const closings = async () =>
      (await kit.house.store.dailyCounts())
        .filter(({ name, count }) => name.startsWith('closed-') && count > 0)
        .map(({ day, name, count }) => [day, name, count]);
    const { desk, conversation, returnPath } = await kit.answered();
    expect(await closings()).toEqual([['2026-11-24', 'closed-deferred', 1]]);
    kit.house.time.now += 3 * DAY;
    await kit.report(returnPath);
    await until(() => expect(mailOf(desk, conversation)?.state).toBe('returned'));
    expect(await closings()).toEqual([]);
    await desk.ask({ kind: 'take', conversation });
    await desk.ask({ kind: 'close', conversation, disposition: 'answered', comment: null });
    expect(await closings()).toEqual([['2026-11-27', 'closed-answered', 1]]);
  });

  it('names who wrote it, whoever holds or held the conversation', async () => {
    const { desk, conversation, returnPath } = await kit.answered();
    await kit.report(returnPath);
    await until(() =>
      expect(mailOf(desk, conversation)).toMatchObject({ state: 'returned', by: desk.officer }),
    );
    const other = await kit.house.desk();
    await other.ask({ kind: 'take', conversation });
    expect(mailOf(other, conversation)).toMatchObject({ by: desk.officer });
  });

  it('finds an answer of days ago, which the relay has forgotten and been restarted since', async () => {
    const { conversation, returnPath } = await kit.answered();
    kit.house.time.now += 3 * DAY;
    await kit.house.crash();
    expect(await kit.report(returnPath)).toMatchObject({ code: 250 });
    // It is open: a start remembers it as such, however long ago it was closed.
    kit.house.time.now += 3 * DAY;
    await kit.house.crash();
    const desk = await kit.house.desk();
    expect(desk.heads.get(conversation)).toMatchObject({ status: 'deferred' });
  });

  it('is told to come again while the acceptance is not written: a kill may come between the two', async () => {
    const { desk, conversation } = await kit.taken();
    kit.server.refuseContent = { code: 451, text: '4.3.0 later' };
    await desk.ask({ kind: 'email', conversation, text: 'Bonjour.' });
    await until(async () => expect(await kit.house.store.outgoing(1)).toMatchObject([{ attempts: 1 }]));
    const [waiting] = await kit.house.store.outgoing(1);
    expect(await kit.report(`retour+${waiting?.token}@permanence.example`)).toMatchObject({ code: 451 });
    expect(mailOf(desk, conversation)?.state).toBe('queued');
  });

  it('is told to come again while the store cannot write, and is taken when it can', async () => {
    const { desk, conversation, returnPath } = await kit.answered();
    const { database } = kit.house.store;
    database.pragma('query_only = ON');
    expect(await kit.report(returnPath)).toMatchObject({ code: 451 });
    expect(mailOf(desk, conversation)?.state).toBe('accepted');
    database.pragma('query_only = OFF');
    await kit.house.time.advance(10_000);
    expect(await kit.report(returnPath)).toMatchObject({ code: 250 });
    await until(() => expect(mailOf(desk, conversation)?.state).toBe('returned'));
  });

  it('changes nothing while a server still tries', async () => {
    const { conversation, returnPath } = await kit.answered();
    const delayed = postfixReport(PERSON, returnPath, { action: 'delayed', status: '4.4.1' });
    expect(await kit.report(returnPath, delayed)).toMatchObject({ code: 250 });
    expect(kinds(await kit.house.journal(conversation)).at(-1)).toBe('closure');
  });
});
