import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { OutboxItem } from '../../protocol/ipc.ts';
import { COLLEAGUE, MemoryMain, makeHead, makeSnapshot } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const head = makeHead();
const { conversation } = head;
const refused: OutboxItem = {
  id: newId(),
  conversation,
  command: { kind: 'message', conversation, text: 'Restez où vous êtes.' },
  at: 1_000,
  state: 'refused',
  code: 'not-holder',
};
let main: MemoryMain;
let desk: Desk;
let stop: () => void;

async function start(snapshot: Partial<typeof main.snapshot>): Promise<void> {
  main = new MemoryMain();
  main.snapshot = makeSnapshot(snapshot);
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
}
const told = () => desk.store.getState().notices.filter(({ content }) => content.kind === 'stranded');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('a text for a conversation that went elsewhere is told with its words, once, and ends when it is put away', async () => {
  await start({ heads: [head], outbox: [{ ...refused, state: 'sending', code: null }] });
  main.emit({ type: 'outbox', items: [refused] });
  // The journal still shows it, with what to do about it.
  expect(told()).toEqual([]);
  main.emit({ type: 'heads', all: true, heads: [], gone: [] });
  main.emit({ type: 'heads', all: true, heads: [], gone: [] });
  expect(told().map(({ content }) => content)).toMatchObject([
    { text: 'Restez où vous êtes.', item: refused.id },
  ]);
  desk.dismiss(told()[0]?.id ?? 0);
  expect(told()).toEqual([]);
  expect(main.inputs('outbox-drop')).toEqual([{ id: refused.id }]);
});

test('a supervisor, who sees it go to a colleague, is told as well; what one closed oneself is not elsewhere', async () => {
  await start({ heads: [head], outbox: [refused] });
  expect(told()).toEqual([]);
  main.emit({ type: 'heads', all: false, heads: [{ ...head, status: 'closed', holder: null }], gone: [] });
  expect(told()).toEqual([]);
  main.emit({ type: 'heads', all: false, heads: [{ ...head, holder: COLLEAGUE }], gone: [] });
  expect(told()).toHaveLength(1);
});

test('one that was refused before the desk started is told too, and a purge takes its words', async () => {
  await start({ outbox: [refused] });
  expect(told()).toHaveLength(1);
  main.emit({ type: 'purged', conversations: [conversation] });
  expect(told()).toEqual([]);
});

test('whoever signs in again in the same window is told again: the notice went with them, the words did not', async () => {
  await start({ outbox: [refused] });
  const here = makeSnapshot().state;
  // As main lets an officer go, and has them back.
  main.emit({ type: 'outbox', items: [] });
  main.emit({ type: 'state', state: { ...here, self: null, notice: 'session-expired' } });
  expect(told()).toEqual([]);
  main.emit({ type: 'state', state: here });
  main.emit({ type: 'heads', all: true, heads: [], gone: [] });
  main.emit({ type: 'outbox', items: [refused] });
  expect(told()).toHaveLength(1);
});
