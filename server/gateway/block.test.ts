import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WARNING_RESPONSE } from '../../protocol/abuse.ts';
import { newId } from '../../protocol/ids.ts';
import { loadContent } from '../content/index.ts';
import { askRelay } from '../control/ask.ts';
import { openAccountStore } from '../store/sqlite/accounts.ts';
import { openBlocks } from '../store/sqlite/blocks.ts';
import type { SqliteStore } from '../store/sqlite/open.ts';
import { TestRelay } from './relay.testkit.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HOUR = 3_600_000;
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
afterAll(() => relay.destroy());

const open = (headers: Record<string, string> = {}) =>
  relay.post('/api/conversation', relay.request(), { origin: relay.url, ...headers });

async function held() {
  const person = await relay.citizen();
  const id = person.citizen.say('des injures');
  await person.citizen.frame('ack', (frame) => frame.id === id);
  const { desk, officer } = await relay.desk('dupont');
  const { conversation } = person;
  await desk.command({ kind: 'take', conversation });
  return { ...person, desk, officer };
}

const blocking = { hours: 24, reason: 'insults', comment: 'Injures répétées' } as const;

test('V5: a warning is the prepared text in the citizen’s language, and the journal knows it', async () => {
  const { desk, conversation, citizen } = await held();
  await desk.command({ kind: 'warn', conversation });
  const journal = await store.entries(conversation, 0, 100, 100);
  expect(journal.at(-1)?.body).toEqual({ kind: 'warned' });
  expect(journal.at(-2)?.body).toMatchObject({ kind: 'message', text: expect.stringContaining('abusifs') });
  expect(JSON.stringify(citizen.frames)).not.toContain('warned');
});

test('V5: a warning that is no longer valid is not sent', async () => {
  const { token } = await relay.signIn('moreau');
  const warning = loadContent().responses.find(({ id }) => id === WARNING_RESPONSE);
  const item = { ...warning, validUntil: '2020-01-01' };
  const edit = { kind: 'response', id: WARNING_RESPONSE };
  const save = async (body: object) => {
    const saved = await relay.post('/api/desk/content', body, { authorization: `Bearer ${token}` });
    expect(await saved.json()).toEqual({ kind: 'saved' });
  };
  const { desk, conversation } = await held();
  await save({ ...edit, item, before: warning });
  expect(await desk.command({ kind: 'warn', conversation })).toBe('not-available');
  await save({ ...edit, item: warning, before: item });
  expect(await desk.command({ kind: 'warn', conversation })).toBe('ack');
});

test('V6: a blocked cookie opens nothing for a time, another one does; audited, lifted by a supervisor', async () => {
  const { desk, officer, conversation, cookie } = await held();
  await desk.command({ kind: 'block', conversation, what: 'session', ...blocking });
  const journal = await store.entries(conversation, 0, 100, 100);
  expect(journal.slice(-2).map(({ body }) => body)).toEqual([
    { kind: 'blocked', what: 'session', hours: 24, reason: 'insults' },
    { kind: 'closure', disposition: 'abusive', comment: 'Injures répétées', abuse: 'insults' },
  ]);
  const refused = await open({ cookie });
  expect(refused.status).toBe(403);
  const { code, retryAfter } = (await refused.json()) as { code: string; retryAfter: number };
  expect(code).toBe('blocked');
  expect(retryAfter).toBeGreaterThan(23 * HOUR);
  expect((await open()).status).toBe(201);
  expect(await openAccountStore(store.database).auditRows(20)).toContainEqual(
    expect.objectContaining({
      ...{ actor: officer, act: 'session-blocked', subject: conversation, reason: 'insults' },
    }),
  );
  const { desk: chief } = await relay.desk('moreau');
  await chief.command({ kind: 'unblock', conversation, reason: 'mistake' });
  expect((await open({ cookie })).status).toBe(201);
  expect((await store.entries(conversation, 0, 100, 100)).at(-1)?.body).toEqual({
    kind: 'unblocked',
    reason: 'mistake',
  });
});

