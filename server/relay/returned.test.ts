import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import { handOver, TestMailServer } from '../mail/mail-server.testkit.ts';
import {
  exchangeReport,
  frenchReport,
  holidayReply,
  personalReply,
  postfixReport,
} from '../mail/reports.testkit.ts';
import { openReturnDoor, REPORT_BYTES, type ReturnDoor } from '../mail/return-door.ts';
import { createSmtpCarrier } from '../mail/smtp.ts';
import type { TestDesk } from './clients.testkit.ts';
import { House, kinds } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

const PERSON = 'canari.7f3a@exemple.fr';
const BOUNCES = 'retour@permanence.example';
const PAGE = 'https://tchat.permanence.example';
const FORGED = 'retour+0123456789abcdef0123456789abcdef@permanence.example';
const DAY = 24 * 60 * 60_000;

let server: TestMailServer;
let house: House;
let door: ReturnDoor;

function carrier(bounceAddress: string | null = BOUNCES) {
  return createSmtpCarrier(
    {
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      user: null,
      password: null,
      from: 'reponse@permanence.example',
      fromName: 'Permanence',
      bounceAddress,
      authorityFile: null,
    },
    { service: 'Permanence', page: null },
  );
}

/** The door of the relay that runs now. */
function openDoor(): Promise<ReturnDoor> {
  return openReturnDoor({
    address: BOUNCES,
    host: '127.0.0.1',
    port: 0,
    // A relay that was killed is another one by then.
    hub: {
      knowsReturn: (token) => house.hub.returns.knowsReturn(token),
      mailReturned: (token, reason) => house.hub.returns.mailReturned(token, reason),
    },
    page: PAGE,
    log: (_, event, details) => void house.events.push({ event, details }),
  });
}

beforeEach(async () => {
  server = await TestMailServer.start();
  house = await House.open({}, undefined, carrier());
  door = await openDoor();
});
afterEach(async () => {
  await door.close();
  await house.hub.drain();
  await house.close();
  await server.close();
});

function until(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 15_000, interval: 20 });
}

const mailOf = (desk: TestDesk, conversation: Id) => desk.heads.get(conversation)?.deferral?.mail;

type Answered = { readonly desk: TestDesk; readonly conversation: Id; readonly returnPath: string };

/** A question that was answered by e-mail: the server took the answer, the conversation is closed. */
async function answered(): Promise<Answered> {
  const page = await house.arrive();
  page.send({ type: 'defer', id: newId(), address: PERSON, text: 'Ma carte est perdue.' });
  await settle();
  const desk = await house.desk();
  const { conversation } = page;
  await desk.ask({ kind: 'take', conversation });
  await desk.follow(conversation);
  const before = server.received.length;
  await desk.ask({ kind: 'email', conversation, text: 'Bonjour, venez avec une photo.' });
  await until(() => expect(mailOf(desk, conversation)?.state).toBe('accepted'));
  return { desk, conversation, returnPath: server.received[before]?.from ?? '' };
}

const report = (to: string, raw = postfixReport(PERSON, to)) => handOver(door.port, { to, raw });

/** Nothing that was said of the person got anywhere: not to a desk, a journal or a log. */
async function expectSilence({ desk, conversation }: Answered): Promise<void> {
  const told = JSON.stringify([desk.link.frames, house.events, await house.journal(conversation)]);
  for (const secret of [PERSON, 'Lilas', 'absente', 'user unknown', 'mailbox full']) {
    expect(told).not.toContain(secret);
  }
}

describe('W5: the return path of a letter', () => {
  it('is its own, says nothing of anybody, and asks servers for failures and headers alone', async () => {
    const one = await answered();
    const two = await answered();
    for (const { returnPath, conversation } of [one, two]) {
      expect(returnPath).toMatch(/^retour\+[0-9a-f]{32}@permanence\.example$/);
      expect(returnPath).not.toContain(conversation.replaceAll('-', ''));
    }
    expect(one.returnPath).not.toBe(two.returnPath);
    const [received] = server.received;
    const token = /\+([0-9a-f]{32})@/.exec(one.returnPath)?.[1];
    expect(received?.dsn).toEqual({ ret: 'HDRS', envid: token, notify: 'FAILURE' });
    expect(received?.mail.from?.text).toContain('reponse@permanence.example');
  });

  it('stays the same when a letter is tried again, after a kill too', async () => {
    const page = await house.arrive();
    page.send({ type: 'defer', id: newId(), address: PERSON, text: 'Ma carte est perdue.' });
    await settle();
    const desk = await house.desk();
    const { conversation } = page;
    await desk.ask({ kind: 'take', conversation });
    server.refuseRecipient = { code: 450, text: '4.2.0 later' };
    await desk.ask({ kind: 'email', conversation, text: 'Bonjour.' });
    await until(async () => expect(await house.store.outgoing(1)).toMatchObject([{ attempts: 1 }]));
    const [waiting] = await house.store.outgoing(1);
    server.refuseRecipient = null;
    await house.crash();
    await house.time.advance(2 * 60_000);
    await until(() => expect(server.received).toHaveLength(1));
    expect(server.received[0]?.from).toBe(`retour+${waiting?.token}@permanence.example`);
  });

  it('is the sender’s address where none is configured', async () => {
    house.mail = carrier(null);
    await house.crash();
    const { returnPath } = await answered();
    expect(returnPath).toBe('reponse@permanence.example');
    expect(server.received[0]?.dsn).toEqual({ ret: null, envid: null, notify: null });
  });
});

