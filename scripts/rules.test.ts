import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './paths.ts';

const RULE = /^- \*\*([A-Z]\d+)\*\*/gm;
/** What a test is called, or begins with: `test('D1, D4: …'`, also with a template or after `.each`. */
const TITLE = /\b(?:test|it|describe)(?:\.\w+)*\(\s*[`'"]([^`'"\n]*)/g;
/** The rules a title quotes, before its colon. */
const QUOTED = /^((?:[A-Z]\d+(?:, | and )?)+):/;

const rules = [...readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8').matchAll(RULE)].map(
  ([, rule]) => rule,
);
const titles = globSync(
  '{protocol,server,main,preload,renderer,e2e,bench,scripts}/**/*.{test,spec}.{ts,tsx}',
  {
    cwd: ROOT,
  },
).flatMap((file) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(TITLE)].map(([, title = '']) => title),
);

test('every rule of docs/protocol.md is numbered once and quoted by a test', () => {
  expect(rules.length).toBeGreaterThan(30);
  expect(new Set(rules).size).toBe(rules.length);
  const unquoted = rules.filter((rule) => !titles.some((title) => new RegExp(`\\b${rule}\\b`).test(title)));
  expect(unquoted, 'quote these in the title of a test that proves them').toEqual([]);
});

test('no test quotes a rule that is not there', () => {
  const quoted = titles.flatMap((title) => QUOTED.exec(title)?.[1]?.match(/[A-Z]\d+/g) ?? []);
  expect(quoted.length).toBeGreaterThan(60);
  expect([...new Set(quoted)].filter((rule) => !rules.includes(rule))).toEqual([]);
});