test('V6: a blocked address opens nothing, whatever its cookie; no address is kept, and it ends by itself', async () => {
  const { desk, conversation, citizen } = await held();
  const other = await relay.citizen();
  await desk.command({ kind: 'block', conversation, what: 'address', ...blocking });
  expect((await open()).status).toBe(403);
  // Who is in a conversation stays in it.
  const id = other.citizen.say('je suis encore là');
  await other.citizen.frame('ack', (frame) => frame.id === id);
  expect(citizen.frames.length).toBeGreaterThan(0);
  const rows = store.database.prepare('SELECT * FROM blocks').all();
  expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|::1/);
  expect(await openBlocks(store).list(now)).toHaveLength(1);
  now += 24 * HOUR + 1;
  expect((await open()).status).toBe(201);
  now -= 24 * HOUR + 1;
  // Destroyed with the conversation: key, row and all.
  await store.purge([conversation]);
  expect(store.database.prepare('SELECT * FROM blocks').all()).toEqual([]);
  expect((await open()).status).toBe(201);
});

test('V6: an id used again, of the same block or of another conversation’s, ends no block and makes none', async () => {
  const { desk, conversation, cookie } = await held();
  const block = { kind: 'block', conversation, what: 'session', ...blocking } as const;
  const id = newId();
  expect(await desk.command(block, id)).toBe('ack');
  expect(await desk.command(block, id)).toBe('ack');
  expect(await desk.command({ ...block, hours: 1 }, id)).toBe('id-reused');
  expect(await desk.command({ ...block, comment: 'Autre chose' }, id)).toBe('id-reused');
  const second = await held();
  expect(await second.desk.command({ ...block, conversation: second.conversation }, id)).toBe('id-reused');
  expect((await open({ cookie })).status).toBe(403);
  expect((await open({ cookie: second.cookie })).status).toBe(200);
  const rows = await openBlocks(store).list(now);
  expect(rows.map((row) => [row.conversation, row.until - now])).toEqual([[conversation, 24 * HOUR]]);
  await openBlocks(store).lift(conversation, 'command-line', now, 'mistake');
});

test('a block that has ended leaves no row once the hourly run is done', async () => {
  const { desk, conversation } = await held();
  await desk.command({ kind: 'block', conversation, what: 'session', ...blocking, hours: 1 });
  const rows = () =>
    store.database.prepare('SELECT 1 FROM blocks WHERE conversation = ?').all(conversation).length;
  const purge = () => askRelay(relay.directory, { act: 'purge' });
  expect(await purge()).toMatchObject({ kind: 'purged' });
  expect(rows()).toBe(1);
  now += HOUR + 1;
  await purge();
  expect(rows()).toBe(0);
});

test('V6, A1: not an officer who does not hold it, not under an emergency that nobody acknowledged', async () => {
  const { desk, conversation, citizen, cookie } = await held();
  const { desk: colleague } = await relay.desk('martin');
  const act = { kind: 'block', conversation, what: 'session', ...blocking } as const;
  expect(await colleague.command(act)).toBe('not-holder');
  const id = citizen.say('Il a un couteau, il va me tuer');
  await citizen.frame('ack', (frame) => frame.id === id);
  expect(await desk.command(act)).toBe('emergency-unacknowledged');
  expect(await desk.command({ kind: 'unblock', conversation, reason: 'mistake' })).toBe('forbidden');
  expect(await openBlocks(store).list(now)).toEqual([]);
  const audited = (await openAccountStore(store.database).auditRows(20)).filter(
    ({ subject }) => subject === conversation,
  );
  expect(audited.map(({ act }) => act).sort()).toEqual([
    ...['block-refused', 'block-refused', 'session-blocked', 'session-blocked'],
  ]);
  await desk.command({ kind: 'acknowledge-emergency', conversation });
  await desk.command({ kind: 'close', conversation, disposition: 'answered', comment: null });
  expect((await open({ cookie })).status).toBe(201);
});

