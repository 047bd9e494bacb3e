import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UNDO_TIME } from './closing.ts';
import { COLLEAGUE, MemoryMain, makeHead, makeSnapshot } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

let main: MemoryMain;
let desk: Desk;
let stop: () => void;
const head = makeHead({ lastCitizenSeq: 3, lastSeq: 3 });
const { conversation } = head;

async function begin(): Promise<void> {
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  main.snapshot = makeSnapshot({ heads: [head] });
  main.outcome = { kind: 'done', id: conversation, conversation };
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(async () => {
  vi.useFakeTimers();
  main = new MemoryMain();
  await begin();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const closures = () => main.inputs('command').filter(({ kind }) => kind === 'close');
const notices = () => desk.store.getState().notices.map(({ content }) => content.kind);
const closeLater = () => desk.closeLater({ conversation, disposition: 'answered', comment: null });

test('a closure is sent when the time to undo it is over, and not before', async () => {
  closeLater();
  await vi.advanceTimersByTimeAsync(UNDO_TIME - 1);
  expect(closures()).toEqual([]);
  expect(desk.store.getState().closing.get(conversation)?.reference).toBe(head.reference);
  await vi.advanceTimersByTimeAsync(1);
  expect(closures()).toEqual([{ kind: 'close', conversation, disposition: 'answered', comment: null }]);
  expect(desk.store.getState().closing.size).toBe(0);
});

test('undone, it is never sent; asked for anew, its time begins anew', async () => {
  closeLater();
  await vi.advanceTimersByTimeAsync(UNDO_TIME / 2);
  desk.undoClose();
  expect(notices()).toEqual(['closing-undone']);
  expect(desk.store.getState().unclosed.get(conversation)).toMatchObject({ disposition: 'answered' });
  closeLater();
  expect(desk.store.getState().unclosed.size).toBe(0);
  await vi.advanceTimersByTimeAsync(UNDO_TIME - 1);
  expect(closures()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(closures()).toHaveLength(1);
});

test('a word of the citizen stops it, and it is told; an officer’s does not', async () => {
  closeLater();
  main.emit({ type: 'heads', all: false, heads: [{ ...head, lastSeq: 4 }], gone: [] });
  expect(desk.store.getState().closing.size).toBe(1);
  main.emit({ type: 'heads', all: false, heads: [{ ...head, lastSeq: 5, lastCitizenSeq: 5 }], gone: [] });
  await vi.advanceTimersByTimeAsync(UNDO_TIME);
  expect(closures()).toEqual([]);
  expect(notices()).toEqual(['closing-stopped']);
});

test('S4: whoever left in a hurry and is back is not closed upon', async () => {
  const gone = { ...head, left: 'quick-exit', mayReturn: true } as const;
  main.emit({ type: 'heads', all: false, heads: [gone], gone: [] });
  closeLater();
  main.emit({ type: 'heads', all: false, heads: [{ ...gone, left: null, lastSeq: 5 }], gone: [] });
  await vi.advanceTimersByTimeAsync(UNDO_TIME);
  expect(closures()).toEqual([]);
  expect(notices()).toEqual(['closing-stopped']);
});

test.each([
  [
    'in a colleague’s hands',
    () => main.emit({ type: 'heads', all: false, heads: [{ ...head, holder: COLLEAGUE }], gone: [] }),
  ],
  ['out of sight', () => main.emit({ type: 'heads', all: false, heads: [], gone: [conversation] })],
  ['destroyed', () => main.emit({ type: 'purged', conversations: [conversation] })],
  [
    'of an officer who signed out',
    () => main.emit({ type: 'state', state: { ...makeSnapshot().state, self: null } }),
  ],
])('%s, it is not closed', async (_, happens) => {
  closeLater();
  happens();
  await vi.advanceTimersByTimeAsync(UNDO_TIME);
  expect(closures()).toEqual([]);
});

test('in other hands before its time, it is told that it was not closed', async () => {
  closeLater();
  main.emit({ type: 'heads', all: false, heads: [{ ...head, holder: COLLEAGUE }], gone: [] });
  expect(notices()).toContain('closing-passed');
});

test('a window that comes after a crash knows of no closure', async () => {
  closeLater();
  vi.clearAllTimers();
  stop();
  await begin();
  await vi.advanceTimersByTimeAsync(UNDO_TIME * 2);
  expect(closures()).toEqual([]);
});

test('what was said of a closure that the relay did not take is there when it is closed again', async () => {
  const ending = { conversation, disposition: 'abusive', comment: 'Menaces.', abuse: 'threats' } as const;
  main.outcome = { kind: 'refused', code: 'offline' };
  desk.closeLater(ending);
  await vi.advanceTimersByTimeAsync(UNDO_TIME);
  expect(desk.store.getState().unclosed.get(conversation)).toEqual(ending);
  main.outcome = { kind: 'done', id: conversation, conversation };
  desk.closeLater(ending);
  await vi.advanceTimersByTimeAsync(UNDO_TIME);
  expect(desk.store.getState().unclosed.size).toBe(0);

  main.outcome = { kind: 'refused', code: 'offline' };
  desk.closeLater(ending);
  await vi.advanceTimersByTimeAsync(UNDO_TIME);
  main.emit({ type: 'heads', all: false, heads: [{ ...head, status: 'closed' }], gone: [] });
  expect(desk.store.getState().unclosed.size).toBe(0);
});
