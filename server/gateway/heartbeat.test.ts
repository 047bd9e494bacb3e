import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestRelay } from './relay.testkit.ts';
import { eventually, within } from './socket.testkit.ts';

let relay: TestRelay;

beforeEach(async () => {
  relay = await TestRelay.start({ heartbeat: { every: 50, silence: 400 } });
});

/** A socket that opens and then never answers: a laptop that was shut, a cut cable. */
async function deadCitizen(): Promise<Socket> {
  const cookie = await relay.open();
  const { host, port } = new URL(relay.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `GET /ws/citizen HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${relay.url}\r\nCookie: ${cookie}\r\n` +
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
  expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  return socket;
}

let destroyed = false;
afterEach(async () => {
  if (!destroyed) await relay.destroy();
  destroyed = false;
});

test('C1: a socket that answers nothing is ended, one that answers stays', async () => {
  const { citizen } = await relay.citizen();
  const pings: number[] = [];
  citizen.raw.on('ping', () => pings.push(Date.now()));
  const dead = await deadCitizen();
  dead.resume();
  await within(new Promise((resolve) => dead.once('close', resolve)), 'the end of a dead socket');
  expect(pings.length).toBeGreaterThanOrEqual(3);
  const id = citizen.say('toujours là');
  await citizen.frame('ack', (frame) => frame.id === id);
});

test('a desk that is only connected is not idle: a quiet night signs nobody out', async () => {
  await relay.destroy();
  let now = Date.now();
  relay = await TestRelay.start({
    clock: () => now,
    heartbeat: { every: 20, silence: 5_000 },
    settings: { PERMANENCE_IDLE_MINUTES: '60' },
  });
  const { desk, token } = await relay.desk('dupont');
  for (let quarter = 0; quarter < 8; quarter += 1) {
    // Two pings: at least one whole beat of the relay lies in this quarter of an hour.
    for (let ping = 0; ping < 2; ping += 1) await new Promise((resolve) => desk.raw.once('ping', resolve));
    now += 15 * 60_000;
  }
  expect(desk.raw.readyState).toBe(desk.raw.OPEN);
  desk.raw.terminate();
  await desk.closed;
  const headers = { authorization: `Bearer ${token}` };
  now += 40 * 60_000;
  const still = relay.connectDesk(token);
  await still.hello();
  still.raw.terminate();
  await still.closed;
  // Only when the relay knows it too is nobody connected any more.
  await eventually(async () => (await fetch(`${relay.url}/metrics`)).text()).toMatch(
    /permanence_connections\{kind="desk"\} 0/,
  );
  now += 61 * 60_000;
  const out = await relay.post('/api/desk/sign-out', { everywhere: false }, headers);
  expect(out.status).toBe(401);
});

test('a socket that does not say goodbye does not hold the relay up', async () => {
  await relay.destroy();
  relay = await TestRelay.start();
  const dead = await deadCitizen();
  dead.pause();
  const started = performance.now();
  await relay.destroy();
  destroyed = true;
  expect(performance.now() - started).toBeLessThan(6_000);
  dead.destroy();
});
