import { describe, expect, it } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import { TIMES } from '../../../protocol/limits.ts';
import { createClient } from './client.ts';
import { createWorld, entriesFrame, entry, said, welcomeFrame } from './fake-world.ts';
import { OUTBOX_CAPACITY } from './outbox.ts';
import { wouldLose } from './would-lose.ts';

function begin() {
  const world = createWorld();
  const client = createClient(world.environment);
  client.start();
  return { world, client };
}

function connected() {
  const { world, client } = begin();
  world.wire().open().deliver(welcomeFrame());
  return { world, client };
}

function messagesSent(world: ReturnType<typeof createWorld>) {
  return world.wire().sent.filter((frame) => frame.type === 'message');
}

function firstId(world: ReturnType<typeof createWorld>): string {
  const [message] = messagesSent(world);
  if (message?.type !== 'message') throw new Error('no message was sent');
  return message.id;
}

describe('greeting', () => {
  it('H1: says hello first, once, and nothing else before it is welcome', () => {
    const { world, client } = begin();
    client.send('Bonjour');
    client.typing();
    expect(world.wire().sent).toEqual([]);
    world.wire().open();
    expect(world.wire().sent).toMatchObject([{ type: 'hello', epoch: null, cursor: 0 }]);
    world.wire().deliver(welcomeFrame());
    expect(world.wire().sent).toMatchObject([{ type: 'hello' }, { type: 'message', text: 'Bonjour' }]);
    expect(client.state().light).toBe('online');
  });

  it.each([
    ['V1: version-unsupported', 4001, 'outdated'],
    ['C3: replaced by another page', 4006, 'replaced'],
    ['C3: conversation-gone', 4007, 'gone'],
    ['C3: malformed', 4000, 'failed'],
    ['C3: a too large frame', 1009, 'failed'],
  ] as const)('%s ends it and does not come back', (_, code, phase) => {
    const { world, client } = connected();
    world.wire().cut(code);
    expect(client.state().phase).toBe(phase);
    world.pass(10 * 60_000);
    expect(world.wires).toHaveLength(1);
  });

  it('V1: a welcome in another version is not used', () => {
    const { world, client } = begin();
    world
      .wire()
      .open()
      .deliver(welcomeFrame({ version: 99 }));
    expect(client.state().phase).toBe('outdated');
  });

  it('takes a conversation back from another page when asked to', () => {
    const { world, client } = connected();
    world.wire().cut(4006);
    client.resume();
    world.wire().open().deliver(welcomeFrame());
    expect(client.state()).toMatchObject({ phase: 'open', light: 'online' });
  });
});

