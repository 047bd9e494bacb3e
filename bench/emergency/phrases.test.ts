import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../protocol/emergency/weigh.ts';
import { PACKED } from '../../protocol/emergency/weights.ts';
import { detectEmergency } from '../../protocol/emergency.ts';
import { LEARNT, phrasesBy, UNSEEN, unlike, WRITERS } from './phrases.ts';
import { PLAIN, PLAINLY_NOT, VITAL } from './plain.ts';

describe('the phrases', () => {
  test('are many, of several writers, in both languages, a third of them hard negatives, each once a writer', () => {
    for (const writer of WRITERS.filter((name) => name !== 'own' && name !== 'help')) {
      const phrases = phrasesBy(writer);
      expect(phrases.length, writer).toBeGreaterThanOrEqual(600);
      expect(phrases.filter(({ emergency }) => !emergency).length).toBeGreaterThanOrEqual(phrases.length / 3);
      for (const language of ['fr', 'en']) {
        expect(phrases.filter((phrase) => phrase.language === language).length).toBeGreaterThan(
          phrases.length / 3,
        );
      }
      expect(new Set(phrases.map(({ text }) => text)).size).toBe(phrases.length);
    }
  });

  test('of some writers are never learnt, nor what is nearly the same', () => {
    const learnt: readonly string[] = LEARNT;
    expect(UNSEEN.filter((writer) => learnt.includes(writer))).toEqual([]);
    const [some] = phrasesBy('d');
    if (some === undefined) throw new Error('no phrases of d');
    const copy = { ...some, text: `${some.text.toUpperCase()} !!` };
    expect(unlike([copy], [some])).toEqual([]);
  });
});

describe('the weights', () => {
  test('survive being packed', () => {
    expect(pack(unpack(PACKED))).toBe(PACKED);
  });

  test('M1: find every plain cry and let every plain harmless sentence alone', () => {
    expect([...PLAIN, ...VITAL].filter((text) => detectEmergency(text).length === 0)).toEqual([]);
    expect(PLAINLY_NOT.filter((text) => detectEmergency(text).length > 0)).toEqual([]);
  });

  test('M1: find more than the hand-written rules of writers nobody learnt from, with no more false alarms', () => {
    const phrases = UNSEEN.flatMap(phrasesBy);
    const flagged = (set: typeof phrases) =>
      set.filter(({ text }) => detectEmergency(text).length > 0).length;
    const byRules = (set: typeof phrases) => set.filter(({ rules }) => rules).length;
    const cries = phrases.filter(({ emergency }) => emergency);
    const others = phrases.filter(({ emergency }) => !emergency);
    expect(flagged(cries)).toBeGreaterThan(byRules(cries));
    expect(flagged(others)).toBeLessThanOrEqual(byRules(others));
  });
});
