import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Id, newId } from '../../protocol/ids.ts';
import { TestMailServer } from '../mail/mail-server.testkit.ts';
import { createSmtpCarrier } from '../mail/smtp.ts';
import type { TestDesk, TestPage } from './clients.testkit.ts';
import { House, kinds, TERMS } from './relay.testkit.ts';
import { settle } from './time.testkit.ts';

const ADDRESS = 'canari.7f3a@exemple.fr';
const ANSWER = 'Bonjour, présentez-vous au commissariat avec votre carte.';
const HOUR = 60 * 60_000;

let server: TestMailServer;
let house: House;

function carrier() {
  return createSmtpCarrier(
    {
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      user: null,
      password: null,
      from: 'reponse@permanence.example',
      fromName: 'Permanence',
      bounceAddress: null,
      authorityFile: null,
    },
    { service: 'Permanence', page: null },
  );
}

beforeEach(async () => {
  server = await TestMailServer.start();
  house = await House.open({}, undefined, carrier());
});
afterEach(async () => {
  await house.hub.drain();
  await house.close();
  await server.close();
});

async function leave(
  page: TestPage,
  text: string | null = 'Ma carte est perdue.',
  id = newId(),
): Promise<Id> {
  page.send({ type: 'defer', id, address: ADDRESS, text });
  await settle();
  return id;
}

/** A question left by a citizen and taken by an officer. */
async function taken(): Promise<{ page: TestPage; desk: TestDesk; conversation: Id }> {
  const page = await house.arrive();
  await leave(page);
  const desk = await house.desk();
  const { conversation } = page;
  expect(await desk.ask({ kind: 'take', conversation })).toMatchObject({ type: 'ack' });
  await desk.follow(conversation);
  return { page, desk, conversation };
}

const refusals = (page: TestPage) => page.of('refused').map(({ code }) => code);
const stateOf = (desk: TestDesk, conversation: Id) => desk.heads.get(conversation)?.deferral?.mail?.state;

/** The wire is real: what came of a try is polled, while the time of the relay stands still. */
function until(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 15_000, interval: 20 });
}

describe('W1: leaving the queue for an answer by e-mail', () => {
  it('puts the question in the journal, the address beside it, and the page out of the queue', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    const id = await leave(page);
    expect(page.of('ack').map((ack) => ack.id)).toContain(id);
    const journal = await house.journal(page.conversation);
    expect(kinds(journal)).toEqual(['opened', 'message', 'deferral']);
    expect(JSON.stringify(journal)).not.toContain(ADDRESS);
    expect(JSON.stringify(desk.link.frames)).not.toContain(ADDRESS);
    expect(await house.store.address(page.conversation)).toBe(ADDRESS);
    expect(desk.heads.get(page.conversation)).toMatchObject({
      status: 'deferred',
      deferral: { address: true, mail: null },
    });
    expect(house.hub.serviceInfo().waiting).toBe(0);
    expect(await desk.ask({ kind: 'take-next' })).toBe('queue-empty');
    // Nobody is at the other end any more.
    page.say('encore un mot');
    await settle();
    expect(refusals(page)).toEqual(['conversation-closed']);
  });

  it('needs a question, and may use those that were asked', async () => {
    const page = await house.arrive();
    await leave(page, null);
    expect(refusals(page)).toEqual(['malformed']);
    page.say('Ma carte est perdue.');
    await leave(page, null);
    expect(kinds(await house.journal(page.conversation))).toEqual(['opened', 'message', 'deferral']);
  });

  it('is refused once an officer is there: they answer here', async () => {
    const page = await house.arrive();
    const desk = await house.desk();
    await desk.ask({ kind: 'take-next' });
    await leave(page);
    expect(refusals(page)).toEqual(['wrong-state']);
    expect(await house.store.address(page.conversation)).toBeNull();
  });

  it('M1: an emergency in the question is flagged as anywhere', async () => {
    const page = await house.arrive();
    await leave(page, 'Il me frappe, au secours, il a un couteau');
    expect(kinds(await house.journal(page.conversation))).toContain('emergency');
  });

  it('W2: sent again it is the same act, with or without the same address', async () => {
    const page = await house.arrive();
    const id = await leave(page);
    page.send({ type: 'defer', id, address: 'autre@exemple.fr', text: 'Ma carte est perdue.' });
    await settle();
    expect(page.of('ack').filter((ack) => ack.id === id)).toHaveLength(2);
    expect(await house.journal(page.conversation)).toHaveLength(3);
    expect(await house.store.address(page.conversation)).toBe(ADDRESS);
  });
});

