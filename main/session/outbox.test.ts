import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { itemOf } from '../cache/cache.testkit.ts';
import * as outbox from './outbox.ts';

const [one, two] = [newId(), newId()];

function filled(...texts: readonly (readonly [string, string])[]) {
  const items = texts.map(([conversation, text]) => itemOf(conversation, text));
  const box = items.reduce<outbox.Outbox>(outbox.put, []);
  const id = (index: number) => {
    const item = items[index];
    if (item === undefined) throw new Error('no such item');
    return item.id;
  };
  return { box, id };
}

const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);

type Happening = 'send' | 'ack' | 'lose-ack' | 'cut' | 'refuse' | 'wait';

/** An outbox, a wire, and a relay that commits each id once (rule D1). */
type Scene = {
  readonly box: outbox.Outbox;
  readonly now: number;
  readonly wire: readonly string[];
  readonly journal: readonly string[];
};

function happen(scene: Scene, event: Happening): Scene {
  const { box, now, wire } = scene;
  if (event === 'wait') return { ...scene, now: now + 40_000 };
  if (event === 'cut') return { ...scene, box: outbox.cut(box), wire: [] };
  if (event === 'send') {
    const sending = ids(outbox.due(box, now));
    return { ...scene, box: outbox.sent(box, sending), wire: [...wire, ...sending] };
  }
  const [head, ...rest] = wire;
  return head === undefined ? scene : answer({ ...scene, wire: rest }, head, event);
}

function answer(scene: Scene, id: string, event: 'ack' | 'lose-ack' | 'refuse'): Scene {
  const { box, now } = scene;
  if (event === 'refuse') return { ...scene, box: outbox.refused(box, id, 'rate-limited', now, 0.5) };
  const journal = scene.journal.includes(id) ? scene.journal : [...scene.journal, id];
  if (event === 'ack') return { ...scene, journal, box: outbox.remove(box, [id]) };
  // Committed, but its answer did not arrive: the wire broke.
  return { ...scene, journal, box: outbox.cut(box), wire: [] };
}

describe('the outbox', () => {
  it('D5: sends one item of a conversation at a time, conversations side by side', () => {
    const { box, id } = filled([one, 'a'], [one, 'b'], [two, 'c']);
    expect(ids(outbox.due(box, 0))).toEqual([id(0), id(2)]);
    const flying = outbox.sent(box, [id(0), id(2)]);
    expect(outbox.due(flying, 0)).toEqual([]);
    const delivered = outbox.remove(flying, [id(0)]);
    expect(ids(outbox.due(delivered, 0))).toEqual([id(1)]);
  });

  it('D1: after a cut before the ack, the same id goes again; after the ack it never does', () => {
    const { box, id } = filled([one, 'a'], [two, 'b']);
    const flying = outbox.sent(box, [id(0), id(1)]);
    const acked = outbox.acked(flying, id(0), 7);
    expect(ids(outbox.due(outbox.cut(acked), 0))).toEqual([id(1)]);
    expect(outbox.itemsOf(acked)).toHaveLength(2);
  });

  it('D5: a refusal to be tried again holds back what was written after it', () => {
    const { box, id } = filled([one, 'a'], [one, 'b'], [two, 'c']);
    const refused = outbox.refused(outbox.sent(box, [id(0)]), id(0), 'rate-limited', 1_000, 0);
    expect(ids(outbox.due(refused, 1_000))).toEqual([id(2)]);
    const next = outbox.nextDue(refused, 1_000);
    expect(next).toBe(1_500);
    expect(ids(outbox.due(refused, next ?? 0))).toEqual([id(0), id(2)]);
    expect(outbox.findItem(refused, id(0))?.item.state).toBe('sending');
  });

  it('waits longer each time, and never longer than half a minute', () => {
    const { box, id } = filled([one, 'a']);
    let now = 0;
    let previous = 0;
    let refused = box;
    for (let time = 0; time < 12; time += 1) {
      refused = outbox.refused(refused, id(0), 'storage-unavailable', now, 1);
      const wait = (outbox.nextDue(refused, now) ?? 0) - now;
      expect(wait).toBeGreaterThanOrEqual(previous);
      expect(wait).toBeLessThanOrEqual(30_000);
      previous = wait;
      now += wait;
    }
    expect(previous).toBe(30_000);
  });

  it('leaves a final refusal to the officer, and sends what follows', () => {
    const { box, id } = filled([one, 'a'], [one, 'b']);
    const refused = outbox.refused(outbox.sent(box, [id(0)]), id(0), 'conversation-closed', 0, 0);
    expect(outbox.findItem(refused, id(0))?.item).toMatchObject({
      state: 'refused',
      code: 'conversation-closed',
    });
    expect(ids(outbox.due(refused, 0))).toEqual([id(1)]);
    const retried = outbox.retried(refused, id(0));
    expect(outbox.findItem(retried, id(0))?.item).toMatchObject({ id: id(0), state: 'sending', code: null });
  });

  it('drops only what cannot be in a journal', () => {
    const { box, id } = filled([one, 'a'], [two, 'b']);
    expect(outbox.canDrop(box, id(0))).toBe(true);
    const flying = outbox.sent(box, [id(0)]);
    expect(outbox.canDrop(outbox.cut(flying), id(0))).toBe(false);
    expect(outbox.canDrop(outbox.refused(flying, id(0), 'forbidden', 0, 0), id(0))).toBe(true);
    // After a restart nobody knows what reached the relay.
    expect(outbox.canDrop(outbox.restoredOutbox(outbox.itemsOf(box)), id(1))).toBe(false);
  });

  it('B1: has never more on the wire than the relay holds for a sender', () => {
    const { box } = filled(...Array.from({ length: 100 }, () => [newId(), 'x'] as const));
    const first = outbox.due(box, 0);
    expect(first).toHaveLength(32);
    expect(outbox.due(outbox.sent(box, ids(first)), 0)).toEqual([]);
  });

  it('D1, D5: through any cuts and refusals, a relay that keeps ids unique gets each item once, in order', () => {
    const happenings = fc.array(
      fc.constantFrom<Happening>('send', 'ack', 'lose-ack', 'cut', 'refuse', 'wait'),
      {
        maxLength: 120,
      },
    );
    const written = fc.array(fc.constantFrom(one, two), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(written, happenings, (conversations, events) => {
        const items = conversations.map((conversation, index) => itemOf(conversation, String(index)));
        let scene: Scene = {
          box: items.reduce<outbox.Outbox>(outbox.put, []),
          now: 0,
          wire: [],
          journal: [],
        };
        // Whatever happened, a relay that answers in the end gets everything.
        const end = Array.from({ length: 60 }, (): Happening[] => ['wait', 'send', 'ack', 'ack']).flat();
        for (const event of [...events, ...end]) scene = happen(scene, event);
        for (const conversation of [one, two]) {
          const expected = ids(items.filter((item) => item.conversation === conversation));
          expect(scene.journal.filter((id) => expected.includes(id))).toEqual(expected);
        }
        expect(scene.box).toEqual([]);
      }),
    );
  });
});
