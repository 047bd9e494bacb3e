import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import type { Draft } from '../../protocol/ipc.ts';
import { french } from '../i18n/fr/index.ts';
import {
  COLLEAGUE,
  ME,
  MemoryMain,
  makeDraft,
  makeHead,
  makeSnapshot,
  makeState,
  waitingHead,
} from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';
import { dialogText } from './dialogs.ts';
import type { Panel } from './selection.ts';

const [one, two] = [makeHead(), makeHead()];
const { conversation } = one;
const PASS: Panel = { kind: 'assign', conversation };
const NOTE = 'Il faut le rappeler';
let main: MemoryMain;
let desk: Desk;
let stop: () => void;

async function open(drafts: readonly Draft[] = [], heads = [one, two]): Promise<void> {
  main = new MemoryMain();
  main.snapshot = makeSnapshot({ heads, drafts: [...drafts] });
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
}

/** The dialog is open and says so much. */
async function write(): Promise<void> {
  await open();
  desk.select(conversation);
  desk.openPanel(PASS);
  desk.typeInDialog(conversation, 'assign', NOTE);
}

const view = () => desk.store.getState();
const kept = (id = conversation) => dialogText(view(), id, 'assign');
/** Those put aside by now; told a moment after the dialog is gone. */
const aside = async () => {
  await vi.advanceTimersByTimeAsync(0);
  return view().notices.flatMap(({ content }) => (content.kind === 'put-aside' ? [content] : []));
};
const saved = () => main.inputs('draft').at(-1);
const heads = (...changed: readonly (typeof one)[]) =>
  main.emit({ type: 'heads', all: false, heads: [...changed], gone: [] });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('what stands in a dialog that gives way', () => {
  test('is kept for its conversation alone, told, and told no more once it is open again', async () => {
    await write();
    expect(await aside()).toEqual([]);
    desk.select(two.conversation);
    expect(view().selection.panel).toBeNull();
    expect(kept()).toBe(NOTE);
    expect(kept(two.conversation)).toBeNull();
    expect(dialogText(view(), conversation, 'release')).toBeNull();
    expect(await aside()).toMatchObject([{ conversation, dialog: 'assign' }]);

    desk.resumeDialog(conversation, 'assign');
    expect(view().selection).toMatchObject({ current: conversation, panel: PASS });
    expect(kept()).toBe(NOTE);
    expect(await aside()).toEqual([]);
  });

  test('is not told where nothing was typed', async () => {
    await open();
    desk.openPanel(PASS);
    desk.select(two.conversation);
    expect(await aside()).toEqual([]);
  });

  test('goes with the draft into the cache, and comes back with it: after a crash it is told', async () => {
    await write();
    await vi.advanceTimersByTimeAsync(1_000);
    const draft = makeDraft(conversation, { dialogs: { holder: ME.officer, texts: { assign: NOTE } } });
    expect(saved()).toEqual(draft);
    stop();
    await open([draft]);
    expect(kept()).toBe(NOTE);
    expect(await aside()).toMatchObject([{ conversation, reference: one.reference, dialog: 'assign' }]);
  });

  test('that of a hand-over too, about whichever conversation it was', async () => {
    await open();
    desk.openPanel({ kind: 'hand-over' });
    desk.typeInDialog(conversation, 'hand-over', NOTE);
    desk.select(two.conversation);
    expect(await aside()).toMatchObject([{ conversation, dialog: 'hand-over' }]);
    desk.resumeDialog(conversation, 'hand-over');
    expect(view().selection).toMatchObject({ current: conversation, panel: { kind: 'hand-over' } });
  });
});

describe('it is over', () => {
  test('when the dialog is sent or given up, in the cache too', async () => {
    await write();
    desk.typeInDialog(conversation, 'release', 'autre');
    desk.endPanel(PASS);
    expect(view().selection.panel).toBeNull();
    expect([kept(), dialogText(view(), conversation, 'release'), await aside()]).toEqual([null, 'autre', []]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved()?.dialogs?.texts).toEqual({ release: 'autre' });
    desk.endPanel({ kind: 'release', conversation });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved()).toEqual(makeDraft(conversation));
  });

  test('and what was passed on is not told of, though its dialog closes before its answer is there', async () => {
    await write();
    main.outcome = { kind: 'done', id: newId(), conversation };
    const told: string[] = [];
    desk.store.subscribe(({ notices }) => void told.push(...notices.map(({ content }) => content.kind)));
    const passed = desk.passOn({ kind: 'assign', conversation, to: COLLEAGUE.officer, note: NOTE });
    void passed.then(() => desk.endPanel(PASS));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(view().selection.panel).toBeNull();
    expect(kept()).toBeNull();
    expect(told).toContain('passed');
    expect(told).not.toContain('put-aside');
  });

  test('and what was sent from it later, with another one open, leaves that one alone', async () => {
    await write();
    desk.select(two.conversation);
    desk.openPanel({ kind: 'search' });
    desk.endPanel(PASS);
    expect(view().selection.panel).toEqual({ kind: 'search' });
    expect([kept(), await aside()]).toEqual([null, []]);
  });

  test('when the conversation is closed', async () => {
    await write();
    desk.select(two.conversation);
    heads({ ...one, status: 'closed', holder: null });
    expect([kept(), await aside()]).toEqual([null, []]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved()).toEqual(makeDraft(conversation));
  });

  test('when it goes out of these hands, also once it is back in them', async () => {
    await write();
    desk.select(two.conversation);
    heads({ ...one, holder: COLLEAGUE });
    expect([kept(), await aside()]).toEqual([null, []]);
    heads(one);
    expect(kept()).toBeNull();
  });

  test('for a supervisor, when one that they do not hold goes into other hands', async () => {
    const waiting = waitingHead();
    await open([], [waiting]);
    desk.typeInDialog(waiting.conversation, 'assign', NOTE);
    expect(kept(waiting.conversation)).toBe(NOTE);
    heads({ ...waiting, status: 'active', holder: COLLEAGUE });
    heads(waiting);
    expect(kept(waiting.conversation)).toBeNull();
  });

  test('when the conversation is destroyed, or its officer signs out', async () => {
    await write();
    main.emit({ type: 'purged', conversations: [conversation] });
    expect(view().drafts.size).toBe(0);
    stop();
    await write();
    main.emit({ type: 'state', state: makeState({ self: { ...ME, officer: newId() } }) });
    expect([view().drafts.size, await aside()]).toEqual([0, []]);
  });
});

describe('Q5, Q6: what is typed for colleagues goes along', () => {
  const line = french.dialogs.handOver.noteDraft(NOTE);

  test('with a hand-over, once, whatever dialog it stands in; a reference of a request does not', async () => {
    await write();
    desk.typeInDialog(conversation, 'export', 'REQ-2026-014');
    main.outcome = { kind: 'done', id: newId(), conversation };
    expect(await desk.handOver('relief')).toBe(true);
    expect(main.inputs('command')).toMatchObject([{ notes: [{ conversation, text: line }] }]);
    expect(view().drafts.size).toBe(0);
  });

  test('where the relay took the conversation from a desk that was gone', async () => {
    await write();
    main.emit({ type: 'heads', all: true, heads: [two], gone: [] });
    main.emit({
      type: 'left',
      conversations: [{ conversation, reference: one.reference, open: true }],
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(main.inputs('leave-draft')).toEqual([{ conversation, text: line }]);
    expect(view().drafts.size).toBe(0);
  });
});
