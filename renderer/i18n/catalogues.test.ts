import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { CATALOGUES } from './languages.ts';

/** Every text of a catalogue with its place; functions are called with stand-ins. */
function texts(value: unknown, place: string): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return texts(value(3, 5), `${place}()`);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => texts(part, `${place}.${key}`));
}

describe('the catalogues', () => {
  test.each(['fr', 'en'] as const)('%s: no text is empty', (language) => {
    const all = texts(CATALOGUES[language], language);
    expect(all.length).toBeGreaterThan(250);
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('French: no plain space before ; : ! ? » % nor after «', () => {
    const wrong = texts(CATALOGUES.fr, 'fr').filter(([, text]) => / [;:!?»%]|« /.test(text));
    expect(wrong).toEqual([]);
  });

  test('French: typographic apostrophes, and vouvoiement', () => {
    const all = texts(CATALOGUES.fr, 'fr');
    expect(all.filter(([, text]) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
    expect(all.filter(([, text]) => /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu.test(text))).toEqual([]);
  });

  test('English has no French left in it', () => {
    expect(
      texts(CATALOGUES.en, 'en')
        .filter(([, text]) => /[éèêàç]/.test(text))
        .map(([place]) => place),
    ).toEqual(['en.dialogs.settings.languages.fr']);
  });
});

/** What a person reads or hears of an element that is not between its tags. */
const SPOKEN =
  /^(title|alt|placeholder|label|aria-(label|description|valuetext|roledescription|placeholder))$/;
/** Keys are written as on the keyboard, in every language. */
const KEYS = /\b(Alt|Ctrl)\+\S+/g;

type Node = { readonly type?: string; readonly [part: string]: unknown };

/** What is inside a node, and whether its words are read or heard. */
function partsOf(node: Node, spoken: boolean): readonly (readonly [part: unknown, spoken: boolean])[] {
  const { type, ...parts } = node;
  switch (type) {
    case 'JSXAttribute':
      return [[node['value'], SPOKEN.test(String((node['name'] as Node)['name']))]];
    case 'JSXElement':
      return [
        [node['openingElement'], false],
        [node['children'], true],
      ];
    case 'JSXFragment':
      return [[node['children'], true]];
    case 'CallExpression':
    case 'ArrowFunctionExpression':
      return [[Object.values(parts), false]];
    case 'BinaryExpression':
    case 'MemberExpression':
      return [];
    default:
      return [[Object.values(parts), spoken]];
  }
}

/** The words written in a piece of code itself: between tags, in spoken attributes, in templates of either. */
function wordsIn(node: unknown, spoken = false): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => wordsIn(each, spoken));
  if (node === null || typeof node !== 'object') return [];
  const { type, value } = node as Node;
  if (type === 'JSXText') return [String(value)];
  if (type === 'TemplateElement') return spoken ? [String((value as Node)['cooked'])] : [];
  if (type === 'Literal') return spoken && typeof value === 'string' ? [value] : [];
  return partsOf(node as Node, spoken).flatMap(([part, heard]) => wordsIn(part, heard));
}

test('no component has words of its own: what is read or heard comes from a catalogue', () => {
  const components = globSync('renderer/**/*.tsx').filter((file) => !file.includes('.test.'));
  expect(components.length).toBeGreaterThan(80);
  const written = components.flatMap((file) => {
    const { program } = parseSync(file, readFileSync(file, 'utf8'));
    return wordsIn(program)
      .map((words) => words.replaceAll(KEYS, ''))
      .filter((words) => /\p{L}{2}|%/u.test(words))
      .map((words) => `${file}: ${words.trim()}`);
  });
  expect(written).toEqual([]);
});
