import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { problemsOf, textOf } from '../documents/pdf.testkit.ts';
import { TestRelay } from './relay.testkit.ts';

// Each document is a thread that reads its fonts, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let relay: TestRelay;
let now = Date.now();

beforeAll(async () => {
  relay = await TestRelay.start({ clock: () => now });
});

afterAll(async () => {
  await relay.destroy();
});

function transcript(cookie: string | null, query = 'format=text&language=fr'): Promise<Response> {
  const headers: Record<string, string> = cookie === null ? {} : { cookie };
  return fetch(`${relay.url}/api/conversation/transcript?${query}`, { headers });
}

/** A minute later, so that the limit for each address is another test's matter. */
function later(): void {
  now += 60_000;
}

async function talked() {
  const person = await relay.citizen();
  const id = person.citizen.say('on m’a volé 你的 vélo');
  await person.citizen.frame('ack', (frame) => frame.id === id);
  const { desk } = await relay.desk('dupont');
  const { conversation } = person;
  await desk.command({ kind: 'take', conversation });
  await desk.command({ kind: 'note', conversation, text: 'une note interne' });
  await desk.command({ kind: 'message', conversation, text: 'voici la réponse' });
  return { ...person, desk };
}

test('P4: the citizen’s copy is what citizenEntry shows, as PDF/A-2a and as text, and nothing keeps it', async () => {
  const { cookie, desk, conversation } = await talked();
  later();
  const pdf = await transcript(cookie, 'format=pdf&language=fr');
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(pdf.headers.get('cache-control')).toBe('no-store');
  expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; filename="C-\d+\.pdf"$/);
  const bytes = Buffer.from(await pdf.arrayBuffer());
  expect(problemsOf(bytes)).toEqual([]);
  const text = await (await transcript(cookie, 'format=text&language=en')).text();
  for (const told of [textOf(bytes), text]) {
    expect(told).toContain('on m’a volé 你的 vélo');
    expect(told).toContain('voici la réponse');
    expect(told).not.toContain('une note interne');
    expect(told).not.toContain(conversation);
  }
  await desk.command({ kind: 'close', conversation, disposition: 'answered', comment: 'un commentaire' });
  const after = await (await transcript(cookie)).text();
  expect(after).toContain('Conversation close');
  expect(after).not.toContain('un commentaire');
  expect(await (await transcript(cookie)).text()).toBe(after);
  now += 61 * 60_000;
  expect((await transcript(cookie)).status).toBe(404);
});

test('P4: no cookie, a conversation that was left, a strange query: nothing', async () => {
  later();
  const { cookie, citizen } = await relay.citizen();
  expect((await transcript(null)).status).toBe(404);
  expect((await transcript(`permanence=${'A'.repeat(43)}`)).status).toBe(404);
  for (const query of ['', 'format=doc&language=fr', 'format=pdf', 'format=pdf&language=fr&x=1']) {
    expect((await transcript(cookie, query)).status).toBe(400);
  }
  expect((await transcript(cookie)).status).toBe(200);
  const id = newId();
  citizen.send({ type: 'leave', id, manner: 'ended' });
  await citizen.frame('ack', (frame) => frame.id === id);
  expect((await transcript(cookie)).status).toBe(404);
});

test('P4: a few a minute for each address; above, 429 and when to come again', async () => {
  later();
  const { cookie } = await relay.citizen();
  const answers = await Promise.all(Array.from({ length: 16 }, () => transcript(cookie)));
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect(count(429)).toBeGreaterThan(0);
  expect(count(200)).toBeGreaterThan(0);
  expect(count(200) + count(429) + count(503)).toBe(16);
  const refused = answers.find((answer) => answer.status === 429);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
});
