import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { Administration } from './cli.testkit.ts';

// Each command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let admin: Administration;
let relay: TestRelay;

beforeEach(async () => {
  admin = new Administration();
  relay = await TestRelay.start({ directory: admin.directory });
});
afterEach(async () => {
  await relay.close();
  admin.remove();
});

test('V6: blocks are listed by their conversation, without an address, and lifted while the relay runs', async () => {
  expect(await admin.done('block list')).toContain('nobody is blocked');
  const { conversation, cookie } = await relay.citizen();
  const { desk } = await relay.desk('dupont');
  await desk.command({ kind: 'take', conversation });
  const block = { hours: 1, reason: 'repetition', comment: 'Envois répétés' } as const;
  expect(await desk.command({ kind: 'block', conversation, what: 'address', ...block })).toBe('ack');
  const asked = () => relay.post('/api/conversation', relay.request(), { origin: relay.url, cookie });
  expect((await asked()).status).toBe(403);
  const listed = await admin.done('block list');
  const reference = listed.match(/C-\d+/)?.[0] ?? '';
  expect(listed).toMatch(/^C-\d+: address, repetition, until \d{4}-/);
  expect(listed).not.toMatch(/127\.0\.0\.1|::1/);
  expect((await admin.run('block lift C-999999')).code).not.toBe(0);
  expect((await admin.run('block lift somebody')).code).not.toBe(0);
  expect(await admin.done(`block lift ${reference}`)).toContain('lifted');
  expect((await asked()).status).toBe(201);
});