describe('W3: the answer', () => {
  it('leaves once; then the address is destroyed and the conversation closed', async () => {
    const { desk, conversation } = await taken();
    expect(await desk.ask({ kind: 'email', conversation, text: ANSWER })).toMatchObject({ type: 'ack' });
    await until(() => expect(stateOf(desk, conversation)).toBe('accepted'));
    expect(server.received).toMatchObject([{ to: [ADDRESS] }]);
    expect(server.received[0]?.mail.text).toContain(ANSWER);
    expect(kinds(await house.journal(conversation))).toEqual(
      'opened message deferral assignment email email-outcome address-destroyed closure'.split(' '),
    );
    expect(desk.heads.get(conversation)).toMatchObject({ status: 'closed', disposition: 'deferred' });
    expect(await house.store.address(conversation)).toBeNull();
    expect(await house.store.outgoing(10)).toEqual([]);
    expect(await house.store.verifyJournal(conversation)).toMatchObject({ kind: 'intact' });
    expect(JSON.stringify(house.events)).not.toContain(ADDRESS);
  });

  it('is the holder’s, one at a time, and never hidden under a closure', async () => {
    const { desk, conversation } = await taken();
    const other = await house.desk();
    expect(await other.ask({ kind: 'email', conversation, text: ANSWER })).toBe('not-holder');
    server.refuseRecipient = { code: 450, text: '4.2.0 later' };
    await desk.ask({ kind: 'email', conversation, text: ANSWER });
    expect(await desk.ask({ kind: 'email', conversation, text: 'encore' })).toBe('mail-pending');
    expect(await desk.ask({ kind: 'close', conversation, disposition: 'answered', comment: null })).toBe(
      'mail-pending',
    );
  });

  it('a mailbox that does not exist comes back to its officer, who may close: the address goes with it', async () => {
    const { desk, conversation } = await taken();
    server.refuseRecipient = { code: 550, text: '5.1.1 no such user' };
    await desk.ask({ kind: 'email', conversation, text: ANSWER });
    await until(() => expect(stateOf(desk, conversation)).toBe('bounced'));
    expect(desk.heads.get(conversation)).toMatchObject({
      status: 'active',
      holder: { officer: desk.officer },
      deferral: { address: true, mail: { reason: 'mailbox' } },
    });
    await desk.ask({ kind: 'close', conversation, disposition: 'deferred', comment: null });
    expect(kinds(await house.journal(conversation)).slice(-2)).toEqual(['address-destroyed', 'closure']);
    expect(await house.store.address(conversation)).toBeNull();
  });

  it('a busy server is asked again, later and later, and given up at the limit', async () => {
    const { desk, conversation } = await taken();
    server.refuseRecipient = { code: 450, text: '4.2.0 later' };
    await desk.ask({ kind: 'email', conversation, text: ANSWER });
    await until(async () => expect(await house.store.outgoing(1)).toMatchObject([{ attempts: 1 }]));
    const [first] = await house.store.outgoing(1);
    expect(first?.dueAt).toBe(house.time.now + 60_000);
    await house.time.advance(60_000);
    await until(async () => expect(await house.store.outgoing(1)).toMatchObject([{ attempts: 2 }]));
    expect(stateOf(desk, conversation)).toBe('queued');
    // The next look happens after the longest rest there is.
    house.time.now += 48 * HOUR;
    await house.time.advance(HOUR);
    await until(() => expect(stateOf(desk, conversation)).toBe('abandoned'));
    expect(await house.store.address(conversation)).toBe(ADDRESS);
    server.refuseRecipient = null;
    await desk.ask({ kind: 'email', conversation, text: ANSWER });
    await until(() => expect(stateOf(desk, conversation)).toBe('accepted'));
    expect(server.received).toHaveLength(1);
  });

  it('D4: what was acknowledged leaves after a kill too', async () => {
    const { desk, conversation } = await taken();
    server.refuseRecipient = { code: 450, text: '4.2.0 later' };
    await desk.ask({ kind: 'email', conversation, text: ANSWER });
    await until(async () => expect(await house.store.outgoing(1)).toMatchObject([{ attempts: 1 }]));
    server.refuseRecipient = null;
    await house.crash();
    expect(server.received).toEqual([]);
    await house.time.advance(2 * 60_000);
    await until(() => expect(server.received).toHaveLength(1));
    await until(async () => expect(kinds(await house.journal(conversation)).at(-1)).toBe('closure'));
  });
});

