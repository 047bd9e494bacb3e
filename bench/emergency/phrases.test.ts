import { describe, expect, test } from 'vitest';
import { phrases, score } from './evaluate.ts';

describe('the published phrases', () => {
  test('are enough, in both languages, a third of them hard negatives, each once', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(700);
    expect(phrases.filter(({ emergency }) => !emergency).length).toBeGreaterThanOrEqual(phrases.length / 3);
    for (const language of ['fr', 'en']) {
      for (const half of ['tune', 'check']) {
        const part = phrases.filter((phrase) => phrase.language === language && phrase.half === half);
        expect(part.length, `${language} ${half}`).toBeGreaterThan(100);
      }
    }
    expect(new Set(phrases.map(({ text }) => text)).size).toBe(phrases.length);
  });

  test('M1: the target holds on the half the rules were written against', () => {
    const { recall, falseAlarms } = score(phrases.filter(({ half }) => half === 'tune'));
    expect(recall).toBeGreaterThanOrEqual(0.97);
    expect(falseAlarms).toBeLessThanOrEqual(0.03);
  });
});
