import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { Delivery } from './ports.ts';
import { mailOf, ReturnHouse, until } from './returns.testkit.ts';
import { settle } from './time.testkit.ts';

const ANSWER = 'Bonjour, présentez-vous au commissariat avec votre carte.';
const HOUR = 60 * 60_000;

let kit: ReturnHouse;
beforeEach(async () => {
  kit = await ReturnHouse.open();
});
afterEach(() => kit.close());

describe('a letter whose outcome could not be written, or that cannot be read', () => {
  /** Queued, and once refused for now. */
  async function queued() {
    const given = await kit.taken();
    kit.server.refuseRecipient = { code: 450, text: '4.2.0 later' };
    await given.desk.ask({ kind: 'email', conversation: given.conversation, text: ANSWER });
    await until(() => expect(kit.server.asked).not.toEqual([]));
    await until(async () =>
      expect((await kit.house.store.outgoing(9)).every(({ attempts }) => attempts > 0)).toBe(true),
    );
    kit.server.refuseRecipient = null;
    kit.server.asked.length = 0;
    return given;
  }

  const events = (name: string) => kit.house.events.filter(({ event }) => event === name);

  it('is not sent, rather than every hour: its journal does not add up', async () => {
    await queued();
    const spoil = 'UPDATE entries SET sealed = zeroblob(length(sealed)) WHERE seq = 2';
    expect(kit.house.store.database.prepare(spoil).run().changes).toBe(1);
    await kit.house.crash();
    expect(events('journal-unreadable')).toHaveLength(1);
    for (let hour = 0; hour < 4; hour += 1) await kit.house.time.advance(HOUR);
    await until(() => expect(events('mail-not-awaited').length).toBeGreaterThan(1));
    expect(kit.server.asked).toEqual([]);
  });

  it('keeps no other letter waiting: its officer is told that it did not leave', async () => {
    const spoilt = await queued();
    const whole = await queued();
    const spoil = 'UPDATE deferred_addresses SET sealed = zeroblob(length(sealed)) WHERE reference = 1001';
    expect(kit.house.store.database.prepare(spoil).run().changes).toBe(1);
    await kit.house.time.advance(5 * 60_000);
    await until(() => expect(mailOf(whole.desk, whole.conversation)?.state).toBe('accepted'));
    await until(() => expect(mailOf(spoilt.desk, spoilt.conversation)?.state).toBe('failed'));
    expect(kit.server.received).toHaveLength(1);
    expect(events('mail-unreadable')).toHaveLength(1);
    const { conversation } = spoilt;
    expect(
      await spoilt.desk.ask({ kind: 'close', conversation, disposition: 'deferred', comment: null }),
    ).toMatchObject({ type: 'ack' });
  });
});

describe('a letter that waits', () => {
  const moment = { code: 450, text: '4.2.0 later' };

  it('leaves at the next look although the clock was set back by days, with another waiting in front of it', async () => {
    const first = await kit.taken();
    kit.server.refuseRecipient = moment;
    await first.desk.ask({ kind: 'email', conversation: first.conversation, text: ANSWER });
    await until(async () => expect(await kit.house.store.outgoing(9)).toMatchObject([{ attempts: 1 }]));
    kit.house.time.jump(-3 * 24 * HOUR);
    const second = await kit.taken();
    await second.desk.ask({ kind: 'email', conversation: second.conversation, text: ANSWER });
    await until(async () =>
      expect((await kit.house.store.outgoing(9)).every(({ attempts }) => attempts > 0)).toBe(true),
    );
    kit.server.refuseRecipient = null;
    await kit.house.time.advance(2 * 60_000);
    await until(() => expect(mailOf(first.desk, first.conversation)?.state).toBe('accepted'));
    await until(() => expect(mailOf(second.desk, second.conversation)?.state).toBe('accepted'));
    expect(kit.server.received).toHaveLength(2);
  });

  it('has an id of its own conversation: another one’s of the same id is another letter', async () => {
    const [first, second] = [await kit.taken(), await kit.taken()];
    const id = newId();
    kit.server.refuseRecipient = moment;
    const waiting = async () =>
      new Map((await kit.house.store.outgoing(9)).map((mail) => [mail.conversation, mail]));
    const tried = async ({ desk, conversation }: typeof first) => {
      expect(await desk.ask({ kind: 'email', conversation, text: ANSWER }, id)).toMatchObject({
        type: 'ack',
      });
      await until(async () => expect((await waiting()).get(conversation)?.attempts).toBe(1));
    };
    await tried(first);
    const before = (await waiting()).get(first.conversation);
    await tried(second);
    expect((await waiting()).get(first.conversation)).toEqual(before);
    kit.server.refuseRecipient = null;
    await kit.house.time.advance(5 * 60_000);
    for (const { desk, conversation } of [first, second]) {
      await until(() => expect(mailOf(desk, conversation)?.state).toBe('accepted'));
    }
    expect(kit.server.received).toHaveLength(2);
  });
});

describe('a drain', () => {
  it('tells everybody to come back, although a mail server takes its time over a letter', async () => {
    let answer: (delivery: Delivery) => void = () => undefined;
    kit.house.mail = { carry: () => new Promise((done) => (answer = done)) };
    await kit.house.crash();
    const { desk, conversation } = await kit.taken();
    await desk.ask({ kind: 'email', conversation, text: ANSWER });
    await settle();
    const drained = kit.house.hub.drain();
    await settle();
    expect(desk.of('bye')).toEqual([]);
    await kit.house.time.advance(5_000);
    await drained;
    expect(desk.of('bye')).toHaveLength(1);
    answer({ kind: 'later', reason: 'busy' });
  });
});
