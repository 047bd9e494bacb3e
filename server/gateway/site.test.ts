import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HelpIndex } from '../../protocol/help.ts';
import { TestRelay } from './relay.testkit.ts';

const CANARY = 'canari-de-recherche';
const lines: string[] = [];
let relay: TestRelay;
beforeAll(async () => {
  relay = await TestRelay.start({
    settings: { PERMANENCE_LOG_LEVEL: 'debug' },
    logTarget: { write: (line) => void lines.push(line) },
  });
});
afterAll(() => relay.destroy());

const get = (path: string, headers: Record<string, string> = {}) => fetch(relay.url + path, { headers });

describe('the help centre, served', () => {
  test.each([
    ...['/aide', '/aide/bruit-voisins', '/plateformes', '/aide?q=bruit'],
    ...[
      '/mentions-legales',
      '/conditions',
      '/confidentialite',
      '/droits',
      '/cookies',
      '/accessibilite',
      '/signaler',
      '/verification',
    ],
  ])('%s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).toContain('href="tel:17"');
  });

  test.each([
    ['/orientation?lang=ar', 'fr', 'ar', '<html lang="ar" dir="rtl"'],
    ['/orientation/vol', 'uk-UA,uk;q=0.9', 'uk', '<html lang="uk" dir="ltr"'],
    ['/orientation/vol?lang=zh', 'uk', 'zh-Hans', '<html lang="zh-Hans" dir="ltr"'],
    ['/orientation?lang=fr-simple', 'uk', 'fr', '<html lang="fr"'],
    ['/orientation/nowhere?lang=ar', 'fr', 'en', '<html lang="en"'],
    ['/aide?lang=ar', 'fr', 'en', '<html lang="en"'],
  ])('%s for a browser that prefers %s is in %s', async (path, preferred, language, start) => {
    const response = await get(path, { 'accept-language': preferred });
    expect(response.headers.get('content-language')).toBe(language);
    expect(await response.text()).toContain(start);
  });

  test('its style sheet is its own, kept for good', async () => {
    const sheet = /href="(\/assets\/site-[0-9a-f]+\.css)"/.exec(await (await get('/aide')).text())?.[1] ?? '';
    const response = await get(sheet);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  test('its one script serves the quick exit, and is kept for good as well', async () => {
    const script = /src="(\/assets\/exit-[0-9a-f]+\.js)"/.exec(await (await get('/aide')).text())?.[1] ?? '';
    const response = await get(script);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toContain('location.replace');
  });

  test('speaks the language asked for, and keeps it in its links', async () => {
    const chosen = await (await get('/aide?lang=en&theme=dark')).text();
    expect(chosen).toContain('<html lang="en" data-theme="dark">');
    expect(chosen).toContain('href="/plateformes?lang=en&amp;theme=dark"');
    const preferred = await get('/aide', { 'accept-language': 'en' });
    expect(preferred.headers.get('content-language')).toBe('en');
    expect(await preferred.text()).toContain('href="/plateformes"');
  });

  test('a name that no article has is a page that says so', async () => {
    for (const path of ['/aide/nowhere', '/aide/%22%3E%3Cscript%3E', '/aide/..%2f..%2fetc']) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      const text = await response.text();
      expect(text).toContain('href="tel:17"');
      expect(text).not.toContain('<script>');
    }
  });

  test('the index is whole, for a page to search by itself', async () => {
    const index = HelpIndex.parse(await (await get('/api/help?lang=en')).json());
    expect(index.language).toBe('en');
    expect(index.articles.length).toBeGreaterThanOrEqual(60);
    expect((await get('/api/help?lang=xx')).status).toBe(400);
  });

  test('what somebody searches is in no log', async () => {
    expect((await get(`/aide?q=${CANARY}`)).status).toBe(200);
    expect((await get(`/aide?q=${CANARY}&q=twice`)).status).toBe(200);
    expect((await get(`/aide/${CANARY}`)).status).toBe(404);
    await relay.citizen();
    expect(lines.join('')).toContain('conversation-opened');
    expect(lines.join('')).not.toContain(CANARY);
  });
});
