import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from './build.ts';
import { emergencyWeights, MOST, MOST_WEIGHTS, pageWeight } from './page-weight.ts';
import { ROOT } from './paths.ts';

const planted = mkdtempSync(join(tmpdir(), 'permanence-page-'));
const write = (name: string, text: string) => writeFileSync(join(planted, name), text);

beforeAll(async () => {
  await buildPage();
  mkdirSync(join(planted, 'assets'));
  write('index.html', '<script type="module" src="./assets/index-aaaaaaaa.js"></script>');
  write('assets/index-aaaaaaaa.js', 'console.log(1);import("./chat-aaaaaaaa.js")');
  write('assets/chat-aaaaaaaa.js', 'import{a as b}from"./shared-aaaaaaaa.js";b()');
  write('assets/shared-aaaaaaaa.js', 'import"./deeper-aaaaaaaa.js";export{a}');
  write('assets/other-aaaaaaaa.js', '');
  for (const name of [
    'texts-fr',
    'texts-fr-simple',
    'emergency-rules',
    'suggestions',
    'help',
    'help-search',
    'deeper',
  ])
    write(`assets/${name}-aaaaaaaa.js`, `"${'x'.repeat(100)}"`);
});
afterAll(() => rmSync(planted, { recursive: true }));

test('the scripts of the built page are within their budget', () => {
  const { chat, waiting } = pageWeight(join(ROOT, 'out/page'));
  expect(chat.gzip).toBeLessThan(MOST.chat.gzip);
  expect(chat.brotli).toBeLessThan(MOST.chat.brotli);
  expect(waiting.gzip).toBeLessThan(MOST.waiting.gzip);
  expect(waiting.brotli).toBeLessThan(MOST.waiting.brotli);
  for (const most of Object.values(MOST).flatMap(Object.values)) expect(most).toBeLessThanOrEqual(50);
});

test('the data beside them is within its own', () => {
  const { gzip, brotli } = emergencyWeights(join(ROOT, 'out/page'));
  expect(gzip).toBeLessThan(MOST_WEIGHTS.gzip);
  expect(brotli).toBeLessThan(MOST_WEIGHTS.brotli);
  expect(() => emergencyWeights(planted)).toThrow('weights');
});

test('what a script imports is weighed with it; what is not loaded is not', () => {
  const { first, chat, waiting } = pageWeight(planted);
  const names = (scripts: readonly string[]) => scripts.map((script) => script.replace('-aaaaaaaa.js', ''));
  expect(names(first.scripts)).toEqual(['index']);
  expect(names(chat.scripts)).toEqual(['chat', 'deeper', 'emergency-rules', 'index', 'shared', 'texts-fr']);
  expect(names(waiting.scripts)).toHaveLength(9);
  expect(chat.gzip).toBeGreaterThan(first.gzip);
});

test('a script that is called otherwise is missed, not left out', () => {
  rmSync(join(planted, 'assets/emergency-rules-aaaaaaaa.js'));
  expect(() => pageWeight(planted)).toThrow('emergency');
});
