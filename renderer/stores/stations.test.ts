import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exampleStation } from '../../protocol/station.testkit.ts';
import { MemoryMain, makeHead, makeSnapshot, PLATFORM } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const [first, second] = [makeHead(), makeHead()];
let main: MemoryMain;
let desk: Desk;
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  main = new MemoryMain();
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined }, now: () => 10_000_000 });
  main.snapshot = makeSnapshot({ heads: [first, second] });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
  desk.select(first.conversation);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const draft = (conversation: string) => desk.store.getState().drafts.get(conversation);
const notices = () => desk.store.getState().notices.map(({ content }) => content.kind);

describe('an address', () => {
  test('leaves after text and card, and alone; what could not leave stays', async () => {
    desk.type(first.conversation, 'Voici où aller.');
    desk.attach(first.conversation, PLATFORM.id);
    desk.attachStation(first.conversation, exampleStation);
    expect(await desk.send(first.conversation, true)).toBe(true);
    expect(main.inputs('command').map(({ kind }) => kind)).toEqual(['message', 'redirection', 'station']);
    expect(draft(first.conversation)).toBeUndefined();
    desk.attachStation(first.conversation, exampleStation);
    main.outcome = { kind: 'refused', code: 'not-holder' };
    expect(await desk.send(first.conversation, true)).toBe(false);
    expect(main.inputs('command').at(-1)).toEqual({
      kind: 'station',
      conversation: first.conversation,
      station: exampleStation.id,
    });
    expect(draft(first.conversation)?.station).toBe(exampleStation);
    expect(notices()).toEqual(['refused']);
  });

  test('waits with a card that could not leave', async () => {
    desk.attach(first.conversation, PLATFORM.id);
    desk.attachStation(first.conversation, exampleStation);
    main.outcome = { kind: 'refused', code: 'link-blocked' };
    expect(await desk.send(first.conversation, true)).toBe(false);
    expect(main.inputs('command').map(({ kind }) => kind)).toEqual(['redirection']);
    expect(draft(first.conversation)).toMatchObject({ platform: PLATFORM.id, station: exampleStation });
  });

  test('stays with its conversation: Enter right after a switch sends it to nobody', async () => {
    desk.type(first.conversation, 'Voici où aller.');
    desk.attachStation(first.conversation, exampleStation);
    desk.select(second.conversation);
    expect(await desk.send(first.conversation, false)).toBe(false);
    expect(draft(second.conversation)).toBeUndefined();
    expect(main.inputs('command')).toEqual([]);
  });

  test('never goes with a note', async () => {
    desk.attachStation(first.conversation, exampleStation);
    desk.setMode(first.conversation, 'note');
    desk.type(first.conversation, 'entre nous');
    await desk.send(first.conversation, true);
    expect(main.inputs('command').map(({ kind }) => kind)).toEqual(['note']);
    expect(draft(first.conversation)?.station).toBe(exampleStation);
  });
});

test('another directory is asked again, even the one of as many stations', () => {
  main.emit({ type: 'stations', known: 12 });
  const before = desk.store.getState().stations;
  main.emit({ type: 'stations', known: 12 });
  expect(desk.store.getState().stations).not.toBe(before);
});
