import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryMain, makeHead, makeSnapshot } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const [one, two] = [makeHead(), makeHead()];
let main: MemoryMain;
let desk: Desk;
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  main = new MemoryMain();
  main.snapshot = makeSnapshot({ heads: [one, two], given: [two.conversation] });
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const told = () => desk.store.getState().notices.map(({ content }) => content);

test('what was given is told with a way to it, until it is looked at', () => {
  expect(desk.store.getState().given).toEqual(new Set([two.conversation]));
  main.emit({ type: 'given', conversations: [two.conversation, one.conversation] });
  expect(told()).toEqual([{ kind: 'given', conversation: one.conversation, reference: one.reference }]);
  desk.select(one.conversation);
  expect(told()).toEqual([]);
});

test('what went to somebody else again is told no more', () => {
  main.emit({ type: 'given', conversations: [one.conversation] });
  main.emit({ type: 'given', conversations: [] });
  expect(told()).toEqual([]);
  expect(desk.store.getState().given.size).toBe(0);
});

test('the next unread is what was given, before what was looked at and is owed an answer', () => {
  const owed = makeHead({ unansweredSince: 1_000 });
  main.emit({ type: 'heads', all: false, heads: [owed], gone: [] });
  desk.nextUnread();
  expect(desk.store.getState().selection.current).toBe(two.conversation);
});
