import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { TestRelay } from './relay.testkit.ts';
import { eventually, type TestCitizen } from './socket.testkit.ts';

const ELSEWHERE = 'https://evil.example';

let relay: TestRelay;
/** Somebody who does nothing wrong, all the while (rule E4). */
let bystander: TestCitizen;

beforeAll(async () => {
  relay = await TestRelay.start();
  bystander = (await relay.citizen()).citizen;
});

afterAll(async () => {
  await relay.destroy();
});

async function bystanderIsWell(): Promise<void> {
  const id = bystander.say('bonjour');
  await bystander.frame('ack', (frame) => frame.id === id);
}

describe('frames that are wrong', () => {
  test('V1: another version is told so, whatever else its hello says', async () => {
    const citizen = relay.connectCitizen(await relay.open());
    await citizen.opened();
    citizen.raw.send(JSON.stringify({ type: 'hello', version: 99, novelty: true }));
    expect(await citizen.reason()).toBe('version-unsupported');
    const { token } = await relay.signIn('dupont');
    const desk = relay.connectDesk(token);
    await desk.opened();
    desk.raw.send(
      JSON.stringify({ type: 'hello', version: 0, epoch: null, contentVersion: null, cursors: [] }),
    );
    expect(await desk.reason()).toBe('version-unsupported');
  });

  test('H1: anything before hello, or a second hello, closes', async () => {
    const early = relay.connectCitizen(await relay.open());
    await early.opened();
    early.say('trop tôt');
    expect(await early.reason()).toBe('hello-expected');
    const { citizen } = await relay.citizen();
    citizen.send({ type: 'hello', version: 1, epoch: null, cursor: 0 });
    expect(await citizen.reason()).toBe('malformed');
  });

  test('E1: a frame that does not fit the schema is refused, with its id when it has one', async () => {
    const { citizen } = await relay.citizen();
    const id = newId();
    citizen.raw.send(JSON.stringify({ type: 'message', id, text: '' }));
    expect((await citizen.frame('refused', (frame) => frame.id === id)).code).toBe('malformed');
    citizen.raw.send(JSON.stringify({ type: 'message', text: 'x' }));
    expect((await citizen.frame('refused', (frame) => frame.id === null)).code).toBe('malformed');
    const fine = citizen.say('et pourtant');
    await citizen.frame('ack', (frame) => frame.id === fine);
  });

  test('E1: a citizen sends officers’ actions', async () => {
    const { citizen, conversation } = await relay.citizen();
    const id = newId();
    citizen.raw.send(JSON.stringify({ type: 'command', id, command: { kind: 'take', conversation } }));
    expect((await citizen.frame('refused', (frame) => frame.id === id)).code).toBe('malformed');
  });

  test('E2: what is not JSON closes', async () => {
    const { citizen } = await relay.citizen();
    citizen.raw.send('{"type":');
    expect(await citizen.reason()).toBe('malformed');
  });

  test('E2: a binary frame closes, JSON or not', async () => {
    const { citizen } = await relay.citizen();
    citizen.raw.send(Buffer.from('{"type":"typing"}'), { binary: true });
    expect(await citizen.reason()).toBe('malformed');
  });

  test('E2: the tenth malformed frame closes, not the ninth', async () => {
    const { citizen } = await relay.citizen();
    for (let count = 0; count < 9; count += 1) citizen.raw.send('{}');
    const fine = citizen.say('encore là');
    await citizen.frame('ack', (frame) => frame.id === fine);
    citizen.raw.send('{}');
    expect(await citizen.reason()).toBe('malformed');
  });

  test('E3: 10 MB close with 1009, and E4: harm nobody else', async () => {
    const { citizen } = await relay.citizen();
    const { desk } = await relay.desk('dupont');
    citizen.raw.send('x'.repeat(10 * 1024 * 1024));
    desk.raw.send(`{"type":"${'y'.repeat(LIMITS.deskFrameBytes)}"}`);
    expect(await citizen.reason()).toBe(1009);
    expect(await desk.reason()).toBe(1009);
    await bystanderIsWell();
  });
});