describe('reading', () => {
  it('R1: keeps what follows its cursor, and asks from there after a cut', () => {
    const { world, client } = connected();
    world.wire().deliver(entriesFrame(0, said(2, 'a')), entriesFrame(2, said(5, 'b')));
    expect(client.state().entries.map((one) => one.seq)).toEqual([2, 5]);
    world.wire().cut();
    world.pass(TIMES.reconnectFirst);
    world.wire().open();
    expect(world.wire().sent).toMatchObject([{ type: 'hello', cursor: 5 }]);
    expect(world.wire().sent[0]).toHaveProperty('epoch', expect.any(String));
  });

  it('R1: a range without anything for citizens still moves the cursor', () => {
    const { world, client } = connected();
    world
      .wire()
      .deliver({ type: 'entries', after: 0, through: 4, entries: [] }, entriesFrame(4, said(5, 'a')));
    expect(client.state().entries.map((one) => one.seq)).toEqual([5]);
  });

  it.each([
    ['after another cursor', entriesFrame(3, said(4, 'x'))],
    ['already read', entriesFrame(0, said(1, 'x'))],
    ['out of order', entriesFrame(2, said(5, 'x'), said(4, 'y'))],
    ['outside its range', { type: 'entries' as const, after: 2, through: 3, entries: [said(4, 'x')] }],
  ])('R3: drops a frame %s and reads again from its cursor', (_, frame) => {
    const { world, client } = connected();
    world.wire().deliver(entriesFrame(0, said(2, 'a')));
    world.wire().deliver(frame);
    expect(client.state().entries.map((one) => one.seq)).toEqual([2]);
    expect(world.wire().closedByClient).toBe(true);
    world.pass(TIMES.reconnectCeiling);
    world.wire().open();
    expect(world.wire().sent).toMatchObject([{ type: 'hello', cursor: 2 }]);
  });

  it('R2: reset forgets the journal, and sends again what an older store acknowledged', () => {
    const { world, client } = connected();
    client.send('Bonjour');
    const id = firstId(world);
    world.wire().deliver(entriesFrame(0, said(1, 'old')), { type: 'ack', id, seq: 2, at: 1 });
    world.wire().cut();
    world.pass(TIMES.reconnectCeiling);
    world
      .wire()
      .open()
      .deliver(welcomeFrame({ epoch: newId(), reset: true }));
    expect(client.state().entries).toEqual([]);
    expect(messagesSent(world)).toEqual([{ type: 'message', id, text: 'Bonjour' }]);
  });

  it('R2: another epoch without reset is asked again from nothing', () => {
    const { world } = connected();
    world.wire().deliver(entriesFrame(0, said(1, 'old')));
    world.wire().cut();
    world.pass(TIMES.reconnectCeiling);
    world
      .wire()
      .open()
      .deliver(welcomeFrame({ epoch: newId() }));
    world.pass(TIMES.reconnectCeiling);
    world.wire().open();
    expect(world.wire().sent).toMatchObject([{ type: 'hello', epoch: null, cursor: 0 }]);
  });

  it('sends nothing to another conversation than the one it was written in', () => {
    const { world, client } = connected();
    world.wire().cut();
    client.send('secret');
    world.pass(TIMES.reconnectCeiling);
    world
      .wire()
      .open()
      .deliver(welcomeFrame({ conversation: newId() }));
    expect(messagesSent(world)).toEqual([]);
    expect(client.state()).toMatchObject({ phase: 'gone', outbox: [], entries: [] });
  });

  it('says how far the citizen has read, once, and again after a reconnection', () => {
    const { world, client } = connected();
    world.wire().deliver(entriesFrame(0, said(3, 'a')));
    client.markRead(3);
    client.markRead(3);
    client.markRead(9);
    expect(world.wire().sent.slice(1)).toEqual([{ type: 'read', seq: 3 }]);
    world.wire().cut();
    world.pass(TIMES.reconnectCeiling);
    world.wire().open().deliver(welcomeFrame());
    expect(world.wire().sent.slice(1)).toEqual([{ type: 'read', seq: 3 }]);
  });

  it.each([['not JSON'], ['{"type":"unknown"}'], [new ArrayBuffer(2)]])(
    'leaves a wire that speaks nonsense, and comes back',
    (data) => {
      const { world } = connected();
      world.wire().deliverText(data);
      expect(world.wire().closedByClient).toBe(true);
      world.pass(TIMES.reconnectCeiling);
      expect(world.wires).toHaveLength(2);
    },
  );
});

