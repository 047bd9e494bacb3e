import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { TestRelay } from './relay.testkit.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let relay: TestRelay;
let now = Date.now();

beforeAll(async () => {
  relay = await TestRelay.start({ clock: () => now });
});

afterAll(async () => {
  await relay.destroy();
});

function comeBack(reference: string, phrase: string, origin = relay.url): Promise<Response> {
  return relay.post('/api/conversation/return', { reference, phrase }, { origin });
}

test('S4: the right phrase gets a new cookie; another site, another phrase and haste get none', async () => {
  const { citizen, cookie } = await relay.citizen();
  const id = newId();
  citizen.send({ type: 'phrase', id, phrase: 'le chat noir dort' });
  await citizen.frame('ack', (frame) => frame.id === id);
  citizen.send({ type: 'leave', id: newId(), manner: 'quick-exit' });
  const reference = 'C-1001';
  await vi.waitFor(async () => {
    const asked = await fetch(`${relay.url}/api/conversation`, { headers: { cookie } });
    expect(await asked.json()).toEqual({ current: null });
  });

  expect((await comeBack(reference, 'le chat noir dort', 'https://ailleurs.example')).status).toBe(403);
  const wrong = await comeBack(reference, 'le chat gris dort');
  expect([wrong.status, await wrong.json()]).toEqual([403, { code: 'return-refused' }]);
  const unknown = await comeBack('C-424242', 'le chat noir dort');
  expect([unknown.status, await unknown.json()]).toEqual([403, { code: 'return-refused' }]);
  expect([...wrong.headers.keys()]).toEqual([...unknown.headers.keys()]);

  const right = await comeBack(reference, 'Le chat noir, dort');
  expect(right.status).toBe(201);
  const [given = ''] = right.headers.getSetCookie();
  expect(given).toMatch(/HttpOnly; SameSite=Strict/);
  const again = relay.connectCitizen(given.split(';', 1)[0] ?? '');
  expect((await again.hello()).reference).toBe(reference);

  for (let time = 0; time < 4; time += 1) await comeBack(reference, 'encore autre chose');
  // At this reference only a few tries in an hour, right or wrong, and the same at one that does not exist.
  expect((await comeBack(reference, 'le chat noir dort')).status).toBe(429);
  now += 11 * 60_000;
  expect((await comeBack(reference, 'le chat noir dort')).status).toBe(201);
});
