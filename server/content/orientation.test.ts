import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadArticles } from './articles.ts';
import { loadContent, SHIPPED_CONTENT } from './index.ts';
import { loadOrientation, pathTo, STATION } from './orientation.ts';
import { faults } from './typography.testkit.ts';

const { platforms } = loadContent();
const articles = loadArticles(platforms);
const orientation = loadOrientation(platforms, articles);
if (orientation === null) throw new Error('no tree is shipped');

describe('the guided orientation', () => {
  test.each(orientation.leaves.map((leaf) => [leaf.id, leaf] as const))(
    '%s ends at a platform, an article, a station or the queue',
    (id, { end, labelFr, subject }) => {
      const slugs = (articles.get('fr') ?? []).map(({ slug }) => slug);
      const ids = platforms.map((platform) => platform.id);
      switch (end.kind) {
        case 'article':
          expect(slugs).toContain(end.slug);
          break;
        case 'platforms':
          expect(ids).toEqual(expect.arrayContaining(end.ids));
          break;
        case 'station':
          expect(slugs).toContain(STATION.article);
          expect(ids).toEqual(expect.arrayContaining([...STATION.platforms]));
          break;
        case 'queue':
          break;
      }
      expect([...faults(labelFr), ...faults(subject)]).toEqual([]);
      expect(pathTo(orientation, id, 'fr')?.at(-1)).toBe(labelFr);
    },
  );

  test('all four kinds of ends are there, danger is the first choice, and an officer is the last', () => {
    expect(new Set(orientation.leaves.map(({ end }) => end.kind))).toEqual(
      new Set(['article', 'platforms', 'station', 'queue']),
    );
    expect(orientation.first.choices[0]?.id).toBe('danger');
    expect(orientation.first.choices.at(-1)).toMatchObject({ end: { kind: 'queue' } });
    expect(pathTo(orientation, 'vol-velo', 'fr')).toEqual([
      'Vol, cambriolage, dégradation',
      'Un vélo ou une trottinette',
    ]);
    expect(pathTo(orientation, 'vol', 'fr')).toBeNull();
  });

  test('a tree that leads nowhere, or names something twice, stops the relay with its name', () => {
    const directory = mkdtempSync(join(tmpdir(), 'permanence-content-'));
    try {
      cpSync(SHIPPED_CONTENT, directory, { recursive: true });
      const file = join(directory, 'orientation.json');
      const shipped = readFileSync(file, 'utf8');
      for (const [from, to, fault] of [
        ['"vol-de-velo"', '"nulle-part"', /"vol-velo" leads to what is not there/],
        ['"fourriere-paris"', '"nulle-part"', /"fourriere" leads to what is not there/],
        ['"id": "vol-velo"', '"id": "vol-voiture"', /"vol-voiture" used twice/],
      ] as const) {
        writeFileSync(file, shipped.replace(from, to));
        expect(() => loadOrientation(platforms, articles, directory)).toThrow(fault);
      }
      rmSync(file);
      expect(loadOrientation(platforms, articles, directory)).toBeNull();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
