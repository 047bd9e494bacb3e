import { describe, expect, it } from 'vitest';
import { newId } from '../../../protocol/ids.ts';
import { TIMES } from '../../../protocol/limits.ts';
import { createClient } from './client.ts';
import { createWorld, entriesFrame, entry, said, welcomeFrame } from './fake-world.ts';

function connected() {
  const world = createWorld();
  const client = createClient(world.environment);
  client.start();
  world.wire().open().deliver(welcomeFrame());
  return { world, client };
}

describe('ending', () => {
  it('says so after the messages still to send, then forgets them', () => {
    const { world, client } = connected();
    world.wire().deliver(entriesFrame(0, said(1, 'bonjour')));
    client.send('dernier mot');
    client.end();
    expect(client.state().phase).toBe('leaving');
    expect(world.wire().sent.map((frame) => frame.type)).toEqual(['hello', 'message']);
    const [, message] = world.wire().sent;
    if (message?.type !== 'message') throw new Error('no message');
    world.wire().deliver({ type: 'ack', id: message.id, seq: 2, at: 1 });
    const leave = world.wire().sent[2];
    if (leave?.type !== 'leave') throw new Error('no leave');
    expect(leave.manner).toBe('ended');
    world.wire().deliver({ type: 'ack', id: leave.id, seq: 3, at: 1 });
    expect(client.state()).toMatchObject({ phase: 'left', entries: [], outbox: [] });
    expect(client.state().welcome?.reference).toBe('C-7');
    expect(world.wire().closedByClient).toBe(true);
  });

  it('goes on trying off line, with the same id', () => {
    const { world, client } = connected();
    client.end();
    const first = world.wire().sent[1];
    world.wire().cut();
    expect(client.state().phase).toBe('leaving');
    world.pass(TIMES.reconnectCeiling);
    world.wire().open().deliver(welcomeFrame());
    expect(world.wire().sent[1]).toEqual(first);
  });

  it.each([
    ['it is closed already', { type: 'refused', code: 'conversation-closed' } as const, null],
    ['the relay ended it', null, 4007],
  ])('is done when %s', (_, refusal, code) => {
    const { world, client } = connected();
    client.end();
    const leave = world.wire().sent[1];
    if (leave?.type !== 'leave') throw new Error('no leave');
    if (refusal !== null) world.wire().deliver({ ...refusal, id: leave.id });
    if (code !== null) world.wire().cut(code);
    expect(client.state().phase).toBe('left');
    expect(world.pendingTimers()).toBe(0);
  });

  it('is not called done when another page took over before it was said', () => {
    const { world, client } = connected();
    client.end();
    world.wire().cut(4006);
    expect(client.state().phase).toBe('replaced');
    client.resume();
    expect(client.state().phase).toBe('leaving');
    world.wire().open().deliver(welcomeFrame());
    expect(world.wire().sent.map((frame) => frame.type)).toEqual(['hello', 'leave']);
  });
});

describe('closure', () => {
  it('J2: keeps the conversation to read, and says that what waited was not sent', () => {
    const { world, client } = connected();
    world.wire().deliver(entriesFrame(0, said(1, 'bonjour')));
    client.send('trop tard');
    world.wire().deliver(entriesFrame(1, entry(2, { kind: 'closure' })));
    expect(client.state()).toMatchObject({
      phase: 'closed',
      outbox: [{ state: 'refused', code: 'conversation-closed' }],
    });
    expect(client.state().entries).toHaveLength(2);
    expect(client.send('encore')).toBe(false);
    world.pass(10 * 60_000);
    expect(world.wires).toHaveLength(1);
  });

  it('a departure from elsewhere closes it here too', () => {
    const { world, client } = connected();
    world.wire().deliver(entriesFrame(0, entry(2, { kind: 'departure' }, { role: 'citizen' })));
    expect(client.state().phase).toBe('closed');
  });
});

describe('quick exit', () => {
  it('overtakes everything, then holds nothing and calls nobody back', () => {
    const { world, client } = connected();
    world.wire().deliver(entriesFrame(0, said(1, 'secret')));
    client.send('en cours');
    let calls = 0;
    client.subscribe(() => {
      calls += 1;
    });
    const id = newId();
    client.quickExit(id);
    expect(world.wire().sent.at(-1)).toEqual({ type: 'leave', id, manner: 'quick-exit' });
    // Closing could overtake the frame.
    expect(world.wire().closedByClient).toBe(false);
    expect(client.state()).toMatchObject({ entries: [], outbox: [], welcome: null });
    expect(calls).toBe(0);
  });

  it('works off line: it just forgets', () => {
    const world = createWorld();
    const client = createClient(world.environment);
    client.start();
    client.send('secret');
    client.quickExit(newId());
    expect(client.state().outbox).toEqual([]);
    expect(world.wire().sent).toEqual([]);
  });
});

describe('forgetting', () => {
  it('leaves no timer, no socket and no content', () => {
    const { world, client } = connected();
    client.send('secret');
    client.forget();
    expect(world.wire().closedByClient).toBe(true);
    expect(world.pendingTimers()).toBe(0);
    expect(client.state().outbox).toEqual([]);
  });
});
