import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CannedResponse } from '../../protocol/canned.ts';
import { newId } from '../../protocol/ids.ts';
import type { Platform } from '../../protocol/platform.ts';
import { exampleStation } from '../../protocol/station.testkit.ts';
import { refilled } from '../search/card-places.ts';
import { type Cards, filledResponse } from '../search/filling.ts';
import { lastPlatform } from './cards.ts';
import {
  CONTENT,
  ME,
  MemoryMain,
  makeEntry,
  makeHead,
  makeSnapshot,
  PLATFORM,
  RESPONSE,
} from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
const TEXT = 'Bonsoir, présentez-vous au commissariat.';
const PUT = { text: TEXT, places: [] };
let main: MemoryMain;
let desk: Desk;
let stop: () => void;
const head = makeHead();
const { conversation } = head;

beforeEach(async () => {
  vi.useFakeTimers();
  main = new MemoryMain();
  main.snapshot = makeSnapshot({ heads: [head], personal: [{ ...RESPONSE, id: 'mienne' }] });
  desk = createDesk({ bridge: main.bridge, sounds: { play: () => undefined }, now: () => NOW });
  stop = desk.start();
  await vi.advanceTimersByTimeAsync(0);
  desk.select(conversation);
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const sent = () =>
  main.inputs('command').map((command) => ('responses' in command ? command.responses : null));

describe('E7: what a message is made of', () => {
  test('a shared response is told with the message, once', async () => {
    expect(desk.admitResponse(conversation, RESPONSE, PUT)).toBe(true);
    desk.type(conversation, `${TEXT} À tout à l’heure.`);
    await desk.send(conversation, true);
    desk.type(conversation, 'Autre chose.');
    await desk.send(conversation, true);
    expect(sent()).toEqual([[RESPONSE.id], null]);
  });

  test('one that was deleted again is not, nor an officer’s own', async () => {
    desk.admitResponse(conversation, RESPONSE, PUT);
    const own = desk.store.getState().personal[0];
    if (own === undefined) throw new Error('no response of their own');
    desk.admitResponse(conversation, own, { text: 'Mon texte à moi.', places: [] });
    desk.type(conversation, 'Mon texte à moi.');
    await desk.send(conversation, true);
    expect(sent()).toEqual([null]);
  });
});

describe('a text that is sent', () => {
  const kept = () => main.inputs('draft');

  test('is no draft any more as soon as it is taken, and what was typed meanwhile is one', async () => {
    const other = makeHead();
    main.emit({ type: 'heads', all: false, heads: [other], gone: [] });
    desk.type(conversation, TEXT);
    const sending = desk.send(conversation, true);
    desk.type(conversation, 'Et');
    desk.select(other.conversation);
    desk.type(other.conversation, 'Ailleurs');
    await sending;
    // No time has passed.
    expect(
      kept()
        .filter((draft) => draft.conversation === conversation)
        .at(-1),
    ).toMatchObject({ message: 'Et' });
    expect(kept().filter((draft) => draft.conversation === other.conversation)).toMatchObject([
      { message: 'Ailleurs' },
    ]);
  });

  test('leaves an empty draft', async () => {
    desk.type(conversation, TEXT);
    await desk.send(conversation, true);
    expect(kept().at(-1)).toMatchObject({ conversation, message: '' });
  });
});

describe('what a text says of its card', () => {
  const SPARE: Platform = { ...PLATFORM, id: 'pharos', nameFr: 'PHAROS', nameEn: 'PHAROS' };
  const GOES = { ...RESPONSE, textFr: 'Le service est {platform|celui de la fiche}. Voyez la fiche.' };
  const message = () => desk.store.getState().drafts.get(conversation)?.message;

  /** As the composer puts a response into the message, with what is attached or was sent. */
  function put(response: CannedResponse, cards: Partial<Cards> = {}): void {
    const known = { platform: null, last: null, station: null, ...cards };
    const filled = filledResponse(response, { self: ME, head, cards: known, now: NOW });
    desk.admitResponse(conversation, response, filled);
    desk.type(conversation, filled.text);
  }

  beforeEach(() => {
    main.emit({ type: 'content', content: { ...CONTENT, version: '2', platforms: [PLATFORM, SPARE] } });
  });

  test('it is the card that leaves with it, whichever was attached before', async () => {
    put(GOES);
    expect(message()).toBe('Le service est celui de la fiche. Voyez la fiche.');
    desk.attach(conversation, PLATFORM.id);
    expect(message()).toBe('Le service est THESEE. Voyez la fiche.');
    desk.attach(conversation, SPARE.id);
    expect(message()).toBe('Le service est PHAROS. Voyez la fiche.');
    desk.attach(conversation, null);
    expect(message()).toBe('Le service est celui de la fiche. Voyez la fiche.');
    desk.attach(conversation, SPARE.id);
    await desk.send(conversation, true);
    expect(main.inputs('command')).toMatchObject([
      { kind: 'message', text: 'Le service est PHAROS. Voyez la fiche.' },
      { kind: 'redirection', platform: SPARE.id },
    ]);
  });

  test('a crash keeps the text with its card, and where it names it', async () => {
    put(GOES);
    desk.attach(conversation, PLATFORM.id);
    desk.flush();
    expect(main.inputs('draft').at(-1)).toMatchObject({
      message: 'Le service est THESEE. Voyez la fiche.',
      cards: { platform: PLATFORM.id, station: null, places: [{ shown: 'THESEE' }] },
    });
  });

  test('a name does not stay because the officer wrote around it; a text of their own is left alone', () => {
    put(GOES, { platform: PLATFORM });
    desk.attach(conversation, PLATFORM.id);
    desk.type(conversation, 'Voici : THESEE, en ligne.');
    desk.attach(conversation, SPARE.id);
    expect(message()).toBe('Voici : PHAROS, en ligne.');
    desk.type(conversation, '');
    desk.type(conversation, 'PHAROS n’est pas pour vous.');
    desk.attach(conversation, PLATFORM.id);
    expect(message()).toBe('PHAROS n’est pas pour vous.');
  });

  test('without a fallback it cannot leave before a card is attached', async () => {
    put({ ...RESPONSE, textFr: 'Voyez {platform}.' });
    expect(await desk.send(conversation, true)).toBe(false);
    desk.attach(conversation, PLATFORM.id);
    expect(message()).toBe('Voyez THESEE.');
    expect(await desk.send(conversation, true)).toBe(true);
  });

  test('only a closing text speaks of the card sent before, on its way or arrived', () => {
    const sent = makeEntry(conversation, 1, { kind: 'redirection', platform: PLATFORM });
    main.emit({ type: 'entries', conversation, after: 0, through: 1, entries: [sent] });
    const view = () => lastPlatform(desk.store.getState(), conversation);
    expect(view()).toEqual(PLATFORM);
    const command = { kind: 'redirection', conversation, platform: SPARE.id } as const;
    main.emit({
      type: 'outbox',
      items: [{ id: newId(), conversation, command, state: 'sending', code: null, at: NOW }],
    });
    expect(view()).toEqual(SPARE);
    put(
      { ...RESPONSE, textFr: 'Vous avez {lastplatform|la fiche}, pas {platform|une autre}.' },
      { last: view() },
    );
    expect(message()).toBe('Vous avez PHAROS, pas une autre.');
  });

  test('a station too is the one attached', () => {
    const textFr = 'Allez au {station|poste le plus proche}.';
    put({ ...RESPONSE, textFr });
    desk.attachStation(conversation, exampleStation);
    expect(message()).toBe(`Allez au ${exampleStation.name}.`);
    desk.attachStation(conversation, { ...exampleStation, name: 'Poste du Port' });
    expect(message()).toBe('Allez au Poste du Port.');
  });

  test('the officer’s own words are not a place, nor is a part of one', () => {
    const filling = (textFr: string) => {
      const cards = { platform: PLATFORM, last: null, station: null };
      return filledResponse({ ...RESPONSE, textFr }, { self: ME, head, cards, now: NOW }).places;
    };
    const other = { platform: 'PHAROS' };
    const one = filling('Je joins {platform|la fiche}.');
    const withOther = (text: string, places = one) => refilled(text, places, other).text;
    expect(withOther('Je joins la fiche THESEE !')).toBe('Je joins la fiche PHAROS !');
    const typed = 'Je joins la fiche THESEE ! Avez-vous essayé THESEE ?';
    expect(withOther(typed)).toBe(typed);
    expect(withOther('Voici THESEENNE et THESEE !')).toBe('Voici THESEENNE et PHAROS !');
    // Two places of one response, both written around.
    const two = filling('Je joins {platform|la fiche}, lisez {platform|la fiche}.');
    expect(withOther('Voici THESEE ; ouvrez THESEE !', two)).toBe('Voici PHAROS ; ouvrez PHAROS !');
  });

  test('a place that says nothing without its card is found again by the words around it, or forgotten', () => {
    const textFr = 'Voyez{platform|}, et {platform|la fiche}. {station|}{platform|}';
    const cards = { platform: null, last: null, station: null };
    const { text, places } = filledResponse({ ...RESPONSE, textFr }, { self: ME, head, cards, now: NOW });
    expect(text).toBe('Voyez, et la fiche. ');
    const filled = refilled(`Bonjour. ${text}`, places, { platform: ' A', station: 'B' });
    expect(filled.text).toBe('Bonjour. Voyez A, et  A. ');
    expect(refilled(filled.text, filled.places, {}).text).toBe('Bonjour. Voyez, et la fiche. ');
  });
});

test('L1: where only a note may be written the note is sent, whatever mode the composer was left in', async () => {
  desk.setMode(conversation, 'note');
  desk.type(conversation, 'Pour mes collègues.');
  desk.setMode(conversation, 'message');
  desk.type(conversation, 'Bonjour, je regarde.');
  expect(await desk.send(conversation, true, 'note')).toBe(true);
  expect(main.inputs('command')).toEqual([{ kind: 'note', conversation, text: 'Pour mes collègues.' }]);
  expect(desk.store.getState().drafts.get(conversation)?.message).toBe('Bonjour, je regarde.');
});

test('a response whose last day is over is refused with a sentence, and on that day it is not', () => {
  expect(desk.admitResponse(conversation, { ...RESPONSE, validUntil: '2026-11-29' }, PUT)).toBe(true);
  expect(desk.admitResponse(conversation, { ...RESPONSE, validUntil: '2026-11-28' }, PUT)).toBe(false);
  expect(desk.store.getState().notices.at(-1)?.content).toMatchObject({
    kind: 'response-expired',
    until: '28 novembre 2026',
  });
});
