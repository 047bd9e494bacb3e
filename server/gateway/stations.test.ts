import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { Directory } from '../../protocol/station.ts';
import { exampleStations } from '../content/stations.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { openStations } from '../store/sqlite/stations.ts';
import { TestRelay } from './relay.testkit.ts';

let relay: TestRelay;
beforeEach(async () => {
  relay = await TestRelay.start();
});
afterEach(() => relay.destroy());

const [STATION] = exampleStations();
if (STATION === undefined) throw new Error('no examples');

function ask(token: string | null): Promise<Response> {
  return fetch(`${relay.url}/api/desk/stations`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
}

test('E8: desks are told which directory is in force, and fetch it whole; nobody else does', async () => {
  const { desk, token } = await relay.desk('dupont');
  const { stations: version } = await desk.frame('welcome');
  const response = await ask(token);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const directory = Directory.parse(await response.json());
  expect(directory).toEqual({ version, stations: exampleStations() });
  expect(desk.frames.map(({ type }) => type)).not.toContain('stations');
  expect((await ask(null)).status).toBe(401);
  expect((await ask('x'.repeat(43))).status).toBe(401);
});

test('E8: the same directory has the same version after a restart', async () => {
  const { desk } = await relay.desk('dupont');
  const { stations: version } = await desk.frame('welcome');
  const password = relay.password('dupont');
  const directory = await relay.close();
  relay = await TestRelay.start({ directory });
  const again = relay.connectDesk((await relay.signIn('dupont', password)).token);
  expect((await again.hello()).stations).toBe(version);
});

test('K2: the entry holds the whole station, as the relay has it; it stays when the directory changes', async () => {
  const { conversation, citizen, cookie } = await relay.citizen();
  const { desk } = await relay.desk('dupont');
  const send = (station: string) => desk.command({ kind: 'station', conversation, station });
  expect(await send(STATION.id)).toBe('not-holder');
  expect(await desk.command({ kind: 'take', conversation })).toBe('ack');
  expect(await send('nowhere')).toBe('unknown-station');
  const id = newId();
  const command = { kind: 'station', conversation, station: STATION.id } as const;
  // D1: sent again, it is one card.
  for (let time = 0; time < 2; time += 1) desk.send({ type: 'command', id, command });
  const shown = await citizen.frame('entries', ({ entries }) =>
    entries.some(({ body }) => body.kind === 'station'),
  );
  expect(shown.entries.map(({ body }) => body)).toEqual([{ kind: 'station', station: STATION }]);

  const password = relay.password('dupont');
  const directory = await relay.close();
  const database = openDatabase(directory);
  const moved = { ...STATION, address: ['2, rue Ailleurs'] };
  await openStations(database).replace([moved], Date.now(), 'test');
  database.close();
  relay = await TestRelay.start({ directory });
  const back = relay.connectCitizen(cookie);
  await back.hello();
  const again = await back.frame('entries', ({ entries }) =>
    entries.some(({ body }) => body.kind === 'station'),
  );
  expect(again.entries.flatMap(({ body }) => (body.kind === 'station' ? [body.station] : []))).toEqual([
    STATION,
  ]);
  const later = relay.connectDesk((await relay.signIn('dupont', password)).token);
  await later.hello();
  expect(await later.command({ kind: 'station', conversation, station: STATION.id })).toBe('ack');
  const next = await back.frame('entries', ({ entries }) => entries.some(({ seq }) => seq > 3));
  expect(next.entries.at(-1)?.body).toEqual({ kind: 'station', station: moved });

  // P4: the copy has both, and the receipt counts them as answers.
  const copy = await fetch(`${relay.url}/api/conversation/transcript?format=text&language=fr`, {
    headers: { cookie },
  });
  const text = await copy.text();
  expect(text).toContain(STATION.name);
  expect(text).toContain('2, rue Ailleurs');
});
