import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '../../protocol/ids.ts';
import { problemsOf, textOf } from '../documents/pdf.testkit.ts';
import { openAccountStore } from '../store/sqlite/accounts.ts';
import type { SqliteStore } from '../store/sqlite/open.ts';
import { TestRelay } from './relay.testkit.ts';

// Each document is a thread that reads its fonts, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let relay: TestRelay;
let store: SqliteStore;
let now = Date.now();

beforeAll(async () => {
  relay = await TestRelay.start({
    clock: () => now,
    storeOpened: (opened) => {
      store = opened;
    },
  });
});

afterAll(async () => {
  await relay.destroy();
});

/** A minute later, so that the limit for each officer is another test's matter. */
function later(): void {
  now += 60_000;
}

function ask(token: string, asked: Record<string, unknown>): Promise<Response> {
  return relay.post('/api/desk/export', asked, { authorization: `Bearer ${token}` });
}

async function talked() {
  const person = await relay.citizen();
  const id = person.citizen.say('ma carte 4970 1012 3456 7893');
  const ack = await person.citizen.frame('ack', (frame) => frame.id === id);
  const { conversation } = person;
  const { desk, token } = await relay.desk('dupont');
  await desk.command({ kind: 'take', conversation });
  await desk.command({ kind: 'note', conversation, text: 'une note interne' });
  await desk.command({ kind: 'reveal', conversation, message: ack.id, item: 'card', position: 0 });
  return { ...person, token };
}

const order = (conversation: string, reason = 'REQ-2026-014') => ({
  ...{ id: newId(), conversation, reason },
  language: 'fr',
});

test('V4: a supervisor gets the whole journal as PDF/A-2a with its chain; entry and audit say so first', async () => {
  const { conversation, citizen } = await talked();
  const { token, officer } = await relay.desk('moreau');
  later();
  const asked = order(conversation);
  const answer = await ask(token, asked);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="C-\d+\.pdf"$/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(problemsOf(bytes)).toEqual([]);
  const text = textOf(bytes);
  const verified = await store.verifyJournal(conversation);
  if (verified.kind !== 'intact') throw new Error('the journal is not intact');
  // In full, looks listed, the chain as it stands with the export's own entry.
  for (const said of ['4970 1012 3456 7893', 'une note interne', 'REQ-2026-014', 'échappe', '1 fois'])
    expect(text).toContain(said);
  expect(text.replace(/\s/g, '')).toContain(verified.head);
  const journal = await store.entries(conversation, 0, verified.entries, verified.entries);
  expect(journal.at(-1)).toMatchObject({ id: asked.id, body: { kind: 'exported', reason: 'REQ-2026-014' } });
  const audit = await openAccountStore(store.database).auditRows(5);
  expect(audit).toContainEqual(
    expect.objectContaining({
      ...{ actor: officer, act: 'conversation-exported', subject: conversation, reason: 'REQ-2026-014' },
    }),
  );
  expect(JSON.stringify(citizen.frames)).not.toContain('exported');

  later();
  // Asked again with the same id (the answer was lost): the same act, no second entry.
  expect((await ask(token, asked)).status).toBe(200);
  expect(await store.verifyJournal(conversation)).toEqual(verified);
});

test('V4, A1, J2: not an officer, not without a reason, not what is gone; a closed one too', async () => {
  const { conversation, token } = await talked();
  const { token: chief, desk } = await relay.desk('moreau');
  later();
  const before = await store.conversation(conversation);
  expect((await ask(token, order(conversation))).status).toBe(403);
  expect((await ask('x'.repeat(43), order(conversation))).status).toBe(401);
  expect((await ask(chief, order(conversation, 'parce que c’est utile'))).status).toBe(400);
  expect((await ask(chief, order(conversation, ''))).status).toBe(400);
  expect((await ask(chief, order(newId()))).status).toBe(404);
  expect(await store.conversation(conversation)).toEqual(before);
  await desk.command({ kind: 'close', conversation, disposition: 'answered', comment: null });
  later();
  expect((await ask(chief, order(conversation))).status).toBe(200);
});
