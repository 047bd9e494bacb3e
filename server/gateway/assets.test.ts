import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadAssets, packAssets } from './assets.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-assets-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'assets/page-1.js'), 'console.log("bonjour");'.repeat(50));
  writeFileSync(join(directory, 'icon.svg'), '<svg/>');
  writeFileSync(join(directory, 'index.html'), '<!doctype html>');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** What each way of asking for a file gives. */
async function given(path: string): Promise<readonly string[]> {
  const body = (await loadAssets(directory)).get(path)?.body;
  if (body === undefined) throw new Error(`${path} is not served`);
  return [body.raw, gunzipSync(body.gzip), brotliDecompressSync(body.br)].map(String);
}

test('packed or not, the same files are served, and neither the page itself nor what was packed', async () => {
  const before = [...(await loadAssets(directory)).keys()].sort();
  await packAssets(directory);
  expect(readdirSync(join(directory, 'assets')).sort()).toEqual(
    ['page-1.js', 'page-1.js.br', 'page-1.js.gz'].sort(),
  );
  expect(existsSync(join(directory, 'index.html.br'))).toBe(false);
  expect([...(await loadAssets(directory)).keys()].sort()).toEqual(before);
  expect(before).toEqual(['/assets/page-1.js', '/icon.svg']);
  expect(new Set(await given('/assets/page-1.js')).size).toBe(1);
});

test('what was packed is served as it was packed', async () => {
  await packAssets(directory);
  const packed = (await loadAssets(directory)).get('/icon.svg')?.body;
  writeFileSync(join(directory, 'icon.svg.br'), 'packed otherwise');
  expect((await loadAssets(directory)).get('/icon.svg')?.body.gzip).toEqual(packed?.gzip);
  expect(String((await loadAssets(directory)).get('/icon.svg')?.body.br)).toBe('packed otherwise');
});

test('a file that was changed since it was packed is served as it is now', async () => {
  await packAssets(directory);
  const file = join(directory, 'icon.svg');
  writeFileSync(file, '<svg>new</svg>');
  const later = Date.now() / 1000 + 10;
  utimesSync(file, later, later);
  expect(await given('/icon.svg')).toEqual(Array(3).fill('<svg>new</svg>'));
});

test('where nothing was built nothing is served', async () => {
  expect((await loadAssets(join(directory, 'nowhere'))).size).toBe(0);
});
