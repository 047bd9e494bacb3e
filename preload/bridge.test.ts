import { describe, expect, it } from 'vitest';
import { newId } from '../protocol/ids.ts';
import type { DeskEvent } from '../protocol/ipc.ts';
import { createBridge } from './bridge.ts';

function bridgeWith(answer: unknown) {
  const asked: unknown[] = [];
  const listeners = new Set<(event: unknown) => void>();
  const bridge = createBridge({
    invoke: async (name, input) => {
      asked.push([name, input]);
      return answer;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const tell = (event: unknown) => {
    for (const listener of listeners) listener(event);
  };
  return { bridge, asked, tell, listeners };
}

describe('the bridge', () => {
  it('passes a request that fits, and an answer that fits', async () => {
    const { bridge, asked } = bridgeWith({ kind: 'refused', code: 'offline' });
    const outcome = await bridge.request('command', { kind: 'take-next' });
    expect(outcome).toEqual({ kind: 'refused', code: 'offline' });
    expect(asked).toEqual([['command', { kind: 'take-next' }]]);
  });

  it.each([
    ['command', { kind: 'message', conversation: 'x', text: 'bonjour' }],
    ['command', { kind: 'message', conversation: newId(), text: '' }],
    ['command', { kind: 'take-next', more: true }],
    ['draft', { conversation: newId(), message: 'x'.repeat(9_000), note: '', mode: 'message' }],
    ['draft', { conversation: newId(), message: '', note: 'x'.repeat(9_000), mode: 'note' }],
    ['draft', { conversation: newId(), text: 'à qui ?' }],
    ['snapshot', {}],
    ['toString', null],
    ['__proto__', null],
    ['unknown', null],
  ])('stops what does not fit before it leaves the window: %s %o', async (name, input) => {
    const { bridge, asked } = bridgeWith(null);
    await expect(bridge.request(name as 'draft', input as never)).rejects.toThrow(/malformed|unknown/);
    expect(asked).toEqual([]);
  });

  it('does not hand on an answer that does not fit, nor what it holds', async () => {
    const { bridge } = bridgeWith({ kind: 'done', secret: 'CANARI' });
    const error = await bridge.request('command', { kind: 'take-next' }).catch((reason: unknown) => reason);
    expect(String(error)).toBe('Error: malformed answer: command');
  });

  it('hands on events that fit, until it is told to stop', () => {
    const { bridge, tell, listeners } = bridgeWith(null);
    const seen: DeskEvent[] = [];
    const stop = bridge.onEvent((event) => void seen.push(event));
    const event = { type: 'typing', conversation: newId() };
    tell(event);
    tell({ type: 'typing', conversation: 'x' });
    tell({ type: 'typing', conversation: newId(), token: 'secret' });
    tell('nonsense');
    expect(seen).toEqual([event]);
    stop();
    expect(listeners.size).toBe(0);
  });
});
