import { describe, expect, test } from 'vitest';
import { Terms } from '../../protocol/http.ts';
import { LANGUAGES } from '../../protocol/language.ts';
import { EXAMPLE_PUBLISHER, TERMS_VERSION, terms } from './index.ts';
import { faults } from './typography.testkit.ts';

describe('the terms of use', () => {
  test('T1: one version, the same in every language, of the wire schema', () => {
    for (const language of LANGUAGES) {
      const read = Terms.parse(terms(language));
      expect(read.language).toBe(language);
      expect(read.version).toBe(TERMS_VERSION);
      expect(read.sections).toHaveLength(terms('fr').sections.length);
      expect(read.sections.map(({ paragraphs }) => paragraphs.length)).toEqual(
        terms('fr').sections.map(({ paragraphs }) => paragraphs.length),
      );
      expect(read.penal).toHaveLength(2);
    }
  });

  test.each([
    ['article 1', /messagerie instantanée.*centre d’aide/s],
    ['article 2', /accepter ces conditions avant/],
    ['article 3', /jamais un service d’urgence.*17.*112.*114/s],
    ['article 4', /@PoliceNationale.*@policenationale/s],
    ['article 5', /réponse différée.*adresse électronique/s],
    ['article 6', /accéder.*rectifier.*limiter.*effacer.*opposer/s],
    ['article 7', /226-10.*441-1/s],
    ['article 8', /nouvelle fenêtre/],
    ['article 10', /24\u00a0h\/24, 7\u00a0j\/7/],
    ['article 14', /ni déformées, ni endommagées, ni lues.*informations exactes/s],
    ['data', /jamais plus de 3\u00a0mois/],
    ['tracking', /gestion des cookies.*CNIL/s],
    ['site', /dysfonctionnement.*thème.*PDF 1\.7.*PDF\/A/s],
    ['article 16', /droit français.*tribunal administratif de Paris.*langue de référence/s],
  ])('terms.md, %s', (_name, pattern) => {
    const all = terms('fr').sections.flatMap(({ paragraphs }) => paragraphs);
    expect(all.join('\n')).toMatch(pattern);
  });

  test('the penalties are recalled', () => {
    for (const language of LANGUAGES) {
      const [slander = '', forgery = ''] = terms(language).penal;
      expect(slander).toMatch(/226-10.*5\u00a0?\s?(ans|years).*45[\u00a0,]000/s);
      expect(forgery).toMatch(/441-1.*3\u00a0?\s?(ans|years).*45[\u00a0,]000/s);
    }
  });

  test('the French is typeset as French', () => {
    const { title, sections, penal } = terms('fr');
    const texts = [title, ...penal, ...sections.flatMap((section) => [section.title, ...section.paragraphs])];
    expect(texts.flatMap((text) => faults(text).map((fault) => `${fault}: ${text}`))).toEqual([]);
  });

  test('every identity of the publisher comes from the settings', () => {
    const other = {
      service: 'S-1',
      ministry: 'M-2',
      publisher: 'P-3',
      address: 'A-4',
      telephone: 'T-5',
      director: 'D-6',
      dpo: 'O-7',
    };
    for (const language of LANGUAGES) {
      const text = JSON.stringify(terms(language, other));
      for (const value of Object.values(other)) expect(text).toContain(value);
      for (const value of Object.values(EXAMPLE_PUBLISHER)) expect(text).not.toContain(value);
      expect(text).not.toMatch(/\{[a-z]+\}/);
    }
  });
});