describe('W5: a report of failure', () => {
  it.each([
    ['Postfix', postfixReport, 'mailbox'],
    ['Exchange', exchangeReport, 'mailbox-full'],
    ['Exchange in French', (person: string, to: string) => exchangeReport(person, to, true), 'mailbox-full'],
    ['Exim in French', frenchReport, 'policy'],
  ])('of %s makes the conversation a task again, that says why', async (_, written, reason) => {
    const case_ = await answered();
    const { desk, conversation, returnPath } = case_;
    const other = await house.desk();
    expect(await report(returnPath, written(PERSON, returnPath))).toMatchObject({ code: 250 });
    await until(() => expect(mailOf(desk, conversation)).toMatchObject({ state: 'returned', reason }));
    for (const each of [desk, other]) {
      expect(each.heads.get(conversation)).toMatchObject({
        ...{ status: 'deferred', holder: null, returned: true, closedAt: null, disposition: null },
        deferral: { address: false, mail: { state: 'returned', reason } },
      });
    }
    const journal = await house.journal(conversation);
    expect(kinds(journal).slice(-3)).toEqual(['address-destroyed', 'closure', 'email-outcome']);
    expect(await house.store.verifyJournal(conversation)).toMatchObject({ kind: 'intact' });
    await expectSilence(case_);
  });

  it('is anybody’s to take, note and close; no second e-mail can leave', async () => {
    const { desk, conversation, returnPath } = await answered();
    await report(returnPath);
    await until(() => expect(mailOf(desk, conversation)?.state).toBe('returned'));
    const other = await house.desk();
    expect(await other.ask({ kind: 'take', conversation })).toMatchObject({ type: 'ack' });
    expect(await other.ask({ kind: 'email', conversation, text: 'Encore.' })).toBe('address-gone');
    expect(await other.ask({ kind: 'note', conversation, text: 'Rien à faire de plus.' })).toMatchObject({
      type: 'ack',
    });
    const close = { kind: 'close', conversation, disposition: 'deferred', comment: null } as const;
    expect(await other.ask(close)).toMatchObject({ type: 'ack' });
    expect(other.heads.get(conversation)).toMatchObject({ status: 'closed' });
    expect((await house.store.conversation(conversation))?.closedAt).not.toBeNull();
  });

  it('counts once, however often it comes, also when it was dealt with', async () => {
    const { desk, conversation, returnPath } = await answered();
    const same = await Promise.all([report(returnPath), report(returnPath), report(returnPath)]);
    expect(same.map(({ code }) => code)).toEqual([250, 250, 250]);
    await desk.ask({ kind: 'take', conversation });
    await desk.ask({ kind: 'close', conversation, disposition: 'deferred', comment: null });
    expect(await report(returnPath)).toMatchObject({ code: 250 });
    const outcomes = kinds(await house.journal(conversation)).filter((kind) => kind === 'email-outcome');
    expect(outcomes).toHaveLength(2);
    expect(desk.heads.get(conversation)).toMatchObject({ status: 'closed' });
  });

  it('finds an answer of days ago, which the relay has forgotten and been restarted since', async () => {
    const { conversation, returnPath } = await answered();
    house.time.now += 3 * DAY;
    await house.crash();
    expect(await report(returnPath)).toMatchObject({ code: 250 });
    // It is open: a start remembers it as such, however long ago it was closed.
    house.time.now += 3 * DAY;
    await house.crash();
    const desk = await house.desk();
    expect(desk.heads.get(conversation)).toMatchObject({ status: 'deferred' });
  });

  it('is told to come again while the acceptance is not written: after a kill, or when the disk is full', async () => {
    const page = await house.arrive();
    page.send({ type: 'defer', id: newId(), address: PERSON, text: 'Ma carte est perdue.' });
    await settle();
    const desk = await house.desk();
    await desk.ask({ kind: 'take', conversation: page.conversation });
    server.refuseContent = { code: 451, text: '4.3.0 later' };
    await desk.ask({ kind: 'email', conversation: page.conversation, text: 'Bonjour.' });
    await until(async () => expect(await house.store.outgoing(1)).toMatchObject([{ attempts: 1 }]));
    const [waiting] = await house.store.outgoing(1);
    expect(await report(`retour+${waiting?.token}@permanence.example`)).toMatchObject({ code: 451 });
    expect(mailOf(desk, page.conversation)?.state).toBe('queued');
  });

  it('changes nothing while a server still tries', async () => {
    const { conversation, returnPath } = await answered();
    const delayed = postfixReport(PERSON, returnPath, { action: 'delayed', status: '4.4.1' });
    expect(await report(returnPath, delayed)).toMatchObject({ code: 250 });
    expect(kinds(await house.journal(conversation)).at(-1)).toBe('closure');
  });
});

