import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { findPersonal } from '../../protocol/personal.ts';
import { exampleStation } from '../../protocol/station.testkit.ts';
import type { Directory } from '../../protocol/station.ts';
import { callStore } from '../cache/desk-cache.ts';
import { createMemoryStore } from '../cache/memory-store.ts';
import { StationsDirectory } from './directory.ts';

const ONE: Directory = { version: '1'.repeat(16), stations: [exampleStation] };
const TWO: Directory = { version: '2'.repeat(16), stations: [{ ...exampleStation, town: 'Autreville' }] };

let server: Server;
let relay: string;
/** What the relay answers: a directory, or nothing but trouble. */
let served: Directory | null;
let asked: number;
let told: number[];
let waits: { milliseconds: number; run: () => void }[];
const store = { current: createMemoryStore(newId()) };

beforeEach(async () => {
  asked = 0;
  served = ONE;
  told = [];
  waits = [];
  store.current = createMemoryStore(newId());
  server = createServer((request, response) => {
    asked += 1;
    const known = request.headers.authorization === 'Bearer token' && served !== null;
    response.writeHead(known ? 200 : 503, { 'content-type': 'application/json' });
    response.end(known ? JSON.stringify(served) : '{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  relay = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise<unknown>((closed) => server.close(closed)));

function open(): StationsDirectory {
  return new StationsDirectory({
    entry: { relay, token: 'token' },
    cache: { call: async (name, input) => callStore(store.current, name, input) },
    surroundings: {
      random: () => 0.5,
      after(milliseconds, run) {
        const wait = { milliseconds, run };
        waits.push(wait);
        return () => {
          waits = waits.filter((each) => each !== wait);
        };
      },
    },
    log: () => undefined,
    changed: (known) => void told.push(known),
  });
}

/** Lets the next timer run, and says how long it would have taken. */
function pass(): number | null {
  const next = waits.shift();
  next?.run();
  return next?.milliseconds ?? null;
}

const known = (directory: StationsDirectory) => expect.poll(() => directory.known?.version ?? null);

test('E8: fetches what the relay names, once; the next start has it from the cache and asks nobody', async () => {
  const directory = open();
  expect(await directory.search('ville')).toEqual({ stations: [], total: 0, known: null });
  await directory.wants(ONE.version);
  expect(pass()).toBe(0);
  await known(directory).toBe(ONE.version);
  expect(await directory.search('ville exemple')).toEqual({ stations: ONE.stations, total: 1, known: 1 });
  await directory.wants(ONE.version);
  expect(waits).toEqual([]);
  directory.end();

  const later = open();
  await later.wants(ONE.version);
  expect(waits).toEqual([]);
  expect(await later.get(exampleStation.id)).toEqual(exampleStation);
  expect(await later.get('nowhere')).toBeNull();
  expect(asked).toBe(1);
  expect(told).toEqual([1, 1]);
});

test('V3: a station’s number is nobody’s own, however it is written', async () => {
  const directory = open();
  const keyOf = (text: string) => findPersonal(text)[0]?.key ?? '';
  expect(await directory.publishes(keyOf('01 99 00 12 12'))).toBe(false);
  await directory.wants(ONE.version);
  pass();
  await known(directory).toBe(ONE.version);
  expect(await directory.publishes(keyOf('Appelez le 01.99.00.12.12.'))).toBe(true);
  expect(await directory.publishes(keyOf('01 99 00 12 13'))).toBe(false);
});

test('another one is fetched a little later than it was named: every desk hears of it at once', async () => {
  const directory = open();
  await directory.wants(ONE.version);
  pass();
  await known(directory).toBe(ONE.version);
  served = TWO;
  await directory.wants(TWO.version);
  expect(pass()).toBe(1_000);
  await known(directory).toBe(TWO.version);
  expect((await directory.search('autreville')).total).toBe(1);
  expect((await directory.search('exemple')).total).toBe(1);
  expect(callStore(store.current, 'stations', null)).toEqual({ directory: TWO });
});

test('a relay that does not answer is asked again later; what is known serves meanwhile', async () => {
  const directory = open();
  await directory.wants(ONE.version);
  pass();
  await known(directory).toBe(ONE.version);
  served = null;
  await directory.wants(TWO.version);
  pass();
  await expect.poll(() => waits.length).toBe(1);
  expect((await directory.search('exemple')).total).toBe(1);
  served = TWO;
  expect(pass()).toBe(60_000);
  await known(directory).toBe(TWO.version);
  expect(waits).toEqual([]);
});

test('what ends asks nobody any more', async () => {
  const directory = open();
  await directory.wants(ONE.version);
  directory.end();
  expect(pass()).toBeNull();
  expect(asked).toBe(0);
});
