import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CacheAnswer, CacheQuery, Find } from '../../protocol/cache-search.ts';
import { MemoryMain, makeEntries, makeEntry, makeHead, makeSnapshot } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const NOTHING: CacheAnswer = { finds: [], named: null, words: [], next: null, whole: true };

let main: MemoryMain;
let desk: Desk;
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  main = new MemoryMain();
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined }, now: () => 100 * 86_400_000 });
  main.snapshot = makeSnapshot();
  stop = desk.start();
  await settle();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const search = () => desk.store.getState().search;

function findOf(text: string, seq = 1): Find {
  const head = makeHead({ status: 'closed', holder: null, closedAt: 5_000, disposition: 'answered' });
  return { entry: makeEntry(head.conversation, seq, { kind: 'message', text }), head, near: false };
}

describe('searching', () => {
  test('letters typed while an answer is under way are asked together after it, and only the last counts', async () => {
    main.answer = ({ text }) => ({ ...NOTHING, finds: [findOf(text)], words: [text] });
    desk.search({ text: 'v' });
    desk.search({ text: 've' });
    desk.search({ text: 'vel' });
    await settle();
    expect(main.inputs('search').map(({ text }) => text)).toEqual(['v', 'vel']);
    expect(search()).toMatchObject({ state: 'idle', asked: { text: 'vel' } });
    expect(search().finds.map(({ entry }) => entry.body)).toEqual([{ kind: 'message', text: 'vel' }]);
  });

  test('pages are added, with the words that each one matched', async () => {
    const pages: CacheAnswer[] = [
      { ...NOTHING, finds: [findOf('un')], words: ['un'], next: { near: false, before: 9 } },
      { ...NOTHING, finds: [findOf('deux')], words: ['deux'] },
    ];
    const after: CacheQuery['after'][] = [];
    main.answer = (query) => {
      after.push(query.after);
      return pages.shift() ?? NOTHING;
    };
    desk.search({ text: 'mot', period: 7 });
    await settle();
    desk.searchMore();
    await settle();
    desk.searchMore();
    await settle();
    expect(after).toEqual([null, { near: false, before: 9 }]);
    expect(main.inputs('search')[0]?.from).toBe(93 * 86_400_000);
    expect(search().finds).toHaveLength(2);
    expect([...search().words]).toEqual(['un', 'deux']);
  });

  test('a page that filters left empty is followed by the next one, and not for ever', async () => {
    main.answer = () => ({ ...NOTHING, next: { near: false, before: 9 } });
    desk.search({ text: 'mot' });
    await settle();
    const asked = main.inputs('search').length;
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(50);
    expect(search().state).toBe('idle');
  });

  test('a cache that does not answer is said so, and the next letter asks again', async () => {
    main.answer = () => {
      throw new Error('the cache is gone');
    };
    desk.search({ text: 'a' });
    await settle();
    expect(search().state).toBe('failed');
    main.answer = () => NOTHING;
    desk.search({ text: 'ab' });
    await settle();
    expect(search().state).toBe('idle');
  });

  test('opens a conversation that no list held, at the entry, and leaves no hole in the history', async () => {
    const find = findOf('vélo', 3);
    const id = find.head.conversation;
    main.journals.set(id, makeEntries(id, 250));
    desk.openFind(find);
    await settle();
    const { selection, heads } = desk.store.getState();
    expect(selection).toMatchObject({ current: id, target: { seq: 3 }, panel: null, pane: 'conversation' });
    expect(heads.closed.get(id)).toEqual(find.head);
    await desk.loadHistory();
    expect(main.inputs('history')).toEqual([{ before: null, limit: 100 }]);
    desk.select(null);
    expect(desk.store.getState().selection.target).toBe(null);
  });

  test('P: what is destroyed, or went to a colleague, is no find any more', async () => {
    const destroyed = findOf('un');
    const gone = findOf('deux');
    const kept = findOf('trois');
    main.answer = () => ({ ...NOTHING, finds: [destroyed, gone, kept], named: destroyed.head });
    desk.search({ text: 'mot' });
    await settle();
    main.emit({ type: 'purged', conversations: [destroyed.head.conversation] });
    main.emit({ type: 'heads', all: false, heads: [], gone: [gone.head.conversation] });
    expect(search().finds).toEqual([kept]);
    expect(search().named).toBe(null);
  });

  test('what a colleague took while the wire was down leaves the results too, and history stays', async () => {
    const open = makeHead();
    const find = {
      ...findOf('vélo'),
      head: open,
      entry: makeEntry(open.conversation, 1, { kind: 'message', text: 'vélo' }),
    };
    const kept = findOf('vélo');
    main.emit({ type: 'heads', all: true, heads: [open], gone: [] });
    main.answer = () => ({ ...NOTHING, finds: [find, kept] });
    desk.search({ text: 'vélo' });
    await settle();
    expect(search().finds).toEqual([find, kept]);
    main.emit({ type: 'heads', all: true, heads: [], gone: [] });
    expect(search().finds).toEqual([kept]);
  });
});
