import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { CommandOutcome } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { COLLEAGUE, MemoryMain, makeHead, makeSnapshot } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const [one, two] = [makeHead(), makeHead()];
let main: MemoryMain;
let desk: Desk;
let stop = () => {};

async function start(heads = [one, two]): Promise<void> {
  main = new MemoryMain();
  main.snapshot = makeSnapshot({ heads });
  main.outcome = { kind: 'done', id: newId(), conversation: one.conversation };
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
}
const told = () => desk.store.getState().notices.map(({ content }) => content.kind);
const draftOf = (conversation: string) => desk.store.getState().drafts.get(conversation)?.message ?? '';
const commands = () => main.inputs('command');
/** What the relay says once it is done. */
async function gone(...heads: readonly { conversation: string; reference: string }[]): Promise<void> {
  main.emit({ type: 'heads', all: false, heads: [], gone: heads.map((head) => head.conversation) });
  main.emit({
    type: 'left',
    conversations: heads.map(({ conversation, reference }) => ({ conversation, reference, open: true })),
  });
  await vi.advanceTimersByTimeAsync(0);
}

/** The relay takes its time: it answers when the test says so. */
function slow(): () => void {
  const answered = Promise.withResolvers<CommandOutcome>();
  const ask = main.bridge.request;
  Object.assign(main.bridge, {
    request: async (name: never, input: never) => {
      const outcome = await ask(name, input);
      return name === 'command' ? answered.promise : outcome;
    },
  });
  return () => answered.resolve({ kind: 'done', id: newId(), conversation: one.conversation });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('Q5, Q6: nothing begun is lost by a hand-over', () => {
  test('what is too long for its notes goes whole as a note of its own, and nothing of it goes twice', async () => {
    await start();
    const long = `${'a'.repeat(LIMITS.handOverNoteCharacters)} FIN`;
    desk.type(one.conversation, long);
    desk.type(two.conversation, 'court');
    await desk.handOver('relief', 'relève');
    expect(JSON.stringify(commands())).not.toContain('aaa');
    expect(JSON.stringify(commands())).toContain('court');
    expect(draftOf(two.conversation)).toBe('');
    await gone(one, two);
    expect(main.inputs('leave-draft')).toMatchObject([
      { conversation: one.conversation, text: expect.stringContaining('FIN') },
    ]);
    expect(draftOf(one.conversation)).toBe('');
  });

  test('what is longer than a note goes whole in the place of the draft', async () => {
    await start([one]);
    const long = `${'a'.repeat(LIMITS.textCharacters)} FIN`;
    desk.type(one.conversation, long);
    await desk.handOver('shift-end');
    await gone(one);
    expect(commands().filter(({ kind }) => kind === 'note')).toEqual([]);
    expect(main.inputs('leave-draft')).toMatchObject([{ text: expect.stringContaining(long) }]);
  });

  test('drafts of more conversations than notes go along', async () => {
    const heads = Array.from({ length: LIMITS.handOverNotes + 2 }, () => makeHead());
    await start(heads);
    for (const { conversation, reference } of heads) desk.type(conversation, `brouillon de ${reference}`);
    await desk.handOver('relief');
    await gone(...heads);
    const sent = JSON.stringify([commands(), main.inputs('leave-draft')]);
    for (const { reference } of heads) expect(sent).toContain(`brouillon de ${reference}`);
  });

  test('what is typed while the act is on its way goes too', async () => {
    await start([one]);
    const answer = slow();
    const handing = desk.handOver('relief');
    await vi.advanceTimersByTimeAsync(0);
    desk.type(one.conversation, 'il est armé');
    // The relay's frames may come before its answer.
    await gone(one);
    expect(main.inputs('leave-draft')).toEqual([]);
    answer();
    await handing;
    await vi.advanceTimersByTimeAsync(0);
    expect(main.inputs('leave-draft')).toMatchObject([{ text: expect.stringContaining('armé') }]);
  });
});

test('a relay that is slow to answer is told of, and asked once', async () => {
  await start();
  const answer = slow();
  const both = Promise.all([desk.handOver('relief'), desk.handOver('relief')]);
  await vi.advanceTimersByTimeAsync(200);
  expect(told()).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(told()).toEqual(['handing-over']);
  answer();
  expect(await both).toEqual([true, true]);
  expect(told()).toEqual(['handed-over']);
  expect(commands()).toHaveLength(1);
});

test('what was opened while the relay took its time stays on screen; nothing of what was handed over does', async () => {
  const theirs = makeHead({ holder: COLLEAGUE });
  for (const opened of [theirs.conversation, null]) {
    await start([one, theirs]);
    desk.select(one.conversation);
    const answer = slow();
    const handing = desk.handOver('relief');
    await vi.advanceTimersByTimeAsync(1_000);
    if (opened !== null) desk.select(opened);
    answer();
    expect(await handing).toBe(true);
    expect(desk.store.getState().selection.current).toBe(opened);
    stop();
  }
});

test('what was closed a moment ago is closed, and not handed over; signing out closes it too', async () => {
  const ending = { conversation: two.conversation, disposition: 'answered', comment: null } as const;
  await start();
  desk.type(two.conversation, 'trop tard');
  desk.closeLater(ending);
  // The relay's word that it is closed comes after its answer.
  await desk.handOver('relief');
  expect(commands()).toMatchObject([{ kind: 'close' }, { kind: 'hand-over', notes: [] }]);
  expect(desk.store.getState().notices.map(({ content }) => content)).toContainEqual({
    kind: 'handed-over',
    count: 1,
  });
  stop();
  // The last one: there is nothing to hand over.
  await start([two]);
  desk.closeLater(ending);
  expect(await desk.handOver('relief')).toBe(true);
  expect(commands()).toMatchObject([{ kind: 'close' }]);
  expect(main.inputs('presence')).toEqual([{ presence: 'finishing' }]);
  stop();
  await start();
  desk.closeLater(ending);
  await desk.signOut(false);
  expect(main.asked.map(({ name }) => name).filter((name) => /command|sign-out/.test(name))).toEqual([
    'command',
    'sign-out',
  ]);
  // Its undo is over with it.
  await vi.advanceTimersByTimeAsync(10_000);
  expect(commands()).toHaveLength(1);
});
