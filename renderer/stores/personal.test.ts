import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findPersonal } from '../../protocol/personal.ts';
import { HOLDER, MemoryMain, makeEntry, makeHead, makeSnapshot, PLATFORM } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';
import { isRevealed } from './revealing.ts';

const TEXT = 'Appelez le 06 12 34 56 78.';
const KEY = findPersonal(TEXT)[0]?.key ?? '';

let main: MemoryMain;
let desk: Desk;
let stop: () => void;
const head = makeHead();

beforeEach(async () => {
  vi.useFakeTimers();
  main = new MemoryMain();
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  main.snapshot = makeSnapshot({ heads: [head] });
  main.journals.set(head.conversation, [makeEntry(head.conversation, 1, { kind: 'message', text: TEXT })]);
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
  desk.select(head.conversation);
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const masked = () => ({
  conversation: head.conversation,
  message: main.journals.get(head.conversation)?.[0]?.id ?? '',
  item: 'phone' as const,
  position: 0,
});
const commands = () => main.inputs('command');

describe('looking at personal data', () => {
  test('V2: is noted once, then shows; covering it again and looking again is the same look', async () => {
    expect(isRevealed(desk.store.getState(), masked())).toBe(false);
    await desk.reveal(masked());
    expect(isRevealed(desk.store.getState(), masked())).toBe(true);
    desk.conceal(masked());
    expect(isRevealed(desk.store.getState(), masked())).toBe(false);
    await desk.reveal(masked());
    expect(isRevealed(desk.store.getState(), masked())).toBe(true);
    expect(commands()).toEqual([{ kind: 'reveal', ...masked() }]);
  });

  test('V2: what cannot be noted does not show', async () => {
    main.outcome = { kind: 'refused', code: 'rate-limited' };
    await desk.reveal(masked());
    expect(isRevealed(desk.store.getState(), masked())).toBe(false);
  });

  test('V2: one’s own earlier look counts, a colleague’s does not', async () => {
    const { conversation, ...body } = masked();
    const look = (officer: typeof HOLDER) =>
      makeEntry(conversation, 2, { kind: 'reveal', ...body }, { role: 'officer', ...officer });
    const tell = (officer: typeof HOLDER) =>
      main.emit({ type: 'entries', conversation, after: 1, through: 2, entries: [look(officer)] });
    tell({ ...HOLDER, officer: makeHead().conversation });
    expect(isRevealed(desk.store.getState(), masked())).toBe(false);
    main.emit({ type: 'reset', conversations: [conversation] });
    await vi.advanceTimersByTimeAsync(0);
    tell(HOLDER);
    expect(isRevealed(desk.store.getState(), masked())).toBe(true);
    main.emit({ type: 'purged', conversations: [conversation] });
    expect(desk.store.getState().revealed.size).toBe(0);
  });
});

describe('personal data of another conversation', () => {
  const warned = () => desk.store.getState().warned.get(head.conversation);
  const draft = () => desk.store.getState().drafts.get(head.conversation)?.message;

  test('V3: is not sent before a second word; the text stays, and what was said is noted with it', async () => {
    main.elsewhere = [KEY];
    desk.type(head.conversation, TEXT);
    expect(await desk.send(head.conversation, true)).toBe(false);
    expect(warned()).toEqual(['phone']);
    expect(draft()).toBe(TEXT);
    expect(await desk.send(head.conversation, true)).toBe(false);
    expect(commands()).toEqual([]);
    expect(await desk.sendAnyway(head.conversation)).toBe(true);
    expect(commands()).toEqual([
      { kind: 'message', conversation: head.conversation, text: TEXT, carries: ['phone'] },
    ]);
    expect(warned()).toBeUndefined();
    expect(draft()).toBeUndefined();
  });

  test('V3: changing the text takes the warning back; this conversation’s own data needs none', async () => {
    main.elsewhere = [KEY];
    desk.type(head.conversation, TEXT);
    await desk.send(head.conversation, true);
    desk.type(head.conversation, 'Bonjour');
    expect(warned()).toBeUndefined();
    main.elsewhere = [];
    desk.type(head.conversation, TEXT);
    expect(await desk.send(head.conversation, true)).toBe(true);
    expect(commands()).toEqual([{ kind: 'message', conversation: head.conversation, text: TEXT }]);
  });

  test('V3: two sends at once are one; a note is among officers', async () => {
    main.elsewhere = [];
    desk.type(head.conversation, TEXT);
    const sent = await Promise.all([desk.send(head.conversation, true), desk.send(head.conversation, true)]);
    expect(sent.filter(Boolean)).toHaveLength(1);
    expect(commands()).toHaveLength(1);
    main.elsewhere = [KEY];
    desk.setMode(head.conversation, 'note');
    desk.type(head.conversation, TEXT);
    expect(await desk.send(head.conversation, true)).toBe(true);
    expect(commands().at(-1)).toEqual({ kind: 'note', conversation: head.conversation, text: TEXT });
  });

  test('V3: the service’s own numbers are nobody’s, whoever typed them too', async () => {
    main.elsewhere = [KEY];
    const content = {
      version: '2',
      platforms: [{ ...PLATFORM, phone: '06 12 34 56 78' }],
      responses: [],
      tags: [],
    };
    main.emit({ type: 'content', content });
    desk.type(head.conversation, TEXT);
    expect(await desk.send(head.conversation, true)).toBe(true);
    expect(main.inputs('elsewhere')).toEqual([]);
  });
});
