import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublicAddress } from './address.ts';
import { type Asking, ask } from './ask.ts';
import { type AskFor, checkLink, isExpectedHost, type Link } from './check.ts';
import { RottenSite } from './rot.testkit.ts';

let site: RottenSite;
let expired: RottenSite;
let unknown: RottenSite;

beforeAll(async () => {
  [site, expired, unknown] = await Promise.all([
    RottenSite.open(),
    RottenSite.open(Date.now() - 86_400_000),
    RottenSite.open(),
  ]);
});

afterAll(async () => {
  await Promise.all([site.close(), expired.close(), unknown.close()]);
});

/** Long enough for a busy machine, short enough to wait for. */
const TIMEOUT = 2_000;

function asking(part: Partial<Asking> = {}): Asking {
  const authorities = [site.certificate, expired.certificate];
  return { timeout: TIMEOUT, privateAddresses: true, authorities, ...part };
}

function linkTo(url: string, alsoAt: readonly string[] = []): Link {
  return { platform: 'a-platform', url, alsoAt };
}

function check(url: string, alsoAt: readonly string[] = [], part: Partial<Asking> = {}) {
  const askFor: AskFor = (address, method, cookie) => ask(address, method, asking(part), cookie);
  return checkLink(linkTo(url, alsoAt), askFor);
}

describe('a link that rots', () => {
  test.each([
    ['/ok', 'ok', null, 200],
    ['/get-only', 'ok', null, 200],
    ['/moved', 'ok', null, 200],
    ['/cookie', 'ok', null, 200],
    ['/never-was', 'dead', 'status', 404],
    ['/gone', 'dead', 'status', 410],
    ['/broken', 'uncertain', 'status', 500],
    ['/wall', 'uncertain', 'status', 403],
    ['/busy', 'uncertain', 'status', 429],
    ['/loop', 'dead', 'redirects', 302],
    ['/long-0', 'dead', 'redirects', null],
    ['/elsewhere', 'altered', 'domain', 301],
    ['/insecure', 'altered', 'insecure', 301],
    ['/page', 'ok', null, 200],
    ['/article', 'ok', null, 200],
    ['/for-sale', 'altered', 'parked', 200],
    ['/for-sale-en', 'altered', 'parked', 200],
    ['/expired', 'altered', 'parked', 200],
    ['/parked', 'altered', 'parked', 200],
    ['/refresh', 'altered', 'domain', 200],
    ['/refresh-page', 'altered', 'domain', 200],
    ['/refresh-insecure', 'altered', 'insecure', 200],
    ['/refresh-here', 'ok', null, 200],
    ['/refresh-later', 'ok', null, 200],
    ['/refresh-without-scripts', 'ok', null, 200],
    ['/cut', 'uncertain', 'unreachable', null],
    ['/switch', 'uncertain', 'unreachable', null],
    ['/slow', 'uncertain', 'timeout', null],
  ] as const)('%s is %s (%s)', async (path, state, reason, status) => {
    expect(await check(site.url(path))).toMatchObject({ state, reason, status });
  });

  test('five redirects are followed, a sixth is not', async () => {
    expect(await check(site.url('/long-3'))).toMatchObject({ state: 'dead', reason: 'status', status: 404 });
    expect(await check(site.url('/long-2'))).toMatchObject({ state: 'dead', reason: 'redirects' });
  });

  test('an expired certificate, and one of nobody known', async () => {
    expect(await check(expired.url('/ok'))).toMatchObject({ state: 'altered', reason: 'certificate' });
    expect(await check(unknown.url('/ok'))).toMatchObject({ state: 'altered', reason: 'certificate' });
  });

  test('a name that is not there may be a bad hour of the resolver', async () => {
    const { state, reason, passing } = await check('https://nowhere.invalid/');
    expect([state, passing]).toEqual(['uncertain', true]);
    expect(['name', 'unreachable']).toContain(reason);
  });

  test('a huge body is not read', async () => {
    expect(await check(site.url('/huge'))).toMatchObject({ state: 'ok', status: 200 });
    // What the sockets' buffers swallowed before the connection was cut, of 64 MiB.
    expect(site.sent).toBeLessThan(16 * 1024 * 1024);
  });

  test('of a page that has no end the beginning is read', async () => {
    site.sent = 0;
    expect(await check(site.url('/huge-page'))).toMatchObject({ state: 'ok', status: 200 });
    expect(site.sent).toBeLessThan(16 * 1024 * 1024);
  });

  test('another domain is right when the catalogue names it', async () => {
    expect(await check(site.url('/elsewhere'), ['127.0.0.1'])).toMatchObject({ state: 'ok' });
    expect(await check(site.url('/refresh'), ['127.0.0.1'])).toMatchObject({ state: 'ok' });
  });

  test('it says who asks, HEAD first, and GET only where that settled nothing', async () => {
    site.asked.splice(0);
    await check(site.url('/ok'));
    await check(site.url('/busy'));
    await check(site.url('/get-only'));
    await check(site.url('/page'));
    expect(site.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'HEAD /ok',
      'HEAD /busy',
      'HEAD /get-only',
      'GET /get-only',
      'HEAD /page',
      'GET /page',
    ]);
    expect(new Set(site.asked.map(({ userAgent }) => userAgent))).toEqual(new Set(['Permanence link check']));
    await check(site.url('/ok'), [], { page: 'https://tchat.example.fr' });
    expect(site.asked.at(-1)?.userAgent).toBe('Permanence link check (+https://tchat.example.fr)');
  });
});

describe('addresses that are not public', () => {
  test.each([
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.1.2.3/',
    'https://[::ffff:10.0.0.1]/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://example.org:8443/',
  ])('%s is never asked', async (url) => {
    const finding = await check(url, [], { privateAddresses: false });
    expect(finding).toMatchObject({ state: 'altered', reason: 'address' });
  });

  test('the site itself is not asked either, and hears nothing', async () => {
    site.asked.splice(0);
    await check(site.url('/ok'), [], { privateAddresses: false });
    expect(site.asked).toEqual([]);
  });

  test('nor after a redirect, even to a host that the catalogue names', async () => {
    const askFor: AskFor = (url, method, cookie) =>
      ask(url, method, asking({ privateAddresses: url.host === `localhost:${site.port}` }), cookie);
    expect(await checkLink(linkTo(site.url('/inside'), ['127.0.0.2']), askFor)).toMatchObject({
      state: 'altered',
      reason: 'address',
    });
  });

  test.each([
    ['93.184.215.14', true],
    ['2606:2800:21f::1', true],
    ['172.32.0.1', true],
    ['172.31.255.255', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2001:db8::1', false],
    ['not an address', false],
  ])('%s: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

test('the expected host: its own, www or not, below it, or one that is named', () => {
  const link = linkTo('https://www.masecurite.interieur.gouv.fr/fr', ['franceconnect.gouv.fr']);
  for (const host of [
    'masecurite.interieur.gouv.fr',
    'www.masecurite.interieur.gouv.fr',
    'fr.masecurite.interieur.gouv.fr',
    'franceconnect.gouv.fr',
  ]) {
    expect(isExpectedHost(host, link), host).toBe(true);
  }
  for (const host of [
    'interieur.gouv.fr',
    'masecurite.interieur.gouv.fr.example.com',
    'evilmasecurite.interieur.gouv.fr',
  ]) {
    expect(isExpectedHost(host, link), host).toBe(false);
  }
});