describe('W4: how long an address is kept', () => {
  it('an erasure destroys it, and what was queued does not leave', async () => {
    const { desk, conversation } = await taken();
    server.refuseRecipient = { code: 450, text: '4.2.0 later' };
    await desk.ask({ kind: 'email', conversation, text: ANSWER });
    await until(async () => expect(await house.store.outgoing(1)).toMatchObject([{ attempts: 1 }]));
    server.refuseRecipient = null;
    const erased = house.hub.erase(conversation);
    await settle();
    expect(await erased).toMatchObject({ kind: 'erased' });
    expect(await house.store.outgoing(10)).toEqual([]);
    await house.time.advance(2 * HOUR);
    expect(server.received).toEqual([]);
  });

  it('the retention limit destroys it, whether it served or not', async () => {
    const page = await house.arrive();
    await leave(page);
    expect(await house.store.address(page.conversation)).toBe(ADDRESS);
    house.time.now += 93 * 24 * HOUR;
    await house.time.advance(HOUR);
    await until(async () => expect(await house.store.conversation(page.conversation)).toBeNull());
    expect(await house.store.address(page.conversation)).toBeNull();
  });
});

describe('a relay without a mail server', () => {
  beforeEach(async () => {
    house.mail = null;
    await house.crash();
  });

  it('says so to the page and to the desk, and takes no address', async () => {
    expect(house.hub.serviceInfo()).toMatchObject({ deferred: false, chat: 'open' });
    const desk = await house.desk();
    expect(desk.of('welcome').at(-1)).toMatchObject({ mail: false });
    const page = await house.arrive();
    await leave(page);
    expect(refusals(page)).toEqual(['mail-unavailable']);
    expect(await house.store.address(page.conversation)).toBeNull();
    const opened = house.hub.open({
      ...{ id: newId(), termsVersion: TERMS, language: 'fr', subject: null },
      purpose: 'deferred',
    });
    expect(await opened).toEqual({ kind: 'refused', code: 'mail-unavailable' });
  });
});

describe('the roster opens the chat, where the service is so configured', () => {
  it('with nobody on duty a conversation opens for a deferred answer only', async () => {
    house.settings.rosterOpens = true;
    await house.crash();
    const request = { termsVersion: TERMS, language: 'fr', subject: null } as const;
    expect(house.hub.serviceInfo()).toMatchObject({ chat: 'closed', deferred: true });
    expect(await house.hub.open({ id: newId(), ...request })).toEqual({
      kind: 'refused',
      code: 'chat-closed',
    });
    const opening = house.hub.open({ id: newId(), ...request, purpose: 'deferred' });
    await settle();
    expect(await opening).not.toMatchObject({ kind: 'refused' });
    const desk = await house.desk();
    desk.send({ type: 'presence', presence: 'available' });
    await settle();
    expect(house.hub.serviceInfo()).toMatchObject({ chat: 'open' });
    await house.arrive();
  });
});
