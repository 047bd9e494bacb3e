import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Head } from '../../protocol/head.ts';
import { UNDO_TIME } from './closing.ts';
import { MemoryMain, makeHead, makeSnapshot } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

let main: MemoryMain;
let desk: Desk;
let stop: () => void = () => undefined;

const waitingHead = (over: Partial<Head> = {}) =>
  makeHead({ status: 'waiting', holder: null, unansweredSince: null, ...over });

/** The officer of the testkit has room for four. */
async function begin(heads: readonly Head[]): Promise<void> {
  main = new MemoryMain();
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  main.snapshot = makeSnapshot({ heads: [...heads] });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const sent = () => main.inputs('command').map(({ kind }) => kind);
const shown = () => desk.store.getState().selection.current;
const notices = () => desk.store.getState().notices.map(({ content }) => content.kind);

const full = () => [makeHead(), makeHead(), makeHead(), makeHead()] as const;

/** On a desk that is full, with one of its conversations on screen and somebody who waits and can be taken. */
async function beginFull() {
  const mine = full();
  const next = waitingHead();
  await begin([...mine, next]);
  desk.select(mine[0].conversation);
  main.outcome = { kind: 'done', id: next.conversation, conversation: next.conversation };
  return { mine, next };
}

/** As the dialog does. */
function resolveAndNext({ conversation }: Head): Promise<boolean> {
  desk.closeLater({ conversation, disposition: 'answered', comment: null });
  return desk.showNext(conversation);
}

test('Q4: whoever is full takes the next when the closure is done, not while it can be undone', async () => {
  const { mine, next } = await beginFull();
  const gone = resolveAndNext(mine[0]);
  await vi.advanceTimersByTimeAsync(UNDO_TIME - 1);
  expect(sent()).toEqual([]);
  expect(shown()).toBeNull();
  expect(notices()).toEqual(['next-when-closed']);
  await vi.advanceTimersByTimeAsync(1);
  expect(await gone).toBe(true);
  expect(sent()).toEqual(['close', 'take-next']);
  expect(shown()).toBe(next.conversation);
});

test('undone, nobody is taken and it is on screen again', async () => {
  const { mine } = await beginFull();
  const gone = resolveAndNext(mine[0]);
  await vi.advanceTimersByTimeAsync(UNDO_TIME / 2);
  desk.undoClose();
  expect(await gone).toBe(true);
  await vi.advanceTimersByTimeAsync(UNDO_TIME);
  expect(sent()).toEqual([]);
  expect(shown()).toBe(mine[0].conversation);
});

test('whoever went on to another conversation meanwhile keeps it, and hears of the one that was taken', async () => {
  const { mine } = await beginFull();
  const gone = resolveAndNext(mine[0]);
  desk.select(mine[1].conversation);
  await vi.advanceTimersByTimeAsync(UNDO_TIME);
  expect(await gone).toBe(false);
  expect(sent()).toEqual(['close', 'take-next']);
  expect(shown()).toBe(mine[1].conversation);
  expect(notices()).toContain('taken');
});

test('with room, or with an emergency in the queue, the next is taken at once', async () => {
  const mine = full();
  await begin([...mine.slice(1), waitingHead()]);
  void resolveAndNext(mine[1]);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent()).toEqual(['take-next']);
  stop();
  await begin([...mine, waitingHead({ emergency: 'flagged' })]);
  void resolveAndNext(mine[0]);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent()).toEqual(['take-next']);
});

test('S4: whoever is gone from the queue is not waited for: another of mine comes on screen', async () => {
  const [done, other] = [makeHead(), makeHead()];
  await begin([done, other, waitingHead({ left: 'ended', returned: true })]);
  expect(await resolveAndNext(done)).toBe(true);
  expect(sent()).toEqual([]);
  expect(shown()).toBe(other.conversation);
});

test('where nobody could be taken after all, another of mine comes on screen', async () => {
  const [done, other] = [makeHead(), makeHead()];
  await begin([done, other, waitingHead()]);
  desk.select(done.conversation);
  main.outcome = { kind: 'refused', code: 'for-group' };
  expect(await resolveAndNext(done)).toBe(true);
  expect(shown()).toBe(other.conversation);
});
