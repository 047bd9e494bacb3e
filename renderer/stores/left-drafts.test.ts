import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LeftConversation } from '../../protocol/desk-channel.ts';
import type { Draft } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { exampleStation } from '../../protocol/station.testkit.ts';
import { french } from '../i18n/fr/index.ts';
import {
  COLLEAGUE,
  HOLDER,
  ME,
  MemoryMain,
  makeDraft,
  makeHead,
  makeSnapshot,
  makeState,
  PLATFORM,
  waitingHead,
} from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const mine = makeHead();
const { conversation, reference } = mine;
const { draft, noteDraft, card } = french.dialogs.handOver;
const taken: LeftConversation = { conversation, reference, open: true };
let main: MemoryMain;
let desk: Desk;
let stop = () => {};

async function start(drafts: Draft[], change: Partial<typeof main.snapshot> = {}): Promise<void> {
  main = new MemoryMain();
  main.snapshot = makeSnapshot({ heads: [mine], drafts, ...change });
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
}
/** What the relay says to a desk that comes back: a colleague has it by now. */
async function comeBack(left: LeftConversation = taken): Promise<void> {
  main.emit({ type: 'heads', all: true, heads: [], gone: [] });
  main.emit({ type: 'left', conversations: [left] });
  await vi.advanceTimersByTimeAsync(0);
}
const left = () => main.inputs('leave-draft');
const told = () => desk.store.getState().notices.map(({ content }) => content);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('Q6: what was begun where the relay took it from this officer', () => {
  test('goes along as one note, once, in the words of a hand-over, and the officer is told', async () => {
    await start([makeDraft(conversation, { message: 'au citoyen', note: 'entre nous' })]);
    await comeBack();
    await comeBack();
    expect(left()).toEqual([{ conversation, text: `${draft('au citoyen')}\n${noteDraft('entre nous')}` }]);
    expect(desk.store.getState().drafts.size).toBe(0);
    expect(told()).toEqual([{ kind: 'drafts-left', references: [reference] }]);
    // Not the citizen's: no message leaves, and nothing of it is a draft again.
    expect(main.inputs('command')).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(main.inputs('draft')).toEqual([]);
  });

  test('with the cards that a desk without a wire still holds, and what was typed last', async () => {
    await start([]);
    desk.attach(conversation, PLATFORM.id);
    desk.attachStation(conversation, exampleStation);
    desk.type(conversation, 'au citoyen');
    await comeBack();
    const text = [card(PLATFORM.nameFr), card(exampleStation.name), draft('au citoyen')].join('\n');
    expect(left()).toEqual([{ conversation, text }]);
    const order = main.asked.map(({ name }) => name).filter((name) => name.endsWith('draft'));
    expect(order).toEqual(['draft', 'leave-draft']);
  });

  test('stays where it is while it is still theirs, or theirs again; nothing written is nothing left', async () => {
    await start([makeDraft(conversation, { message: 'x' })]);
    main.emit({ type: 'left', conversations: [taken] });
    await vi.advanceTimersByTimeAsync(0);
    expect(left()).toEqual([]);
    // The relay's word that it went comes a moment later.
    main.emit({ type: 'heads', all: false, heads: [{ ...mine, status: 'waiting', holder: null }], gone: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(left()).toHaveLength(1);
    stop();
    await start([], { left: [taken], heads: [waitingHead({ conversation })] });
    expect(left()).toEqual([]);
    expect(told()).toEqual([]);
  });

  test('Q7: that an emergency went unheard is told once, with or without a draft, until it is put away', async () => {
    const unheard: LeftConversation = { ...taken, unheard: true };
    await start([makeDraft(conversation, { message: 'x' })]);
    await comeBack(unheard);
    await comeBack(unheard);
    const news = { kind: 'unheard', conversation, reference };
    expect(told()).toEqual([news, { kind: 'drafts-left', references: [reference] }]);
    stop();
    // The window of a desk that comes back much later.
    await start([], { heads: [], left: [unheard] });
    expect(told()).toEqual([news]);
    desk.dismiss(desk.store.getState().notices[0]?.id ?? 0);
    await comeBack(unheard);
    expect(told()).toEqual([]);
    // Theirs again, and lost again.
    main.emit({ type: 'left', conversations: [] });
    await comeBack(unheard);
    expect(told()).toEqual([news]);
    // For another reason it is not said.
    stop();
    await start([]);
    await comeBack();
    expect(told()).toEqual([]);
  });

  test('what a supervisor types there later is theirs to send', async () => {
    await start([]);
    await comeBack();
    main.emit({ type: 'heads', all: false, heads: [{ ...mine, holder: COLLEAGUE }], gone: [] });
    desk.setMode(conversation, 'note');
    desk.type(conversation, 'je regarde');
    await comeBack();
    expect(left()).toEqual([]);
  });

  test('what is typed there later is no draft of before for the next window and the next desk either, until it is theirs again', async () => {
    const colleagues = { ...mine, holder: COLLEAGUE };
    await start([makeDraft(conversation, { message: 'au citoyen' })]);
    await comeBack();
    expect(left()).toHaveLength(1);
    main.emit({ type: 'heads', all: false, heads: [colleagues], gone: [] });
    desk.setMode(conversation, 'note');
    desk.type(conversation, 'je regarde');
    await vi.advanceTimersByTimeAsync(1_000);
    const kept = main.inputs('draft').at(-1);
    expect(kept).toMatchObject({ note: 'je regarde', later: true });
    stop();
    // A window that comes back finds the list, a desk hears it from the relay.
    for (const there of [[taken], []]) {
      await start(kept === undefined ? [] : [kept], { heads: [colleagues], left: there });
      main.emit({ type: 'left', conversations: [taken] });
      await vi.advanceTimersByTimeAsync(0);
      expect(left()).toEqual([]);
      expect(desk.store.getState().drafts.get(conversation)).toMatchObject({ note: 'je regarde' });
      desk.type(conversation, 'je regarde encore');
      await vi.advanceTimersByTimeAsync(1_000);
      expect(main.inputs('draft').at(-1)).toMatchObject({ note: 'je regarde encore', later: true });
      stop();
    }
    await start(kept === undefined ? [] : [kept], { heads: [colleagues], left: [taken] });
    main.emit({ type: 'heads', all: false, heads: [mine], gone: [] });
    main.emit({ type: 'left', conversations: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(main.inputs('draft').at(-1)).toEqual(
      makeDraft(conversation, { note: 'je regarde', mode: 'note' }),
    );
    await comeBack();
    expect(left()).toEqual([{ conversation, text: noteDraft('je regarde') }]);
  });

  test('what is typed while it goes along is another draft, and stays; of the next one it goes along too', async () => {
    const next = makeHead();
    await start(
      [makeDraft(conversation, { message: 'abc' }), makeDraft(next.conversation, { message: 'uvw' })],
      {
        heads: [mine, next],
      },
    );
    const answered = Promise.withResolvers<void>();
    const ask = main.bridge.request;
    Object.assign(main.bridge, {
      request: async (name: never, input: never) => {
        const outcome = await ask(name, input);
        if (name === 'leave-draft') await answered.promise;
        return outcome;
      },
    });
    const heads = [mine, next].map((head) => ({ ...head, holder: COLLEAGUE }));
    main.emit({ type: 'heads', all: false, heads, gone: [] });
    const { reference: also } = next;
    main.emit({
      type: 'left',
      conversations: [taken, { conversation: next.conversation, reference: also, open: true }],
    });
    await vi.advanceTimersByTimeAsync(0);
    desk.type(conversation, 'abcdef');
    desk.type(next.conversation, 'uvwxyz');
    answered.resolve();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(left().map(({ text }) => text)).toEqual([draft('abc'), draft('uvwxyz')]);
    expect([...desk.store.getState().drafts].map(([id, { message }]) => [id, message])).toEqual([
      [conversation, 'abcdef'],
    ]);
    // And in the cache, after the one that went.
    const last = main.asked.findLast(
      ({ name, input }) => /draft$/.test(name) && JSON.stringify(input).includes(conversation),
    );
    expect(last).toMatchObject({ name: 'draft', input: { message: 'abcdef' } });
  });

  test('is tried again when it could not be kept for sending', async () => {
    await start([makeDraft(conversation, { message: 'x'.repeat(LIMITS.textCharacters * 2) })]);
    main.outcome = { kind: 'refused', code: 'rate-limited' };
    await comeBack();
    // Nothing of it went ahead, however long it is: it would go twice.
    expect(main.inputs('command')).toEqual([]);
    expect(told()).toEqual([]);
    expect(desk.store.getState().drafts.size).toBe(1);
    main.outcome = { kind: 'queued', id: conversation };
    await comeBack();
    expect(left()).toHaveLength(2);
    expect(desk.store.getState().drafts.size).toBe(0);
  });

  test('of a closed one the words are told until they are put away', async () => {
    await start([makeDraft(conversation, { message: 'Je vous' })]);
    await comeBack({ ...taken, open: false });
    await comeBack({ ...taken, open: false });
    expect(left()).toEqual([]);
    expect(told()).toEqual([{ kind: 'draft-unsent', conversation, reference, text: draft('Je vous') }]);
    desk.dismiss(desk.store.getState().notices[0]?.id ?? 0);
    expect(told()).toEqual([]);
    expect(main.inputs('draft')).toEqual([makeDraft(conversation)]);
    expect(desk.store.getState().drafts.size).toBe(0);
  });

  test('of one that is closed in that very moment too; a purge takes the words', async () => {
    await start([makeDraft(conversation, { message: 'Je vous' })]);
    main.outcome = { kind: 'refused', code: 'conversation-closed' };
    await comeBack();
    expect(told()).toMatchObject([{ kind: 'draft-unsent', text: draft('Je vous') }]);
    main.emit({ type: 'purged', conversations: [conversation] });
    expect(told()).toEqual([]);
  });

  test('drafts of whoever signs in again in this window are there again', async () => {
    await start([]);
    main.emit({ type: 'drafts', drafts: [makeDraft(conversation, { message: 'gardé' })] });
    await comeBack();
    expect(left()).toMatchObject([{ text: draft('gardé') }]);
  });
});

describe('what stands unsent when they sign out', () => {
  const theirs = makeHead({ holder: COLLEAGUE });
  const out = () => main.inputs('sign-out').length;
  const kinds = () => told().map(({ kind }) => kind);

  test('goes along, once, however often it is asked for; what is slow is told', async () => {
    await start([makeDraft(conversation, { message: 'au citoyen' })]);
    const answered = Promise.withResolvers<void>();
    const ask = main.bridge.request;
    Object.assign(main.bridge, {
      request: async (name: never, input: never) => {
        const outcome = await ask(name, input);
        if (name === 'leave-draft') await answered.promise;
        return outcome;
      },
    });
    const both = Promise.all([desk.signOut(false), desk.signOut(false)]);
    await vi.advanceTimersByTimeAsync(200);
    expect(kinds()).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(kinds()).toEqual(['signing-out']);
    expect(out()).toBe(0);
    desk.type(conversation, 'au citoyen, encore');
    answered.resolve();
    expect(await both).toEqual([true, true]);
    // What was typed meanwhile too.
    expect(left().map(({ text }) => text)).toEqual([draft('au citoyen'), draft('au citoyen, encore')]);
    expect([kinds(), out(), desk.store.getState().drafts.size]).toEqual([[], 1, 0]);
  });

  test('refused, it keeps them signed in, and is told', async () => {
    await start([makeDraft(conversation, { message: 'au citoyen' })]);
    main.outcome = { kind: 'refused', code: 'rate-limited' };
    expect(await desk.signOut(false)).toBe(false);
    expect([out(), told()]).toEqual([0, [{ kind: 'not-signed-out', references: [reference] }]]);
    expect(desk.store.getState().drafts.size).toBe(1);
    main.outcome = { kind: 'queued', id: conversation };
    expect(await desk.signOut(false)).toBe(true);
    expect(out()).toBe(1);
  });

  test('of a colleague’s conversation it is a note where they supervise or advise', async () => {
    const asks = { ...theirs, consulted: [HOLDER] };
    const supervisor = makeState({ self: { ...ME, role: 'supervisor' } });
    for (const change of [{ heads: [theirs], state: supervisor }, { heads: [asks] }]) {
      await start([makeDraft(theirs.conversation, { note: 'à revoir', mode: 'note' })], change);
      expect(await desk.signOut(true)).toBe(true);
      const text = noteDraft('à revoir');
      expect(left()).toEqual([{ conversation: theirs.conversation, text }]);
      expect(out()).toBe(1);
      stop();
    }
  });

  test('where it can be left nowhere the words are told first; of what they closed themselves nothing is', async () => {
    const ended = makeHead({ status: 'closed', disposition: 'answered' });
    const closed = { ...theirs, status: 'closed', disposition: 'answered' } as const;
    for (const head of [theirs, closed]) {
      await start(
        [
          makeDraft(head.conversation, { note: 'à revoir', mode: 'note' }),
          makeDraft(ended.conversation, { message: 'Bonne' }),
        ],
        { heads: [head, ended] },
      );
      expect(await desk.signOut(false)).toBe(false);
      const { conversation: id, reference: name } = head;
      expect(told()).toEqual([
        { kind: 'draft-unsent', conversation: id, reference: name, text: noteDraft('à revoir') },
        { kind: 'not-signed-out', references: [name] },
      ]);
      expect([out(), main.inputs('command'), left()]).toEqual([0, [], []]);
      // They know.
      expect(await desk.signOut(false)).toBe(true);
      expect(out()).toBe(1);
      stop();
    }
  });
});
