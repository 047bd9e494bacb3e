import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Platform } from '../../protocol/platform.ts';
import shippedPlatforms from '../../server/content/platforms.json' with { type: 'json' };
import { contentIndex } from './content.ts';
import { searchMeaning } from './fuzzy.ts';
import { DANGEROUS, HURRIED } from './hurried.testkit.ts';
import { ASKED_FIRST, ASKED_LATER } from './untuned.testkit.ts';

const shipped = z.array(Platform).parse(shippedPlatforms);
const { platforms } = contentIndex({ version: '1', platforms: shipped, responses: [], tags: [] });
const found = (query: string) => searchMeaning(platforms, query, 8).map(({ id }) => id);

/** Each query whose first find is wrong, with what came first. */
function wrong(cases: typeof DANGEROUS): readonly string[] {
  return cases.flatMap(([right, queries]) =>
    queries.split(', ').flatMap((query) => {
      const first = found(query)[0] ?? 'nothing';
      return right.split(' ').includes(first) ? [] : [`${query}: ${first}`];
    }),
  );
}

const countOf = (cases: typeof DANGEROUS) => cases.flatMap(([, queries]) => queries.split(', ')).length;

/** How many of the queries have a right one among the first `places` finds. */
const rightIn = (places: number, cases: typeof ASKED_FIRST) =>
  cases.filter(([right, query]) =>
    found(query)
      .slice(0, places)
      .some((id) => right.split(' ').includes(id)),
  ).length;

test.each([
  [ASKED_FIRST, 40, 30, 36],
  [ASKED_LATER, 40, 34, 35],
])(
  'what no keyword was written for is found as often as docs/operations.md says',
  (cases, all, first, three) => {
    expect(cases).toHaveLength(all);
    expect(rightIn(1, cases)).toBeGreaterThanOrEqual(first);
    expect(rightIn(3, cases)).toBeGreaterThanOrEqual(three);
  },
);

test('one word among many that is a keyword hides nobody who has the others', () => {
  expect(found('vendeur de voiture ne répond plus après l’acompte')).toContain('thesee');
  expect(found('enfant laissé seul le soir par ses parents')).toContain('appel-119');
});

test('one word is no keyword of two that are forms of it: “police” is not the “police des polices”', () => {
  expect(found('police')[0]).not.toBe('igpn');
  expect(found('police des polices')[0]).toBe('igpn');
});

describe('the first platform found, which Enter takes', () => {
  test('is right wherever a wrong one is dangerous', () => expect(wrong(DANGEROUS)).toEqual([]));

  test('is right for nine in ten of all that is typed in a hurry', () => {
    const all = [...DANGEROUS, ...HURRIED];
    const bad = wrong(all);
    expect(1 - bad.length / countOf(all), bad.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    ['39 19', '3919'],
    ['31.14', '3114'],
    ['116 000', 'appel-116000'],
    ['08 019 019 11', 'auteurs-violences'],
    ['0 800 05 95 95', 'viols-femmes-info'],
    ['17', 'appel-17'],
    ['17 cyber', '17cyber'],
  ])('is that of the number %s, however it is spaced', (query, id) => expect(found(query)[0]).toBe(id));

  test('is the line for those who did it only in their own words', () => {
    const line = 'auteurs-violences';
    for (const query of [
      'frappe',
      'frappé',
      'frapper',
      'conjoint',
      'violent',
      'il frappe',
      'je suis frappée',
    ]) {
      expect(found(query).slice(0, 1), query).not.toEqual([line]);
    }
    for (const query of ['je frappe', 'j’ai frappé ma femme', 'auteur', 'i am violent', 'ne frappez pas']) {
      expect(found(query)[0], query).toBe(line);
    }
  });
});
