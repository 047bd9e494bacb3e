import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MemoryMain, makeHead, makeSnapshot, RESPONSE } from './desk.testkit.ts';
import { createDesk, type Desk } from './desk.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
const TEXT = 'Bonsoir, présentez-vous au commissariat.';
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
    expect(desk.admitResponse(conversation, RESPONSE, TEXT)).toBe(true);
    desk.type(conversation, `${TEXT} À tout à l’heure.`);
    await desk.send(conversation, true);
    desk.type(conversation, 'Autre chose.');
    await desk.send(conversation, true);
    expect(sent()).toEqual([[RESPONSE.id], null]);
  });

  test('one that was deleted again is not, nor an officer’s own', async () => {
    desk.admitResponse(conversation, RESPONSE, TEXT);
    const own = desk.store.getState().personal[0];
    if (own === undefined) throw new Error('no response of their own');
    desk.admitResponse(conversation, own, 'Mon texte à moi.');
    desk.type(conversation, 'Mon texte à moi.');
    await desk.send(conversation, true);
    expect(sent()).toEqual([null]);
  });
});

test('a response whose last day is over is refused with a sentence, and on that day it is not', () => {
  expect(desk.admitResponse(conversation, { ...RESPONSE, validUntil: '2026-11-29' }, TEXT)).toBe(true);
  expect(desk.admitResponse(conversation, { ...RESPONSE, validUntil: '2026-11-28' }, TEXT)).toBe(false);
  expect(desk.store.getState().notices.at(-1)?.content).toMatchObject({
    kind: 'response-expired',
    until: '28 novembre 2026',
  });
});
