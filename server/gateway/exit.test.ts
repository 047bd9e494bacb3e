import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { TestRelay } from './relay.testkit.ts';
import { eventually, type TestDesk } from './socket.testkit.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let relay: TestRelay;
let desk: TestDesk;

beforeAll(async () => {
  relay = await TestRelay.start({ settings: { PERMANENCE_CONVERSATIONS_PER_HOUR: '600' } });
  ({ desk } = await relay.desk('dupont'));
});

afterAll(async () => {
  await relay.destroy();
});

function exit(cookie: string | null, id = newId(), origin: string | null = relay.url): Promise<Response> {
  const headers = {
    ...(cookie === null ? {} : { cookie }),
    ...(origin === null ? {} : { origin }),
  };
  return relay.post('/api/conversation/exit', { id }, headers);
}

async function current(cookie: string): Promise<unknown> {
  return (await fetch(`${relay.url}/api/conversation`, { headers: { cookie } })).json();
}

/** A conversation that the desk holds and reads. */
async function held() {
  const opened = await relay.citizen();
  const { conversation } = opened;
  expect(await desk.command({ kind: 'take', conversation })).toBe('ack');
  desk.send({ type: 'follow', conversation, after: 0 });
  return opened;
}

function departures(conversation: string): number {
  return desk.frames
    .flatMap((frame) =>
      frame.type === 'entries' && frame.conversation === conversation ? frame.entries : [],
    )
    .filter(({ body }) => body.kind === 'departure').length;
}

function leftOf(conversation: string): unknown {
  const heads = desk.frames.flatMap((frame) => (frame.type === 'heads' ? frame.heads : []));
  return heads.findLast((head) => head.conversation === conversation)?.left;
}

test('S6: a quick exit without a wire is told to the desk, and the cookie opens nothing more', async () => {
  const { citizen, cookie, conversation } = await held();
  citizen.raw.terminate();
  await citizen.closed;
  const response = await exit(cookie);
  expect(response.status).toBe(204);
  expect(response.headers.getSetCookie()[0]).toMatch(/^permanence=; .*HttpOnly.*Max-Age=0/);
  expect(await current(cookie)).toEqual({ current: null });
  expect(await relay.connectCitizen(cookie).reason()).toBe('conversation-gone');
  await eventually(() => leftOf(conversation)).toBe('quick-exit');
  expect(await desk.command({ kind: 'message', conversation, text: 'Vous êtes là ?' })).toBe('wrong-state');
});

test('S6: a page of the site has no id to give: the relay makes one', async () => {
  const { cookie, conversation } = await held();
  const response = await relay.post('/api/conversation/exit', {}, { cookie, origin: relay.url });
  expect(response.status).toBe(204);
  expect(await current(cookie)).toEqual({ current: null });
  await eventually(() => leftOf(conversation)).toBe('quick-exit');
});

test('S6: said on the wire as well, before, after or at once, it is one departure', async () => {
  for (const first of ['wire', 'request'] as const) {
    const { citizen, cookie, conversation } = await held();
    const id = newId();
    const say = () => citizen.send({ type: 'leave', id, manner: 'quick-exit' });
    if (first === 'wire') say();
    const asked = exit(cookie, id);
    if (first === 'request') say();
    expect((await asked).status).toBe(204);
    expect((await exit(cookie, id)).status).toBe(204);
    expect((await exit(cookie)).status).toBe(204);
    expect(await citizen.reason()).toBe('conversation-gone');
    await eventually(() => departures(conversation)).toBe(1);
    expect(await desk.command({ kind: 'note', conversation, text: 'Partie.' })).toBe('ack');
    await eventually(() =>
      desk.frames.some(
        (frame) =>
          frame.type === 'entries' &&
          frame.conversation === conversation &&
          frame.entries.some(({ body }) => body.kind === 'note'),
      ),
    ).toBe(true);
    expect(departures(conversation)).toBe(1);
  }
});

test('S6: it closes every other tab, which is told why', async () => {
  const { citizen, cookie } = await relay.citizen();
  expect((await exit(cookie)).status).toBe(204);
  expect(await citizen.reason()).toBe('conversation-gone');
});

test('S6: without a cookie, with a forged one and after the end there is nothing to leave, and that is no error', async () => {
  expect((await exit(null)).status).toBe(204);
  expect((await exit(`permanence=${'a'.repeat(43)}`)).status).toBe(204);
  const { citizen, cookie } = await relay.citizen();
  const id = newId();
  citizen.send({ type: 'leave', id, manner: 'ended' });
  await citizen.frame('ack', (frame) => frame.id === id);
  const response = await exit(cookie);
  expect([response.status, response.headers.getSetCookie().length]).toEqual([204, 1]);
});

test('another site, no origin, another form and too much change nothing', async () => {
  const { cookie } = await relay.citizen();
  for (const origin of ['https://ailleurs.example', null]) {
    const response = await exit(cookie, newId(), origin);
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  }
  const own = { cookie, origin: relay.url };
  const path = '/api/conversation/exit';
  expect((await relay.post(path, { id: 'une' }, own)).status).toBe(400);
  expect((await relay.post(path, { id: newId(), manner: 'ended' }, own)).status).toBe(400);
  const long = { id: newId(), more: 'x'.repeat(LIMITS.httpBodyBytes) };
  expect((await relay.post(path, long, own)).status).toBe(413);
  expect(await current(cookie)).not.toEqual({ current: null });
});
