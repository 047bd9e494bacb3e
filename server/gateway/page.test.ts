import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { choose } from './encoded.ts';
import { chooseLanguage, chooseTheme, loadPage, openingSentence } from './page.ts';

const directory = mkdtempSync(join(tmpdir(), 'permanence-page-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const INFO = {
  onDuty: 2,
  free: 4,
  waiting: 3,
  estimate: { low: 3, high: 6 },
  termsVersion: '</script>$&<b>',
  chat: 'open' as const,
  deferred: false,
};

writeFileSync(
  join(directory, 'index.html'),
  '<html lang="__LANG__" dir="__DIRECTION__" data-theme="__THEME__"><!--texts--><p aria-label="Numéros" data-label="emergency.region"><a data-text="emergency.ask">Urgence</a> <a href="/orientation" data-text="orientation.guide">Guide</a></p><!--languages--><p><!--opening-->Bientôt.<!--/opening--></p>' +
    '<script type="application/json" id="service">__SERVICE__</script></html>',
);

mkdirSync(join(directory, 'assets'));
for (const language of ['fr', 'es']) {
  writeFileSync(join(directory, 'assets', `texts-${language}-A_b-1234.js`), 'export {};');
}

describe('the filled page', () => {
  test('says language, theme, opening and service in the static HTML', async () => {
    const page = await loadPage(directory);
    const html = (await page.fill(INFO, 'fr', 'dark'))?.raw.toString() ?? '';
    expect(html).toContain('<html lang="fr" dir="ltr" data-theme="dark">');
    expect(html).toContain('Comptez entre 3 et 6 minutes');
    expect(html).not.toContain('Bientôt');
    expect(html).not.toContain('__');
    const json = /id="service">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({ ...INFO, language: 'fr' });
  });

  test.each([
    [{ low: 0, high: 1 }, 'moins d’une minute'],
    [{ low: 0, high: 4 }, 'moins de 4 minutes'],
    [{ low: 5, high: 5 }, 'environ 5 minutes'],
    [{ low: 60, high: 90 }, 'plus d’une heure'],
    [null, 'dès que possible'],
  ])('a wait of %o: %s', (estimate, words) => {
    expect(openingSentence({ ...INFO, estimate }, 'fr')).toContain(words);
  });

  test('says so when nobody is there', async () => {
    const page = await loadPage(directory);
    const nobody = { ...INFO, onDuty: 0, estimate: null };
    expect((await page.fill(nobody, 'fr', 'system'))?.raw.toString()).toContain('Aucun policier');
    expect((await page.fill(nobody, 'en', 'system'))?.raw.toString()).toContain('No officer');
  });

  test('words its static parts, and offers every language as a link that keeps the theme', async () => {
    const made = (await (await loadPage(directory)).fill(INFO, 'es', 'dark'))?.raw.toString() ?? '';
    expect(made).toContain('aria-label="Números de emergencia" data-label="emergency.region"');
    expect(made).toContain('>¿Emergencia?</a>');
    expect(made).toContain('href="/orientation?lang=es"');
    expect(made).toContain('<a href="/?lang=en&amp;theme=dark" lang="en" hreflang="en">English</a>');
    expect(made).toContain('hreflang="es" aria-current="true">Español</a>');
    expect(made).toContain('<link rel="modulepreload" href="./assets/texts-es-A_b-1234.js">');
    expect(made).not.toMatch(/<!--|texts-fr/);
  });

  test('a name that no catalogue has stops the relay, not the reader', async () => {
    const wrong = mkdtempSync(join(directory, 'wrong-'));
    writeFileSync(join(wrong, 'index.html'), '<p data-text="emergency.nothing">x</p>');
    await expect(loadPage(wrong)).rejects.toThrow('emergency.nothing');
  });

  test('is the same in every encoding', async () => {
    const filled = await (await loadPage(directory)).fill(INFO, 'fr', 'light');
    if (filled === null) throw new Error('no page');
    expect(brotliDecompressSync(filled.br)).toEqual(filled.raw);
    expect(gunzipSync(filled.gzip)).toEqual(filled.raw);
    expect(choose(filled, 'gzip, br;q=0').encoding).toBe('gzip');
    expect(choose(filled, 'deflate, gzip;q=1.0, br').encoding).toBe('br');
    expect(choose(filled, undefined).encoding).toBeNull();
  });

  test('is null while nothing was built', async () => {
    expect(await (await loadPage(join(directory, 'absent'))).fill(INFO, 'fr', 'light')).toBeNull();
  });
});

test.each([
  [undefined, undefined, 'fr'],
  ['en', 'fr', 'en'],
  ['xx', 'en', 'en'],
  [['en', 'fr'], undefined, 'fr'],
  [undefined, 'en-GB,en;q=0.9,fr;q=0.8', 'en'],
  [undefined, 'fr-CA, en', 'fr'],
  [undefined, 'ja, en;q=0.3, fr;q=0.2', 'en'],
  [undefined, 'ja', 'fr'],
  [undefined, 'es-MX, en;q=0.9', 'es'],
  [undefined, 'ja, es;q=0.3, en;q=0.3', 'es'],
  ['es', 'fr', 'es'],
  [undefined, 'en;q=0', 'fr'],
])('language: asked %s, browser %s: %s', (asked, browser, language) => {
  expect(chooseLanguage(asked, browser)).toBe(language);
});

test('a theme nobody knows is the system’s', () => {
  expect(chooseTheme('dark')).toBe('dark');
  expect(chooseTheme('"><script>')).toBe('system');
});
