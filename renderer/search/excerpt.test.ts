import { describe, expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

const marked = (text: string, words: string[], length = 60) =>
  excerpt(text, new Set(words), length)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('an excerpt', () => {
  test('marks what was found as it is written, whatever accents and ligatures', () => {
    expect(marked('Mon VÉLO, à l’école : le cœur', ['velo', 'ecole', 'coeur'])).toBe(
      'Mon [VÉLO], à l’[école] : le [cœur]',
    );
  });

  test('is the whole text when it is short, and the text’s beginning when nothing matches', () => {
    expect(marked('Bonjour', [])).toBe('Bonjour');
    expect(marked('un deux trois quatre', ['cinq'], 12)).toBe('un deux …');
  });

  test('marks signs inside a sentence and numbers across their separators', () => {
    expect(marked('我的居留证被偷了', ['居留证'])).toBe('我的[居留证]被偷了');
    expect(marked('au 06.12.34.56.78, ou le 06', ['0612345678', '061234*'])).toBe(
      'au [06.12.34.56.78], ou le 06',
    );
    const long = `${'我在地铁上'.repeat(60)}居留证${'被偷了'.repeat(60)}`;
    expect(marked(long, ['居留证'], 80)).toMatch(/^… .{10,40}\[居留证\].{20,}…$/u);
  });

  test('begins a little before the first match and cuts no word', () => {
    const text = `${'mot '.repeat(50)}vélo ${'fin '.repeat(50)}`;
    const shown = marked(text, ['velo'], 80);
    expect(shown).toMatch(/^… mot (mot )+\[vélo\] (fin )+…$/);
    expect(shown.length).toBeLessThan(90);
    expect(shown.indexOf('[')).toBeLessThan(45);
  });

  test('shows as much as there is room for when the match is at the end', () => {
    expect(marked(`${'mot '.repeat(50)}vélo`, ['velo'], 40)).toMatch(/^… (mot ){8,}\[vélo\]$/);
  });

  test('one endless word is cut', () => {
    expect(marked('x'.repeat(500), ['y'], 50).length).toBeLessThan(60);
  });
});