test('V7: nothing is closed as abusive without one of the reasons and a comment', async () => {
  const { desk, conversation } = await held();
  await desk.command({ kind: 'subject', conversation, subject: 'Injures' });
  const close = { kind: 'close', conversation, disposition: 'abusive' } as const;
  expect(await desk.command({ ...close, comment: null })).toBe('reason-missing');
  expect(await desk.command({ ...close, comment: 'Injures répétées' })).toBe('reason-missing');
  expect(await desk.command({ ...close, comment: null, abuse: 'insults' })).toBe('reason-missing');
  expect(await desk.command({ ...close, comment: 'Injures répétées', abuse: 'insults' })).toBe('ack');
  expect((await store.entries(conversation, 0, 100, 100)).at(-1)?.body).toEqual({
    ...{ kind: 'closure', disposition: 'abusive', comment: 'Injures répétées', abuse: 'insults' },
  });
});

test('V8: supervisors see who is kept out, as it changes, lifted beside the relay too; nobody else does', async () => {
  const { desk: early } = await relay.desk('moreau');
  const { desk, conversation } = await held();
  await desk.command({ kind: 'block', conversation, what: 'address', ...blocking });
  const told = await early.frame('blocks', ({ blocks }) => blocks.length === 1);
  const [block] = told.blocks;
  expect(block).toMatchObject({
    ...{ conversation, what: 'address', reason: 'insults', until: now + 24 * HOUR },
    by: { rank: expect.any(String), alias: expect.any(String) },
    reference: expect.stringMatching(/^C-\d+$/),
  });
  expect(JSON.stringify(told)).not.toMatch(/127\.0\.0\.1|::1/);
  const { desk: late } = await relay.desk('moreau');
  await late.frame('blocks', ({ blocks }) => blocks[0]?.conversation === conversation);
  const count = early.frames.length;
  await openBlocks(store).lift(conversation, 'command-line', now, 'mistake');
  await early.frame('blocks', (frame) => frame.blocks.length === 0 && early.frames.indexOf(frame) >= count);
  expect(desk.frames.filter(({ type }) => type === 'blocks')).toEqual([]);
  expect(await openAccountStore(store.database).auditRows(20)).toContainEqual(
    expect.objectContaining({ actor: 'command-line', act: 'block-lifted', reason: 'mistake' }),
  );
});

test('V6, D1: asked again after a restart it is the same block: with its entry, killed before it, or lifted since', async () => {
  let kept: SqliteStore | undefined;
  const options = {
    clock: () => now,
    storeOpened: (opened: SqliteStore) => {
      kept = opened;
    },
  };
  const first = await TestRelay.start(options);
  const { desk, officer } = await first.desk('dupont');
  const takes = async () => {
    const { conversation } = await first.citizen();
    expect(await desk.command({ kind: 'take', conversation })).toBe('ack');
    return { block: newId(), conversation };
  };
  const [settled, killed] = [await takes(), await takes()];
  const command = (conversation: string) =>
    ({ kind: 'block', conversation, what: 'address', ...blocking }) as const;
  expect(await desk.command(command(settled.conversation), settled.block)).toBe('ack');
  if (kept === undefined) throw new Error('no store');
  const row = { ...killed, what: 'address', officer, reason: 'insults', at: now } as const;
  await openBlocks(kept).add({ ...row, until: now + 24 * HOUR }, '127.0.0.1');

  const password = first.password('dupont');
  const again = await TestRelay.start({ ...options, directory: await first.close() });
  try {
    const { token } = await again.signIn('dupont', password);
    const other = again.connectDesk(token);
    await other.hello();
    now += 5_000;
    const ask = ({ block, conversation }: typeof settled) => other.command(command(conversation), block);
    const inForce = async () => (await openBlocks(kept as SqliteStore).list(now)).map(({ block }) => block);
    expect(await ask(settled)).toBe('ack');
    expect(await ask(killed)).toBe('ack');
    expect((await inForce()).sort()).toEqual([settled.block, killed.block].sort());
    expect((await kept.entries(killed.conversation, 0, 100, 100)).at(-1)?.body).toMatchObject({
      kind: 'closure',
      abuse: 'insults',
    });
    await openBlocks(kept).lift(settled.conversation, 'command-line', now, 'mistake');
    expect(await ask(settled)).toBe('ack');
    expect(await inForce()).toEqual([killed.block]);
  } finally {
    await again.destroy();
  }
});