describe('W5: what is refused at the door', () => {
  it('a token that no letter bore, an address without one, another domain', async () => {
    await answered();
    for (const to of [FORGED, BOUNCES, 'reponse@permanence.example', 'qui@exemple.fr']) {
      const said = await report(to);
      expect(said).toMatchObject({ code: 550 });
      expect(said.text).toContain(PAGE);
    }
  });

  it('whatever is no report: the sender reads where to write, and nothing of it is kept', async () => {
    const case_ = await answered();
    const { conversation, returnPath } = case_;
    for (const raw of [holidayReply(PERSON, returnPath), personalReply(PERSON, returnPath)]) {
      for (const from of ['', PERSON]) {
        const said = await handOver(door.port, { from, to: returnPath, raw });
        expect(said.code).toBe(550);
        expect(said.text).toMatch(/^5\.7\.1 Nobody reads e-mail here: .* Personne ne lit les e-mails ici/);
        expect(said.text).toContain(PAGE);
      }
    }
    expect(kinds(await house.journal(conversation)).at(-1)).toBe('closure');
    await expectSilence(case_);
  });

  it('what is larger than a report, whether it says so before or not', async () => {
    const { conversation, returnPath } = await answered();
    const large = `${postfixReport(PERSON, returnPath)}${`${'x'.repeat(76)}\r\n`.repeat(REPORT_BYTES / 78)}`;
    expect(await report(returnPath, large)).toMatchObject({ code: 552 });
    const said = await converse(door.port, [
      'EHLO mx.example',
      'MAIL FROM:<>',
      `RCPT TO:<${returnPath}>`,
      'DATA',
      `${large}.`,
    ]);
    expect(said.at(-1)).toMatch(/^552 /);
    expect(kinds(await house.journal(conversation)).at(-1)).toBe('closure');
  });

  it('more than one recipient at a time', async () => {
    const { returnPath } = await answered();
    const said = await converse(door.port, [
      'EHLO mx.example',
      'MAIL FROM:<>',
      `RCPT TO:<${returnPath}>`,
      `RCPT TO:<${returnPath.toUpperCase()}>`,
    ]);
    expect(said.slice(-2).map((line) => line.slice(0, 3))).toEqual(['250', '452']);
  });

  it('guesses, beyond a rate', async () => {
    const guesses = Array.from(
      { length: 80 },
      (_, guess) => `RCPT TO:<retour+${guess.toString(16).padStart(32, '0')}@permanence.example>`,
    );
    const said = await converse(door.port, ['EHLO mx.example', 'MAIL FROM:<>', ...guesses]);
    const codes = said.slice(-80).map((line) => line.slice(0, 3));
    expect(codes.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => '550'));
    expect(codes.at(-1)).toBe('451');
  });

  it('what belongs to a conversation that was erased, or is past its limit, purged or not yet', async () => {
    const erased = await answered();
    const erasing = house.hub.erase(erased.conversation);
    await settle();
    await erasing;
    expect(await report(erased.returnPath)).toMatchObject({ code: 550 });
    const due = await answered();
    const purgeAt = (await house.store.conversation(due.conversation))?.purgeAt ?? 0;
    // The hourly run comes later.
    house.time.jump(purgeAt - house.time.now);
    expect(await report(due.returnPath)).toMatchObject({ code: 550 });
    expect(await house.store.conversation(due.conversation)).not.toBeNull();
    await house.hub.purge();
    expect(await report(due.returnPath)).toMatchObject({ code: 550 });
    expect(house.events.filter(({ event }) => event === 'mail-returned')).toEqual([]);
  });

  it('an answer whose key is destroyed while its row still stands', async () => {
    const { conversation, returnPath } = await answered();
    house.time.jump(DAY);
    await house.crash();
    await house.store.condemn([conversation], { at: house.time.now, cause: 'erasure' });
    expect(await house.store.conversation(conversation)).not.toBeNull();
    expect(await report(returnPath)).toMatchObject({ code: 550 });
  });
});

/** Speaks SMTP line by line, waiting for each answer; the last line of each. */
function converse(port: number, lines: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const said: string[] = [];
    let rest = '';
    let next = 0;
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (part: string) => {
      rest += part;
      for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (/^\d{3}-/.test(line)) continue;
        said.push(line);
        const say = lines[next];
        next += 1;
        if (say !== undefined) socket.write(`${say}\r\n`);
        else socket.end(() => resolve(said));
      }
    });
  });
}
