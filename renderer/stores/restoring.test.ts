import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryMain, makeDraft, makeHead, makeSnapshot, makeState } from './desk.testkit.ts';
import { createDesk } from './desk.ts';
import type { Lasting } from './restoring.ts';

let kept: string | null;
const lasting: Lasting = {
  get: () => kept,
  set: (conversation) => {
    kept = conversation;
  },
};
let stops: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  kept = null;
  stops = [];
});
afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
});

/** A window's life on a main that lives on. */
async function open(snapshot: Parameters<typeof makeSnapshot>[0]) {
  const main = new MemoryMain();
  main.snapshot = makeSnapshot(snapshot);
  const desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined }, lasting });
  stops.push(desk.start());
  await vi.advanceTimersByTimeAsync(0);
  return desk;
}

const kinds = (desk: Awaited<ReturnType<typeof open>>) =>
  desk.store.getState().notices.map(({ content }) => content.kind);

test('after a crash the same conversation is on screen with its draft, and the officer is told', async () => {
  const head = makeHead();
  const before = await open({ heads: [head] });
  expect(kinds(before)).toEqual([]);
  before.select(head.conversation);
  const drafts = [makeDraft(head.conversation, { message: 'brouillon' })];
  const after = await open({ heads: [head], drafts });
  const { selection, drafts: shown } = after.store.getState();
  expect(selection.current).toBe(head.conversation);
  expect(shown.get(head.conversation)?.message).toBe('brouillon');
  expect(kinds(after)).toEqual(['restored']);
});

test('a conversation that went away meanwhile is not put on screen', async () => {
  const head = makeHead();
  (await open({ heads: [head] })).select(head.conversation);
  const after = await open({ heads: [] });
  expect(after.store.getState().selection.current).toBe(null);
  expect(kinds(after)).toEqual(['restored']);
});

test('nothing of one officer’s screen is kept for the next one', async () => {
  const head = makeHead();
  const before = await open({ heads: [head] });
  before.select(head.conversation);
  before.select(null);
  expect(kept).toBe('');
  expect(kinds(await open({ state: makeState({ self: null }) }))).toEqual([]);
});
