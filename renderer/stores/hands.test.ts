import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { CommandOutcome } from '../../protocol/ipc.ts';
import { COLLEAGUE, ME, MemoryMain, makeHead, makeSnapshot, PLATFORM, waitingHead } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const [mine, other] = [makeHead(), makeHead()];
const newcomer = waitingHead();
let main: MemoryMain;
let desk: Desk;
let stop: () => void;
let clock: number;
let answers: ((outcome: CommandOutcome) => void)[];

beforeEach(async () => {
  vi.useFakeTimers();
  clock = 1_000_000;
  answers = [];
  main = new MemoryMain();
  main.snapshot = makeSnapshot({ heads: [mine, other, newcomer] });
  const { bridge } = main;
  /** The same, but a decision of the relay comes when the test gives it. */
  const late: typeof bridge = {
    ...bridge,
    request: async (name, input) => {
      const answer = bridge.request(name, input);
      const last = main.asked.at(-1);
      if (last?.name !== 'command' || last.input.kind !== 'take-next') return answer;
      return new Promise((give) => answers.push((outcome) => give(outcome as Awaited<typeof answer>)));
    },
  };
  desk = createDesk({ bridge: late, sounds: { play: () => undefined }, now: () => clock });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
  desk.select(mine.conversation);
  clock += 10_000;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const given = (): CommandOutcome => ({ kind: 'done', id: newId(), conversation: newcomer.conversation });
const shown = () => desk.store.getState().selection.current;
const told = () => desk.store.getState().notices.map(({ content }) => content);
const { conversation, reference } = newcomer;

describe('a take whose answer comes late', () => {
  test('puts the newcomer on screen where the hands waited for it', async () => {
    const taking = desk.takeNext();
    answers[0]?.(given());
    expect(await taking).toBe(true);
    expect(shown()).toBe(conversation);
    expect([desk.endTake(conversation), desk.endTake(conversation)]).toEqual([true, false]);
  });

  const goneOn: Record<string, () => void> = {
    'in the composer': () => desk.type(mine.conversation, 'Votre plainte est'),
    'in another field': () => desk.touch(),
    'to another conversation': () => desk.select(other.conversation),
    'into a dialog': () => desk.openPanel({ kind: 'search' }),
    'to another view': () => desk.changeSelection({ view: 'content' }),
  };
  for (const [where, goOn] of Object.entries(goneOn)) {
    test(`takes nothing off the screen where the hands went on ${where}, and says so`, async () => {
      const taking = desk.takeNext();
      goOn();
      const before = desk.store.getState().selection;
      answers[0]?.(given());
      expect(await taking).toBe(false);
      expect(desk.store.getState().selection).toEqual(before);
      expect(told()).toEqual([{ kind: 'taken', conversation, reference }]);
      expect(desk.endTake(conversation)).toBe(false);
      desk.select(conversation);
      expect(told()).toEqual([]);
    });
  }

  test('is asked for once, however often its key is pressed meanwhile', async () => {
    const taking = Promise.all([desk.takeNext(), desk.takeNext()]);
    answers[0]?.(given());
    expect(await taking).toEqual([true, false]);
    expect(main.inputs('command')).toEqual([{ kind: 'take-next' }]);
    void desk.takeNext();
    expect(main.inputs('command')).toHaveLength(2);
  });
});

test('what a supervisor gives to themselves is to be answered as what they take, what a colleague gets is not', async () => {
  const { conversation } = other;
  const pass = (to: string) => desk.passOn({ kind: 'assign', conversation, to, note: null });
  expect(await pass(COLLEAGUE.officer)).toBe(true);
  expect(desk.endTake(conversation)).toBe(false);
  main.outcome = { kind: 'refused', code: 'wrong-state' };
  expect(await pass(ME.officer)).toBe(false);
  expect(desk.endTake(conversation)).toBe(false);
  main.outcome = { kind: 'queued', id: newId() };
  expect(await pass(ME.officer)).toBe(true);
  expect([desk.endTake(conversation), desk.endTake(conversation)]).toEqual([true, false]);
});

describe('an Enter that was meant for something else', () => {
  test('sends no end of a sentence that was begun in another conversation', async () => {
    desk.type(mine.conversation, 'votre procès-');
    clock += 60;
    desk.select(other.conversation);
    clock += 60;
    desk.type(other.conversation, 'verbal');
    clock += 60;
    expect(await desk.send(other.conversation, false)).toBe(false);
    expect(told()).toEqual([{ kind: 'conversation-changed', reference: other.reference }]);
    expect(desk.store.getState().drafts.get(other.conversation)?.message).toBe('verbal');
    // Read, and pressed again.
    expect(await desk.send(other.conversation, false)).toBe(true);
  });

  test('sends what was written after a text that had left', async () => {
    desk.type(mine.conversation, 'Au revoir.');
    expect(await desk.send(mine.conversation, false)).toBe(true);
    desk.select(other.conversation);
    desk.type(other.conversation, 'Bonjour.');
    expect(await desk.send(other.conversation, false)).toBe(true);
  });

  test('sends no draft when the focus had just come there by itself', async () => {
    desk.type(mine.conversation, 'Non, je ne pense pas que');
    clock += 5_000;
    desk.focusGiven();
    clock += 200;
    expect(await desk.send(mine.conversation, false)).toBe(false);
    expect(told()).toEqual([{ kind: 'focus-moved', reference: mine.reference }]);
    expect(await desk.send(mine.conversation, false)).toBe(true);
    desk.focusGiven();
    desk.type(mine.conversation, 'Oui.');
    expect(await desk.send(mine.conversation, false)).toBe(true);
  });
});

test('where a note was being written it stays one, and that is said', () => {
  desk.type(mine.conversation, 'Au citoyen');
  desk.keepNote(mine.conversation);
  desk.type(mine.conversation, 'Entre nous');
  expect(desk.store.getState().drafts.get(mine.conversation)).toMatchObject({
    mode: 'note',
    note: 'Entre nous',
    message: 'Au citoyen',
  });
  expect(told()).toEqual([{ kind: 'note-kept', reference: mine.reference }]);
});

test('another card stands in once for one that could not leave, and is tried again after a refusal', async () => {
  const item = newId();
  const press = () => desk.sendInstead(item, mine.conversation, PLATFORM.id);
  main.outcome = { kind: 'refused', code: 'rate-limited' };
  await press();
  expect(main.inputs('outbox-drop')).toEqual([]);
  main.outcome = { kind: 'queued', id: newId() };
  await Promise.all([press(), press()]);
  await press();
  expect(main.inputs('command')).toHaveLength(2);
  expect(main.inputs('outbox-drop')).toEqual([{ id: item }]);
});
