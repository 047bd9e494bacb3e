import { describe, expect, it } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { newId } from '../../protocol/ids.ts';
import { checkDelivery } from './journals.ts';

const conversation = newId();
function message(seq: number, id: string, text: string): Entry {
  return { conversation, seq, id, at: 0, author: { role: 'citizen' }, body: { kind: 'message', text } };
}

describe('checkDelivery', () => {
  const [first, second] = [newId(), newId()];
  const sent = new Map([
    ['one', 0],
    ['two', 1],
  ]);

  it('finds nothing wrong where nothing is', () => {
    const journals = new Map([[conversation, [message(1, first, 'one'), message(2, second, 'two')]]]);
    expect(checkDelivery(journals, sent, new Set([first, second]))).toEqual({
      lost: 0,
      doubled: 0,
      reordered: 0,
    });
  });

  it('D4: sees an acknowledged message that is in no journal', () => {
    const journals = new Map([[conversation, [message(1, first, 'one')]]]);
    expect(checkDelivery(journals, sent, new Set([first, second])).lost).toBe(1);
  });

  it('D1: sees a message that stands twice, even under another id', () => {
    const journals = new Map([[conversation, [message(1, first, 'one'), message(2, second, 'one')]]]);
    expect(checkDelivery(journals, sent, new Set([first]))).toMatchObject({ lost: 0, doubled: 1 });
  });

  it('D5: sees a changed order', () => {
    const journals = new Map([[conversation, [message(1, second, 'two'), message(2, first, 'one')]]]);
    expect(checkDelivery(journals, sent, new Set([first, second])).reordered).toBe(1);
  });
});
