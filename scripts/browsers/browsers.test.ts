import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lackingInFiles } from './check.ts';
import { floorsAt } from './floors.ts';
import { lackingInScript } from './script.ts';
import { lackingInStyle } from './style.ts';

const NOW = new Date('2026-11-29');
const floors = floorsAt(NOW);

test('the floor is the version that was current two years ago', () => {
  expect(floors).toMatchObject({ chrome: '131', firefox: '133', safari: '18.1' });
  expect(floorsAt(new Date('2027-11-29')).chrome).not.toBe('131');
});

describe('a planted violation is found', () => {
  test.each([
    ['new EyeDropper().open();', 'EyeDropper', /firefox 133/],
    ['document.startViewTransition(() => undefined);', '.startViewTransition', /firefox 133/],
    ['Promise.try(() => 1);', 'Promise.try', /safari 18.1/],
    ['if (a) { navigator.modelContext; Temporal.Now.instant(); }', 'Temporal', /chrome 131/],
  ])('%s', (source, name, browsers) => {
    expect(lackingInScript(source, floors).get(name)?.join()).toMatch(browsers);
  });

  test.each([
    ['textarea{field-sizing:content}', 'field-sizing', /firefox 133/],
    ['@media print{p{interpolate-size:allow-keywords}}', 'interpolate-size', /safari 18.1/],
    ['@view-transition{navigation:auto}', '@view-transition', /firefox 133/],
    ['a:has-slotted{color:red}', ':has-slotted', /chrome 131/],
  ])('%s', (source, name, browsers) => {
    expect(lackingInStyle(source, floors).get(name)?.join()).toMatch(browsers);
  });

  test('in the built files, by name of file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'permanence-built-'));
    writeFileSync(join(folder, 'a.js'), 'new EyeDropper();');
    writeFileSync(join(folder, 'b.css'), 'p{field-sizing:content}');
    const found = lackingInFiles(folder, ['*.js', '*.css'], floors);
    rmSync(folder, { recursive: true });
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^a\.js: "EyeDropper" is not in .*firefox 133/);
  });
});

test('what is old enough, asked for first, or the script’s own is let through', () => {
  const script =
    'class A { moveBefore() {} } new A().moveBefore(); [1].at(-1); structuredClone({}); Array.from([]);';
  expect([...lackingInScript(script, floors).keys()]).toEqual([]);
  const style =
    '@supports (field-sizing:content){p{field-sizing:content}} p{inset-inline-end:0;content:"x:y{}"} a:has(b){}';
  expect([...lackingInStyle(style, floors).keys()]).toEqual([]);
});
