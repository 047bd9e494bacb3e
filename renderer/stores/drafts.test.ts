import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import { exampleStation } from '../../protocol/station.testkit.ts';
import { english } from '../i18n/en/index.ts';
import { french } from '../i18n/fr/index.ts';
import { MemoryMain, makeDraft, makeHead, makeSnapshot, PLATFORM } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

let main: MemoryMain;
let desk: Desk;
let stop: () => void;
const head = makeHead();
const { conversation } = head;

async function open(drafts: ReturnType<typeof makeDraft>[] = []): Promise<void> {
  main = new MemoryMain();
  main.snapshot = makeSnapshot({ heads: [head], drafts });
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined } });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
  desk.select(conversation);
  await vi.advanceTimersByTimeAsync(5_000);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const kept = () => main.inputs('draft').at(-1);
const composed = () => desk.store.getState().drafts.get(conversation);
const sent = () => main.inputs('command');

describe('what is being written is kept', () => {
  test('message, note and mode, each in its own field', async () => {
    await open();
    desk.type(conversation, 'au citoyen');
    desk.setMode(conversation, 'note');
    desk.type(conversation, 'entre nous');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toEqual(
      makeDraft(conversation, { message: 'au citoyen', note: 'entre nous', mode: 'note' }),
    );
    expect(main.inputs('typing')).toHaveLength(1);
  });

  test('the mode alone too: whoever is about to write a note goes on writing a note', async () => {
    await open();
    desk.setMode(conversation, 'note');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toEqual(makeDraft(conversation, { mode: 'note' }));
  });

  test('a note that left is gone from what is kept; one that could not comes back', async () => {
    await open();
    desk.setMode(conversation, 'note');
    desk.type(conversation, 'entre nous');
    await desk.send(conversation, true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toEqual(makeDraft(conversation, { mode: 'note' }));
    main.outcome = { kind: 'refused', code: 'not-holder' };
    desk.type(conversation, 'encore');
    await desk.send(conversation, true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toEqual(makeDraft(conversation, { note: 'encore', mode: 'note' }));
  });

  test('each no longer than what the cache takes', async () => {
    await open();
    desk.type(conversation, 'm'.repeat(9_000));
    desk.setMode(conversation, 'note');
    desk.type(conversation, 'n'.repeat(9_000));
    await vi.advanceTimersByTimeAsync(1_000);
    const most = LIMITS.textCharacters * 2;
    expect(kept()).toEqual(
      makeDraft(conversation, { message: 'm'.repeat(most), note: 'n'.repeat(most), mode: 'note' }),
    );
  });
});

describe('cards', () => {
  const cards = { platform: PLATFORM.id, station: exampleStation, places: [] };

  test('are kept with the message, as soon as they are attached, and no more once they are taken away', async () => {
    await open();
    desk.attach(conversation, PLATFORM.id);
    desk.attachStation(conversation, exampleStation);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toEqual(makeDraft(conversation, { cards }));
    desk.attach(conversation, null);
    desk.attachStation(conversation, null);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toEqual(makeDraft(conversation));
  });

  test('come back with it, and leave with it', async () => {
    await open([makeDraft(conversation, { message: 'voyez', cards })]);
    expect(composed()).toMatchObject({ message: 'voyez', platform: PLATFORM.id, station: exampleStation });
    expect(await desk.send(conversation, true)).toBe(true);
    expect(sent()).toMatchObject([
      { kind: 'message', text: 'voyez' },
      { kind: 'redirection', platform: PLATFORM.id },
      { kind: 'station', station: exampleStation.id },
    ]);
  });

  test('one that is in the catalogue no more does not come back, nor its name in the message', async () => {
    const place = {
      variable: 'platform',
      fallback: 'ce site',
      before: 'Voyez ',
      after: '.',
      shown: 'Ancien',
    } as const;
    const message = 'Voyez Ancien.';
    const cards = { platform: 'ancien', station: exampleStation, places: [place] };
    await open([makeDraft(conversation, { message, cards })]);
    expect(composed()).toMatchObject({ message: 'Voyez ce site.', platform: null, station: exampleStation });
  });
});

describe('what was kept comes back', () => {
  test('a note never stands in the message field, whatever mode it was left in', async () => {
    for (const mode of ['message', 'note'] as const) {
      await open([makeDraft(conversation, { note: 'entre nous', mode })]);
      expect(composed()).toMatchObject({ message: '', note: 'entre nous', mode });
      stop();
    }
  });

  test('what is typed on goes where it was being written: a note goes out as a note', async () => {
    await open([makeDraft(conversation, { message: 'au citoyen', note: 'entre', mode: 'note' })]);
    desk.type(conversation, 'entre nous');
    expect(await desk.send(conversation, true)).toBe(true);
    expect(sent()).toEqual([{ kind: 'note', conversation, text: 'entre nous' }]);
    expect(composed()).toMatchObject({ message: 'au citoyen', note: '', mode: 'note' });
  });
});

test('Q5: handed over, an unfinished note goes along with the unsent message, and neither stays', async () => {
  await open([makeDraft(conversation, { message: 'au citoyen', note: 'entre nous' })]);
  expect(await desk.handOver('shift-end')).toBe(true);
  const { draft, noteDraft } = french.dialogs.handOver;
  const text = `${draft('au citoyen')}\n${noteDraft('entre nous')}`;
  expect(sent()).toMatchObject([{ kind: 'hand-over', notes: [{ conversation, text }] }]);
  expect(composed()).toBeUndefined();
  expect(kept()).toEqual(makeDraft(conversation));
});

test('Q5: the cards of a composer are named in the note, between the word and the text', async () => {
  await open();
  desk.attach(conversation, PLATFORM.id);
  desk.attachStation(conversation, exampleStation);
  desk.type(conversation, 'au citoyen');
  expect(await desk.handOver('relief', 'Prudence.')).toBe(true);
  const { draft, card } = french.dialogs.handOver;
  const text = ['Prudence.', card(PLATFORM.nameFr), card(exampleStation.name), draft('au citoyen')].join(
    '\n',
  );
  expect(sent()).toMatchObject([{ kind: 'hand-over', notes: [{ conversation, text }] }]);
});

test('Q5: a card alone goes along too, named in the language of the desk', async () => {
  await open();
  desk.changeSettings({ language: 'en' });
  desk.attach(conversation, PLATFORM.id);
  expect(await desk.handOver('shift-end')).toBe(true);
  const text = english.dialogs.handOver.card(PLATFORM.nameEn);
  expect(sent()).toMatchObject([{ notes: [{ conversation, text }] }]);
});

test('a purge takes the note that waits to be kept', async () => {
  await open();
  desk.setMode(conversation, 'note');
  desk.type(conversation, 'secret');
  main.emit({ type: 'purged', conversations: [conversation] });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(main.inputs('draft')).toEqual([]);
  expect(composed()).toBeUndefined();
});