describe('handshakes that are wrong', () => {
  test('a forged cookie opens nothing, and the page is told that its conversation is gone', async () => {
    for (const cookie of [
      `permanence=${randomBytes(32).toString('base64url')}`,
      'permanence=../../etc/passwd',
      `permanence=${'a'.repeat(10_000)}`,
      null,
    ]) {
      expect(await relay.connectCitizen(cookie).reason()).toBe('conversation-gone');
    }
  });

  test('a forged or missing bearer token is refused before the socket opens', async () => {
    for (const token of [randomBytes(32).toString('base64url'), 'x', null]) {
      expect(await relay.connectDesk(token).status()).toEqual({ status: 401, code: 'not-signed-in' });
    }
  });

  test('another site’s page cannot open the citizen’s socket, nor can no page', async () => {
    const cookie = await relay.open();
    expect(await relay.connectCitizen(cookie, { origin: ELSEWHERE }).status()).toEqual({
      status: 403,
      code: 'forbidden',
    });
    const none = relay.connectCitizen(cookie, {
      finishRequest: (request) => {
        request.removeHeader('origin');
        request.end();
      },
    });
    expect(await none.status()).toEqual({ status: 403, code: 'forbidden' });
  });

  test('no browser can open the desk’s socket, with the right token or from the right place', async () => {
    const { token } = await relay.signIn('dupont');
    for (const origin of [ELSEWHERE, relay.url, 'null']) {
      expect(await relay.connectDesk(token, { origin }).status()).toEqual({ status: 403, code: 'forbidden' });
    }
  });

  test('another site’s page cannot open a conversation, nor sign in', async () => {
    for (const origin of [ELSEWHERE, 'null']) {
      const response = await relay.post('/api/conversation', relay.request(), { origin });
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(await response.json()).toEqual({ code: 'forbidden' });
    }
    const signIn = { login: 'dupont', password: relay.password('dupont') };
    for (const origin of [ELSEWHERE, relay.url]) {
      expect((await relay.post('/api/desk/sign-in', signIn, { origin })).status).toBe(403);
      expect((await relay.post('/api/desk/sign-out', { everywhere: true }, { origin })).status).toBe(403);
    }
  });

  test('there are two sockets and no others', async () => {
    const { TestDesk } = await import('./socket.testkit.ts');
    const stray = new TestDesk(`${relay.url}/elsewhere`, null);
    expect(await stray.status()).toEqual({ status: 404, code: 'not-found' });
  });
});

describe('too much', () => {
  test('B3: a flood is refused, then closed, and E4: slows nobody else', async () => {
    const { citizen, cookie } = await relay.citizen();
    const first = citizen.say('une question');
    await citizen.frame('ack', (frame) => frame.id === first);
    for (let count = 0; count < 2_000; count += 1) citizen.say('flood');
    await citizen.frame('refused', (frame) => frame.code === 'rate-limited');
    expect(await citizen.reason()).toBe('rate-limited');
    await bystanderIsWell();
    const back = relay.connectCitizen(cookie);
    await back.hello();
    await eventually(() => back.texts()[0]).toBe('une question');
    expect(back.texts().length).toBeLessThan(100);
  });

  test('B3: frames that write nothing are counted too', async () => {
    const { citizen } = await relay.citizen();
    for (let count = 0; count < 2_000; count += 1) citizen.send({ type: 'read', seq: 1 });
    await citizen.frame('refused', (frame) => frame.code === 'rate-limited' && frame.id === null);
    expect(await citizen.reason()).toBe('rate-limited');
    await bystanderIsWell();
  });

  test('B3: connections of one address are counted, and come back when they close', async () => {
    const small = await TestRelay.start({ settings: { PERMANENCE_CONNECTIONS_PER_ADDRESS: '3' } });
    try {
      const cookie = await small.open();
      const { token } = await small.signIn('dupont');
      const three = [small.connectDesk(token), small.connectDesk(token), small.connectCitizen(cookie)];
      await Promise.all(three.map((socket) => socket.opened()));
      expect(await small.connectDesk(token).status()).toEqual({ status: 429, code: 'rate-limited' });
      three[0]?.raw.terminate();
      await eventually(() =>
        small
          .connectDesk(token)
          .opened()
          .then(
            () => 'open',
            () => 'refused',
          ),
      ).toBe('open');
    } finally {
      await small.destroy();
    }
  });

  test('B3: handshakes, requests, conversations and sign-ins of one address have rates', async () => {
    const small = await TestRelay.start({
      settings: {
        PERMANENCE_HANDSHAKES_PER_MINUTE: '5',
        PERMANENCE_CONVERSATIONS_PER_HOUR: '6',
        PERMANENCE_SIGN_INS_PER_MINUTE: '2',
        PERMANENCE_REQUESTS_PER_MINUTE: '20',
      },
    });
    try {
      const handshakes = Array.from({ length: 6 }, () => small.connectDesk(null).status());
      expect((await Promise.all(handshakes)).map(({ status }) => status).sort()).toEqual([
        401, 401, 401, 401, 401, 429,
      ]);
      await small.open();
      const second = await small.post('/api/conversation', small.request(), { origin: small.url });
      expect(second.status).toBe(429);
      expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(60);
      for (const status of [401, 401, 429]) {
        const response = await small.post('/api/desk/sign-in', { login: 'dupont', password: 'wrong' });
        expect(response.status).toBe(status);
      }
      const many = await Promise.all(Array.from({ length: 20 }, () => fetch(`${small.url}/healthz`)));
      expect(many.some((response) => response.status === 429)).toBe(true);
    } finally {
      await small.destroy();
    }
  });

  test('a body that is too large, not JSON, or of another type', async () => {
    const origin = relay.url;
    const large = await relay.post('/api/conversation', `"${'x'.repeat(40_000)}"`, { origin });
    expect([large.status, await large.json()]).toEqual([413, { code: 'too-large' }]);
    const broken = await relay.post('/api/conversation', '{"id":', { origin });
    expect([broken.status, await broken.json()]).toEqual([400, { code: 'malformed' }]);
    const form = await relay.post('/api/conversation', 'id=1', {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([form.status, await form.json()]).toEqual([415, { code: 'malformed' }]);
    const polluted = await relay.post('/api/conversation', '{"__proto__":{"id":1}}', { origin });
    expect(polluted.status).toBe(400);
  });
});