describe('sending', () => {
  it('D1: sends again with the same id after a cut, until it is acknowledged', () => {
    const { world, client } = connected();
    client.send('Bonjour');
    const id = firstId(world);
    expect(wouldLose(client.state())).toBe(true);
    for (let cut = 0; cut < 3; cut += 1) {
      world.wire().cut();
      world.pass(TIMES.reconnectCeiling);
      world.wire().open().deliver(welcomeFrame());
      expect(messagesSent(world)).toEqual([{ type: 'message', id, text: 'Bonjour' }]);
    }
    world.wire().deliver({ type: 'ack', id, seq: 2, at: 5 });
    expect(client.state().outbox).toMatchObject([{ state: 'acknowledged', seq: 2 }]);
    expect(wouldLose(client.state())).toBe(false);
    world
      .wire()
      .deliver(entriesFrame(0, entry(2, { kind: 'message', text: 'Bonjour' }, { role: 'citizen' }, id)));
    expect(client.state().outbox).toEqual([]);
    expect(client.state().entries).toHaveLength(1);
  });

  it('takes the entry itself for an acknowledgement, whichever comes first', () => {
    const { world, client } = connected();
    client.send('un');
    client.send('deux');
    const id = firstId(world);
    world.wire().deliver(entriesFrame(0, entry(2, { kind: 'message', text: 'un' }, { role: 'citizen' }, id)));
    expect(messagesSent(world)).toHaveLength(2);
    world.wire().deliver({ type: 'ack', id, seq: 2, at: 5 });
    expect(client.state().outbox).toMatchObject([{ act: { text: 'deux' }, state: 'waiting' }]);
  });

  it('D5: keeps the order when one is refused for a while', () => {
    const { world, client } = connected();
    client.send('un');
    client.send('deux');
    const id = firstId(world);
    world.wire().deliver({ type: 'refused', id, code: 'storage-unavailable' });
    expect(messagesSent(world)).toHaveLength(1);
    world.pass(5_000);
    expect(messagesSent(world).map((frame) => 'text' in frame && frame.text)).toEqual(['un', 'un']);
    world.wire().deliver({ type: 'ack', id, seq: 2, at: 5 });
    expect(messagesSent(world).map((frame) => 'text' in frame && frame.text)).toEqual(['un', 'un', 'deux']);
  });

  it('S1: goes on trying for as long as the store refuses, ever more slowly', () => {
    const { world, client } = connected();
    client.send('un');
    const id = firstId(world);
    for (let times = 0; times < 20; times += 1) {
      world.wire().deliver({ type: 'refused', id, code: 'storage-unavailable' }, { type: 'beat' });
      world.pass(TIMES.reconnectCeiling + 1_000);
      expect(messagesSent(world)).toHaveLength(times + 2);
    }
    expect(client.state().outbox).toMatchObject([{ state: 'waiting' }]);
  });

  it('gives a refused text back, once, and goes on with the next', () => {
    const { world, client } = connected();
    client.send('un');
    client.send('deux');
    const id = firstId(world);
    world.wire().deliver({ type: 'refused', id, code: 'too-large' });
    expect(client.state().outbox[0]).toMatchObject({ state: 'refused', code: 'too-large' });
    expect(messagesSent(world)).toHaveLength(2);
    expect(client.takeBack(id)).toBe('un');
    expect(client.takeBack(id)).toBeNull();
    expect(client.state().outbox).toHaveLength(1);
  });

  it('B1: holds a bounded number of unsent messages, and says when it takes no more', () => {
    const { client } = begin();
    for (let count = 0; count < OUTBOX_CAPACITY; count += 1) expect(client.send('x')).toBe(true);
    expect(client.send('x')).toBe(false);
  });

  it('says typing at most every few seconds', () => {
    const { world, client } = connected();
    client.typing();
    client.typing();
    world.pass(3_000);
    client.typing();
    expect(world.wire().sent.filter((frame) => frame.type === 'typing')).toHaveLength(2);
  });

  it('M1: counts an emergency the moment it is sent, off line too', () => {
    const { client } = begin();
    client.send('il a un couteau');
    expect(client.state().emergencies).toBe(1);
    client.send('merci');
    expect(client.state().emergencies).toBe(1);
  });

  it('M1: does not count the relay’s flag for the same words twice, but counts an officer’s', () => {
    const { world, client } = connected();
    client.send('il a un couteau');
    world.wire().deliver(entriesFrame(0, entry(3, { kind: 'emergency' }, { role: 'relay' })));
    expect(client.state().emergencies).toBe(1);
    world.wire().deliver(entriesFrame(3, entry(4, { kind: 'emergency' })));
    expect(client.state().emergencies).toBe(2);
  });

  it('M1: counts the relay’s flag after a reload', () => {
    const { world, client } = connected();
    world.wire().deliver(entriesFrame(0, entry(3, { kind: 'emergency' }, { role: 'relay' })));
    expect(client.state().emergencies).toBe(1);
  });
});

describe('the officer', () => {
  it('writes, is read, fades', () => {
    const { world, client } = connected();
    world.wire().deliver({ type: 'typing' });
    expect(client.state().officerTyping).toBe(true);
    world.pass(6_000);
    expect(client.state().officerTyping).toBe(false);
    world.wire().deliver({ type: 'typing' }, entriesFrame(0, said(1, 'voilà')));
    expect(client.state().officerTyping).toBe(false);
  });

  it('never un-reads', () => {
    const { world, client } = connected();
    world.wire().deliver({ type: 'read', seq: 4 }, { type: 'read', seq: 2 });
    expect(client.state().officerRead).toBe(4);
  });
});
