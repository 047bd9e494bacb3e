import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  CONTENT,
  MemoryMain,
  makeDraft,
  makeEntries,
  makeHead,
  makeSnapshot,
  PLATFORM,
  waitingHead,
} from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

let main: MemoryMain;
let desk: Desk;
let now: number;
let stop: () => void;

/** Lets everything that is already decided happen: promises answered from memory need no time. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

async function begin(change: Parameters<typeof makeSnapshot>[0] = {}): Promise<void> {
  main.snapshot = makeSnapshot(change);
  stop = desk.start();
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  now = 10_000_000;
  main = new MemoryMain();
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined }, now: () => now });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

function notices(): string[] {
  return desk.store.getState().notices.map(({ content }) => content.kind);
}

describe('starting', () => {
  test('what comes before the snapshot is applied after it', async () => {
    const head = makeHead();
    stop = desk.start();
    main.emit({ type: 'heads', all: false, heads: [head], gone: [] });
    await settle();
    expect(desk.store.getState().heads.open.has(head.conversation)).toBe(true);
  });

  test('reads the journals of what I hold, so that a switch waits for nothing', async () => {
    const head = makeHead({ lastSeq: 3 });
    main.journals.set(head.conversation, makeEntries(head.conversation, 3));
    await begin({ heads: [head, waitingHead()] });
    expect(desk.store.getState().journals.get(head.conversation)?.cursor).toBe(3);
    expect(main.inputs('entries')).toHaveLength(1);
  });
});

describe('reading', () => {
  test('R3: a gap makes the journal be read again from the cache', async () => {
    const head = makeHead({ lastSeq: 5 });
    const id = head.conversation;
    const all = makeEntries(id, 5);
    main.journals.set(id, all.slice(0, 3));
    await begin({ heads: [head] });
    main.journals.set(id, all);
    main.emit({ type: 'entries', conversation: id, after: 4, through: 5, entries: all.slice(4) });
    await settle();
    expect(desk.store.getState().journals.get(id)).toMatchObject({ cursor: 5, loading: false });
  });

  test('a main that goes on contradicting its cache is not asked for ever', async () => {
    const head = makeHead();
    const id = head.conversation;
    main.journals.set(id, makeEntries(id, 1));
    await begin({ heads: [head] });
    const before = main.inputs('entries').length;
    main.emit({
      type: 'entries',
      conversation: id,
      after: 7,
      through: 8,
      entries: makeEntries(id, 8).slice(7),
    });
    main.emit({
      type: 'entries',
      conversation: id,
      after: 8,
      through: 9,
      entries: makeEntries(id, 9).slice(8),
    });
    await settle();
    expect(main.inputs('entries').length - before).toBeLessThanOrEqual(4);
    expect(desk.store.getState().journals.get(id)?.loading).toBe(false);
  });

  test('says what was read once, and only for what I hold', async () => {
    const mine = makeHead({ lastSeq: 2 });
    const waiting = waitingHead();
    await begin({ heads: [mine, waiting] });
    desk.markRead(mine.conversation, 2);
    desk.markRead(mine.conversation, 2);
    desk.markRead(mine.conversation, 1);
    desk.markRead(waiting.conversation, 1);
    expect(main.inputs('read')).toEqual([{ conversation: mine.conversation, seq: 2 }]);
  });
});

describe('writing', () => {
  let first: ReturnType<typeof makeHead>;
  let second: ReturnType<typeof makeHead>;

  beforeEach(async () => {
    first = makeHead();
    second = makeHead();
    await begin({
      heads: [first, second],
      drafts: [makeDraft(second.conversation, { message: 'brouillon' })],
    });
    desk.select(first.conversation);
    now += 5_000;
  });

  test('sends what was typed, empties the composer and its saved draft', async () => {
    desk.type(first.conversation, 'Bonjour');
    expect(await desk.send(first.conversation, false)).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(main.inputs('command')).toEqual([
      { kind: 'message', conversation: first.conversation, text: 'Bonjour' },
    ]);
    expect(desk.store.getState().drafts.has(first.conversation)).toBe(false);
    expect(main.inputs('draft').at(-1)).toEqual(makeDraft(first.conversation));
  });

  test('a refused message comes back into the composer, before what was typed since', async () => {
    main.outcome = { kind: 'refused', code: 'not-holder' };
    desk.type(first.conversation, 'Bonjour');
    const sending = desk.send(first.conversation, false);
    desk.type(first.conversation, 'suite');
    expect(await sending).toBe(false);
    expect(desk.store.getState().drafts.get(first.conversation)?.message).toBe('Bonjour\nsuite');
    expect(notices()).toEqual(['refused']);
  });

  test('a text never leaves by another conversation’s composer than the one on screen', async () => {
    desk.type(first.conversation, 'pour le premier');
    desk.select(second.conversation);
    expect(await desk.send(first.conversation, true)).toBe(false);
    expect(main.inputs('command')).toEqual([]);
    expect(notices()).toEqual(['conversation-changed']);
  });

  test('an Enter right after a switch is refused once, with a sentence; the second one is meant', async () => {
    desk.type(first.conversation, 'pour le premier');
    desk.select(second.conversation);
    now += 100;
    expect(await desk.send(second.conversation, false)).toBe(false);
    expect(notices()).toEqual(['conversation-changed']);
    expect(await desk.send(second.conversation, false)).toBe(true);
    expect(main.inputs('command')).toEqual([
      { kind: 'message', conversation: second.conversation, text: 'brouillon' },
    ]);
  });

  test('a variable still between braces stops the message and is named', async () => {
    desk.type(first.conversation, 'Venez au {station}.');
    expect(await desk.send(first.conversation, false)).toBe(false);
    expect(main.inputs('command')).toEqual([]);
    expect(desk.store.getState().notices[0]?.content).toEqual({
      kind: 'missing-variables',
      names: ['station'],
    });
  });

  test('a variable that the officer’s hand changed stops it too', async () => {
    for (const text of ['Venez au { Station }.', 'Venez au {station', 'Venez au {station|poste}.']) {
      desk.type(first.conversation, text);
      expect(await desk.send(first.conversation, false), text).toBe(false);
    }
    expect(main.inputs('command')).toEqual([]);
    desk.type(first.conversation, 'Venez au commissariat de Lille.');
    expect(await desk.send(first.conversation, false)).toBe(true);
  });

  describe('a card whose link is dead', () => {
    const spare = { ...PLATFORM, id: 'spare', nameFr: 'Remplaçante' };
    const dead = (platform: string) => {
      return { platform, state: 'dead' as const, reason: 'status' as const, status: 404, checkedAt: 1 };
    };
    const content = {
      ...CONTENT,
      version: '2',
      platforms: [{ ...PLATFORM, fallback: spare.id }, spare],
      health: [dead(PLATFORM.id)],
    };

    test('is not attached; the officer is told which one to send instead', () => {
      main.emit({ type: 'content', content });
      desk.attach(first.conversation, PLATFORM.id);
      expect(desk.store.getState().drafts.get(first.conversation)?.platform ?? null).toBeNull();
      expect(desk.store.getState().notices[0]?.content).toEqual({
        kind: 'link-blocked',
        name: 'THESEE',
        fallback: 'Remplaçante',
      });
      desk.attach(first.conversation, spare.id);
      expect(desk.store.getState().drafts.get(first.conversation)?.platform).toBe(spare.id);
    });

    test('and attached before it died, it holds the whole answer back', async () => {
      desk.type(first.conversation, 'Voici la fiche.');
      desk.attach(first.conversation, PLATFORM.id);
      main.emit({ type: 'content', content });
      expect(await desk.send(first.conversation, false)).toBe(false);
      expect(main.inputs('command')).toEqual([]);
      expect(desk.store.getState().drafts.get(first.conversation)?.message).toBe('Voici la fiche.');
      expect(notices()).toEqual(['link-blocked']);
    });
  });

  test('a note goes as a note, and the next one too', async () => {
    desk.setMode(first.conversation, 'note');
    desk.type(first.conversation, 'entre nous');
    await desk.send(first.conversation, false);
    expect(main.inputs('command')).toEqual([
      { kind: 'note', conversation: first.conversation, text: 'entre nous' },
    ]);
    expect(desk.store.getState().drafts.get(first.conversation)?.mode).toBe('note');
    expect(main.inputs('typing')).toEqual([]);
  });

  test('an attached card leaves after the text', async () => {
    desk.type(first.conversation, 'Voici la fiche.');
    desk.attach(first.conversation, PLATFORM.id);
    await desk.send(first.conversation, false);
    expect(main.inputs('command').map(({ kind }) => kind)).toEqual(['message', 'redirection']);
  });

  test('drafts are saved a little later, and at once on a switch', async () => {
    desk.type(first.conversation, 'B');
    desk.type(first.conversation, 'Bo');
    expect(main.inputs('draft')).toEqual([]);
    desk.select(second.conversation);
    expect(main.inputs('draft')).toEqual([makeDraft(first.conversation, { message: 'Bo' })]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(main.inputs('draft')).toHaveLength(1);
  });

  test('a purge takes the draft that waits to be saved', async () => {
    desk.type(first.conversation, 'secret');
    main.emit({ type: 'purged', conversations: [first.conversation] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(main.inputs('draft')).toEqual([]);
    expect(desk.store.getState().drafts.has(first.conversation)).toBe(false);
  });

  test('says "is writing" once every few seconds', () => {
    for (const text of ['a', 'ab', 'abc']) desk.type(first.conversation, text);
    expect(main.inputs('typing')).toHaveLength(1);
    now += 3_000;
    desk.type(first.conversation, 'abcd');
    expect(main.inputs('typing')).toHaveLength(2);
  });
});

describe('taking and closing', () => {
  test('what is taken comes on screen; what is refused changes nothing', async () => {
    const head = waitingHead();
    await begin({ heads: [head] });
    main.outcome = { kind: 'refused', code: 'already-taken' };
    expect(await desk.take(head.conversation)).toBe(false);
    expect(desk.store.getState().selection.current).toBeNull();
    main.outcome = { kind: 'done', id: head.conversation, conversation: head.conversation };
    expect(await desk.take(head.conversation)).toBe(true);
    expect(desk.store.getState().selection.current).toBe(head.conversation);
  });

  test('resolve and next: whoever of mine is owed an answer, else the next in the queue', async () => {
    const done = makeHead();
    const owed = makeHead({ unansweredSince: 5 });
    const idle = makeHead();
    await begin({ heads: [done, owed, idle, waitingHead()] });
    main.outcome = { kind: 'done', id: done.conversation, conversation: done.conversation };
    await desk.close({ conversation: done.conversation, disposition: 'answered', comment: null });
    await desk.showNext(done.conversation);
    expect(desk.store.getState().selection.current).toBe(owed.conversation);
    main.emit({ type: 'heads', all: true, heads: [idle, waitingHead()], gone: [] });
    await desk.showNext(owed.conversation);
    expect(main.inputs('command').at(-1)).toEqual({ kind: 'take-next' });
  });

  test('an empty queue is a piece of news, not a problem', async () => {
    await begin();
    main.outcome = { kind: 'refused', code: 'queue-empty' };
    await desk.takeNext();
    expect(notices()).toEqual(['queue-empty']);
  });
});
