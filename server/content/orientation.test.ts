import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CITIZEN_LANGUAGES, type CitizenLanguage } from '../../protocol/language.ts';
import { loadArticles } from './articles.ts';
import { loadContent, SHIPPED_CONTENT } from './index.ts';
import { LABELLED_APART, loadOrientation, pathTo, STATION } from './orientation.ts';
import { faults } from './typography.testkit.ts';

const { platforms } = loadContent();
const articles = loadArticles(platforms);
const orientation = loadOrientation(platforms, articles);
if (orientation === null) throw new Error('no tree is shipped');

/** Letters and signs of other scripts or languages than the one meant; every other language is written in Latin ones. */
const FOREIGN: Partial<Record<CitizenLanguage, RegExp>> = {
  es: /[^ -\u02af\u2019]|^[^¿]*\?/,
  ar: /[A-Za-z?,;]/,
  uk: /[A-Za-zыэёъ]/,
  zh: /[A-Za-z?:, ]/,
};

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

  const branches = orientation.first.choices.filter((choice) => 'next' in choice);
  const choices = [...branches, ...orientation.leaves];

  test.each(LABELLED_APART)('every question and choice is said in %s, and typeset as it is', (language) => {
    const titles = [null, ...branches].map((branch) => orientation.title(branch, language));
    const labels = choices.map((choice) => orientation.label(choice, language));
    const said = [...titles, ...labels];
    expect(said).toHaveLength(1 + 2 * branches.length + orientation.leaves.length);
    for (const text of said) {
      expect(text).toMatch(/\S\S/);
      expect(text).not.toMatch(/['"]| {2}|^\s|\s$/);
      expect(text).not.toMatch(FOREIGN[language] ?? /[^ -\u02af\u2019]/);
    }
    for (const title of titles) expect(title).toMatch(/[?？؟]$/);
    for (const choice of choices)
      expect([choice.labelFr, choice.labelEn]).not.toContain(orientation.label(choice, language));
    // Two choices that read alike, side by side, are no choice.
    for (const { choices: side } of [orientation.first, ...branches.map(({ next }) => next)])
      expect(new Set(side.map((choice) => orientation.label(choice, language))).size).toBe(side.length);
  });

  test('the languages are those of the citizen’s page, and a path is in the one asked for', () => {
    expect([...LABELLED_APART, 'fr', 'fr-simple', 'en'].sort()).toEqual([...CITIZEN_LANGUAGES].sort());
    expect(pathTo(orientation, 'vol-velo', 'uk')).toEqual([
      'Крадіжка, злам житла, пошкодження',
      'Велосипед або самокат',
    ]);
    expect(pathTo(orientation, 'vol-velo', 'fr-simple')).toEqual(pathTo(orientation, 'vol-velo', 'fr'));
  });

  test('a language that lacks a word, or has one for nothing, stops the relay with its name', () => {
    const directory = mkdtempSync(join(tmpdir(), 'permanence-content-'));
    try {
      cpSync(SHIPPED_CONTENT, directory, { recursive: true });
      const file = join(directory, 'orientation.uk.json');
      const shipped = readFileSync(file, 'utf8');
      for (const [from, to, fault] of [
        [/"vol-velo": .*\n/, '', /orientation\.uk\.json: "vol-velo" is not there/],
        [/"route": "Про.*\n/, '', /orientation\.uk\.json: "route" is not there/],
        [
          '"labels": {',
          '"labels": { "ailleurs": "Деінде",',
          /orientation\.uk\.json: "ailleurs" is not in the tree/,
        ],
        [/"couple": "[^"]*"/, '"couple": ""', /orientation\.uk\.json: labels\.couple/],
      ] as const) {
        const changed = shipped.replace(from, to);
        expect(changed).not.toBe(shipped);
        writeFileSync(file, changed);
        expect(() => loadOrientation(platforms, articles, directory)).toThrow(fault);
      }
      rmSync(file);
      expect(() => loadOrientation(platforms, articles, directory)).toThrow(/orientation\.uk\.json/);
    } finally {
      rmSync(directory, { recursive: true });
    }
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
