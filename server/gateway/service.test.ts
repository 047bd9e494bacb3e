import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CurrentConversation, ServiceInfo, Terms } from '../../protocol/http.ts';
import { TERMS_VERSION } from '../content/index.ts';
import { Sqlite } from '../store/sqlite/sqlite-store.ts';
import { makeCertificate } from './certificate.testkit.ts';
import { TestRelay } from './relay.testkit.ts';
import { eventually } from './socket.testkit.ts';

let relay: TestRelay;
let page: string;

beforeAll(async () => {
  page = mkdtempSync(join(tmpdir(), 'permanence-built-'));
  mkdirSync(join(page, 'assets'));
  writeFileSync(
    join(page, 'index.html'),
    '<html lang="__LANG__"><p><!--opening-->…<!--/opening--></p><script type="application/json" id="service">__SERVICE__</script></html>',
  );
  writeFileSync(join(page, 'assets', 'main-abc123.js'), `export const long = '${'a'.repeat(2_000)}';`);
  writeFileSync(join(page, 'assets', 'main-abc123.js.map'), '{}');
  relay = await TestRelay.start({ pageDirectory: page });
});

afterAll(async () => {
  await relay.destroy();
  rmSync(page, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(relay.url + path, { headers });

describe('the page', () => {
  test('is filled in before any script: language, opening, service', async () => {
    const response = await get('/', { 'accept-language': 'en-GB' });
    const html = await response.text();
    expect(response.headers.get('content-language')).toBe('en');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('No officer is available');
    const json: unknown = JSON.parse(/id="service">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    expect(json).toMatchObject({ language: 'en', termsVersion: TERMS_VERSION, current: false });
    expect(await (await get('/?lang=fr', { 'accept-language': 'en' })).text()).toContain('<html lang="fr">');
  });

  test('says whether the visitor’s conversation goes on, and comes without that too', async () => {
    const cookie = await relay.open();
    const sent = async () => {
      const html = await (await get('/', { cookie })).text();
      return JSON.parse(/id="service">(.*?)<\/script>/.exec(html)?.[1] ?? '') as Record<string, unknown>;
    };
    expect(await sent()).toMatchObject({ current: true });
    const broken = vi.spyOn(Sqlite.prototype, 'bySession').mockRejectedValue(new Error('no store'));
    expect(await sent()).toMatchObject({ termsVersion: TERMS_VERSION });
    expect(await sent()).not.toHaveProperty('current');
    broken.mockRestore();
  });

  test('its files are immutable and compressed; source maps and other paths are not served', async () => {
    const script = await get('/assets/main-abc123.js', { 'accept-encoding': 'br' });
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).toContain('aaaa');
    for (const path of [
      '/assets/main-abc123.js.map',
      '/index.html',
      '/assets/..%2findex.html',
      '/%00',
      '/x',
    ]) {
      const response = await get(path);
      expect([response.status, await response.json()]).toEqual([404, { code: 'not-found' }]);
    }
  });

  test('a relay whose page is not built says what to run', async () => {
    const bare = await TestRelay.start({ pageDirectory: join(page, 'absent') });
    const response = await fetch(bare.url);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
    await bare.destroy();
  });
});

describe('every answer', () => {
  test.each(['/', '/healthz', '/assets/main-abc123.js', '/api/service', '/absent'])(
    '%s carries the security headers',
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('x-permitted-cross-domain-policies')).toBe('none');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('permissions-policy')).toContain('microphone=()');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('the page’s own policy: our scripts and nothing inline, no text ever becomes markup', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((one) => one.split(' ', 2) as [string, string]));
    expect(directives.get('default-src')).toBe("'none'");
    for (const source of ['script-src', 'style-src']) expect(policy).toContain(`${source} 'self';`);
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
    expect(policy).not.toMatch(/unsafe|\*|http:|https:(?!\/\/)/);
  });

  test('a refused handshake carries them too', async () => {
    const desk = relay.connectDesk(null);
    const headers = await new Promise<IncomingHttpHeaders>((resolve) => {
      desk.raw.once('unexpected-response', (_request, response) => resolve(response.headers));
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  test.each(['/api/service', '/api/conversation', '/api/terms', '/absent'])(
    '%s is never stored',
    async (path) => {
      expect((await get(path)).headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('what monitoring asks', () => {
  test('healthz and readyz', async () => {
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 200]);
  });

  test('metrics count what happens, by code and kind', async () => {
    await get('/absent');
    const { citizen } = await relay.citizen();
    const id = citizen.say('bonjour');
    await citizen.frame('ack', (frame) => frame.id === id);
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^permanence_connections\{kind="citizen"\} [1-9]/m);
    expect(text).toMatch(/^permanence_messages_total [1-9]/m);
    expect(text).toMatch(/^permanence_commit_seconds_count [1-9]/m);
    expect(text).toMatch(/^permanence_refusals_total\{where="http",code="not-found"\} [1-9]/m);
    expect(text).toMatch(/^permanence_event_loop_lag_seconds\{quantile="0.99"\} [\d.e-]+$/m);
    // Gauges of the queue are taken each second.
    await eventually(async () => (await get('/metrics')).text()).toMatch(
      /^permanence_conversations_waiting [1-9]/m,
    );
  });

  test('metrics are for the configured networks only, and nobody can pretend to be one', async () => {
    expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(403);
    const other = await TestRelay.start({ settings: { PERMANENCE_METRICS_FROM: '192.0.2.0/24' } });
    expect((await fetch(`${other.url}/metrics`)).status).toBe(403);
    await other.destroy();
  });
});

describe('what the page asks', () => {
  test('the service and the terms', async () => {
    expect(ServiceInfo.parse(await (await get('/api/service')).json()).termsVersion).toBe(TERMS_VERSION);
    const french = Terms.parse(await (await get('/api/terms?language=fr')).json());
    const english = Terms.parse(await (await get('/api/terms?lang=en')).json());
    expect([french.language, english.language, english.version]).toEqual(['fr', 'en', TERMS_VERSION]);
    expect(JSON.stringify(french.penal)).toContain('226-10');
    expect((await get('/api/terms?language=xx')).status).toBe(400);
  });

  test('the terms name the configured publisher', async () => {
    const settings = { PERMANENCE_PUBLISHER_ADDRESS: '1 rue de l’Essai, 00000 Ailleurs' };
    const other = await TestRelay.start({ settings });
    expect(await (await fetch(`${other.url}/api/terms`)).text()).toContain('1 rue de l’Essai');
    await other.destroy();
  });

  test('opening: 201 and a cookie; again with it, 200 and the same; T1: outdated terms, 409', async () => {
    const origin = relay.url;
    const first = await relay.post('/api/conversation', relay.request(), { origin });
    const [given = ''] = first.headers.getSetCookie();
    expect(first.status).toBe(201);
    expect(given).toMatch(/^permanence=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = given.split(';', 1)[0] ?? '';
    const opened: unknown = await first.json();
    const again = await relay.post('/api/conversation', relay.request(), { origin, cookie });
    expect([again.status, await again.json()]).toEqual([200, opened]);
    const current = CurrentConversation.parse(await (await get('/api/conversation', { cookie })).json());
    expect(current).toEqual({ current: opened });
    expect(await (await get('/api/conversation')).json()).toEqual({ current: null });
    const outdated = { ...relay.request(), termsVersion: '1999-01' };
    const refused = await relay.post('/api/conversation', outdated, { origin });
    expect([refused.status, await refused.json()]).toEqual([409, { code: 'terms-outdated' }]);
  });
});

describe('signing in', () => {
  test('wrong: 401; too often: 429 with the time to wait', async () => {
    const own = await TestRelay.start();
    const attempt = (password: string) => own.post('/api/desk/sign-in', { login: 'martin', password });
    for (let count = 0; count < 5; count += 1) {
      const response = await attempt('wrong');
      expect([response.status, await response.json()]).toEqual([401, { code: 'sign-in-failed' }]);
    }
    const locked = await attempt(own.password('martin'));
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(10);
    expect(await locked.json()).toMatchObject({ code: 'locked-out' });
    expect((await own.signIn('dupont')).self.role).toBe('officer');
    await own.destroy();
  });

  test('a body with anything else in it is malformed', async () => {
    const response = await relay.post('/api/desk/sign-in', { login: 'a', password: 'b', role: 'supervisor' });
    expect(response.status).toBe(400);
  });
});

describe('behind a proxy', () => {
  test('cookies are secure, and the address the proxy names is the one that counts', async () => {
    const origin = 'https://tchat.example.fr';
    const proxied = await TestRelay.start({
      settings: {
        PERMANENCE_TRUSTED_PROXIES: '127.0.0.1',
        PERMANENCE_ORIGINS: origin,
        PERMANENCE_SIGN_INS_PER_MINUTE: '1',
      },
    });
    const opened = await proxied.post('/api/conversation', proxied.request(), {
      origin,
      'x-forwarded-for': '192.0.2.1',
    });
    expect(opened.headers.getSetCookie()[0]).toMatch(
      /^__Host-permanence=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(opened.headers.get('strict-transport-security')).toContain('max-age=');
    const body = { login: 'nobody', password: 'wrong' };
    const from = async (forwarded: string) =>
      (await proxied.post('/api/desk/sign-in', body, { 'x-forwarded-for': forwarded })).status;
    expect(await from('192.0.2.1')).toBe(401);
    expect(await from('192.0.2.2')).toBe(401);
    // What the client itself wrote further left changes nothing.
    expect(await from('198.51.100.1, 192.0.2.1')).toBe(429);
    expect(await from('198.51.100.2, 192.0.2.2')).toBe(429);
    await proxied.destroy();
  });

  test('without a declared proxy, X-Forwarded-For gives nobody a fresh start', async () => {
    const plain = await TestRelay.start({ settings: { PERMANENCE_SIGN_INS_PER_MINUTE: '1' } });
    const body = { login: 'nobody', password: 'wrong' };
    const statuses: number[] = [];
    for (const forwarded of ['192.0.2.1', '192.0.2.2']) {
      statuses.push((await plain.post('/api/desk/sign-in', body, { 'x-forwarded-for': forwarded })).status);
    }
    expect(statuses).toEqual([401, 429]);
    await plain.destroy();
  });

  test('nobody but the proxy may connect', async () => {
    const origin = 'https://tchat.example.fr';
    const proxied = await TestRelay.start({
      settings: {
        PERMANENCE_TRUSTED_PROXIES: '10.0.0.1',
        PERMANENCE_ORIGINS: origin,
        PERMANENCE_HOST: '127.0.0.2',
      },
    });
    // This machine may ask how the relay is; it speaks for nobody else.
    expect((await fetch(`${proxied.url}/healthz`)).status).toBe(200);
    await proxied.destroy();
  });
});

describe('under TLS', () => {
  test('HTTP, cookies and both sockets, with the certificate of the files', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'permanence-tls-'));
    const { certificate, key } = makeCertificate();
    writeFileSync(join(directory, 'certificate.pem'), certificate);
    writeFileSync(join(directory, 'key.pem'), key);
    const secure = await TestRelay.start({
      settings: {
        PERMANENCE_TLS_CERTIFICATE_FILE: join(directory, 'certificate.pem'),
        PERMANENCE_TLS_KEY_FILE: join(directory, 'key.pem'),
      },
    });
    expect(secure.url).toMatch(/^https:/);
    const [status, cookie] = await new Promise<[number, string]>((resolve, reject) => {
      const asked = request(
        `${secure.url}/api/conversation`,
        {
          method: 'POST',
          ca: certificate,
          headers: { origin: secure.url, 'content-type': 'application/json' },
        },
        (response) => {
          response.resume();
          const given = response.headers['set-cookie']?.[0] ?? '';
          expect(response.headers['strict-transport-security']).toBe('max-age=63072000');
          resolve([response.statusCode ?? 0, given]);
        },
      );
      asked.on('error', reject);
      asked.end(JSON.stringify(secure.request()));
    });
    expect(status).toBe(201);
    expect(cookie).toMatch(/^__Host-permanence=.*; Secure$/);
    const citizen = secure.connectCitizen(cookie.split(';', 1)[0] ?? '', { ca: certificate });
    expect((await citizen.hello()).reference).toMatch(/^C-/);
    // A cookie of the plain name, which another host of the domain could have set, opens nothing.
    const plain = cookie.split(';', 1)[0]?.replace('__Host-', '') ?? '';
    expect(await secure.connectCitizen(plain, { ca: certificate }).reason()).toBe('conversation-gone');
    await secure.destroy();
    rmSync(directory, { recursive: true, force: true });
  });
});
