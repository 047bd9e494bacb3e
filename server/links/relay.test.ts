import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Content } from '../../protocol/desk-channel.ts';
import type { Platform } from '../../protocol/platform.ts';
import { SHIPPED_CONTENT } from '../content/index.ts';
import { TestRelay } from '../gateway/relay.testkit.ts';
import { RottenSite } from './rot.testkit.ts';

let site: RottenSite;
let directory: string;

beforeEach(async () => {
  site = await RottenSite.open();
  directory = mkdtempSync(join(tmpdir(), 'permanence-content-'));
  for (const file of ['responses.json', 'tags.json']) {
    cpSync(join(SHIPPED_CONTENT, file), join(directory, file));
  }
  const shipped = JSON.parse(readFileSync(join(SHIPPED_CONTENT, 'platforms.json'), 'utf8')) as Platform[];
  const paths: Record<string, string> = { thesee: '/gone', 'appel-17': '/gone', igpn: '/elsewhere' };
  const platforms = shipped.map((platform) => ({
    ...platform,
    url: platform.url && site.url(paths[platform.id] ?? '/ok'),
  }));
  writeFileSync(join(directory, 'platforms.json'), JSON.stringify(platforms));
});

afterEach(async () => {
  rmSync(directory, { recursive: true });
  await site.close();
});

function start(data?: string): Promise<TestRelay> {
  return TestRelay.start({
    settings: {
      PERMANENCE_CONTENT_DIRECTORY: directory,
      PERMANENCE_LINK_CHECKS: 'true',
      PERMANENCE_LINK_CHECK_PRIVATE_ADDRESSES: 'true',
    },
    links: { authorities: [site.certificate], breath: 0 },
    ...(data === undefined ? {} : { directory: data }),
  });
}

test('K1: a desk hears how links stand, a bad one is refused, and a restart forgets nothing', async () => {
  const relay = await start();
  const { conversation } = await relay.citizen();
  const { desk } = await relay.desk('dupont');
  const { content } = await desk.frame('content', (frame) => frame.content.health !== undefined);
  const health = new Map(content.health?.map((row) => [row.platform, row]));
  expect(health.get('thesee')).toMatchObject({ state: 'dead', reason: 'status', status: 410 });
  expect(health.get('igpn')).toMatchObject({ state: 'altered', reason: 'domain' });
  expect(health.get('service-public')).toMatchObject({ state: 'ok' });
  expect(health.size).toBe(content.platforms.filter(({ url }) => url !== null).length);

  expect(await desk.command({ kind: 'take', conversation })).toBe('ack');
  const send = (platform: string) => desk.command({ kind: 'redirection', conversation, platform });
  expect(await send('thesee')).toBe('link-blocked');
  expect(await send('igpn')).toBe('link-blocked');
  expect(await send('service-public')).toBe('ack');
  expect(await send('appel-17')).toBe('ack');
  desk.send({ type: 'follow', conversation, after: 0 });
  const { entries } = await desk.frame('entries');
  const sent = entries.flatMap(({ body }) => (body.kind === 'redirection' ? [body.platform] : []));
  expect(sent.map(({ id, phone, url }) => [id, phone, url === null])).toEqual([
    ['service-public', null, false],
    ['appel-17', '17', true],
  ]);

  const asked = site.asked.length;
  const password = relay.password('martin');
  const again = await start(await relay.close());
  const { token } = await again.signIn('martin', password);
  const other = again.connectDesk(token);
  await other.hello();
  const { content: after } = await other.frame('content');
  expect(after.health).toEqual(content.health);
  expect(site.asked).toHaveLength(asked);
  await again.destroy();
});

test('another host that a link may lead to is believed at once, and again after a restart', async () => {
  const relay = await start();
  const { desk } = await relay.desk('dupont');
  const told = await desk.frame('content', (frame) => frame.content.health !== undefined);
  const before = told.content.platforms.find(({ id }) => id === 'igpn');
  const item = { ...before, alsoAt: ['127.0.0.1'] };
  const { token } = await relay.signIn('moreau');
  const asked = site.asked.length;
  const saved = await relay.post(
    '/api/desk/content',
    { kind: 'platform', id: 'igpn', item, before },
    { authorization: `Bearer ${token}` },
  );
  expect(await saved.json()).toEqual({ kind: 'saved' });
  const state = (content: Content) => content.health?.find(({ platform }) => platform === 'igpn')?.state;
  const { content } = await desk.frame('content', (frame) => state(frame.content) === 'ok');
  expect(site.asked.slice(asked).every(({ path }) => path === '/elsewhere' || path === '/ok')).toBe(true);

  const asking = site.asked.length;
  const password = relay.password('martin');
  const again = await start(await relay.close());
  const signed = await again.signIn('martin', password);
  const other = again.connectDesk(signed.token);
  await other.hello();
  expect((await other.frame('content')).content.health).toEqual(content.health);
  expect(site.asked).toHaveLength(asking);
  await again.destroy();
});

test('switched off, which is the default, nothing is asked and nothing is blocked', async () => {
  const relay = await TestRelay.start({ settings: { PERMANENCE_CONTENT_DIRECTORY: directory } });
  const { conversation } = await relay.citizen();
  const { desk } = await relay.desk('dupont');
  const { content } = await desk.frame('content');
  expect(content.health).toBeUndefined();
  expect(await desk.command({ kind: 'take', conversation })).toBe('ack');
  expect(await desk.command({ kind: 'redirection', conversation, platform: 'thesee' })).toBe('ack');
  expect(site.asked).toEqual([]);
  await relay.destroy();
});
