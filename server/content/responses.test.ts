import { describe, expect, test } from 'vitest';
import { fillResponse } from '../../protocol/canned.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { loadContent } from './index.ts';

const content = loadContent();

const STANDARD = {
  alias: 'Camille',
  rank: 'Brigadier-chef',
  reference: 'C-4821',
  greeting: 'Bonsoir',
} as const;

describe('the shipped responses', () => {
  test('no month has more responses to read again than a service can, and within a year each is', () => {
    const byMonth = Map.groupBy(content.responses, ({ validUntil }) => validUntil?.slice(0, 7) ?? '');
    expect(Math.max(...[...byMonth.values()].map(({ length }) => length))).toBeLessThanOrEqual(15);
    expect(byMonth.size).toBe(12);
    const last = (category: string) =>
      content.responses.find((response) => response.category === category)?.validUntil ?? '';
    expect(last('Route') < last('Violences')).toBe(true);
    expect(last('Violences') < last('Accueil')).toBe(true);
  });

  test('every response says where it comes from and until when it holds', () => {
    for (const { id, source, validUntil } of content.responses) {
      expect(source?.trim(), id).toBeTruthy();
      expect(validUntil, id).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  test('French responses say vous', () => {
    const familiar = content.responses.filter(({ textFr }) =>
      /(?<!\p{L})(tu|toi|ton|ta|tes|t’)(?![\p{L}’-])/iu.test(textFr),
    );
    expect(familiar.map(({ id }) => id)).toEqual([]);
  });

  test('an officer presents themselves as one says it in French, whatever the rank', () => {
    const { textFr = '' } = content.responses.find(({ id }) => id === 'bienvenue') ?? {};
    const said = (rank: string, alias: string) =>
      fillResponse(textFr, { greeting: 'Bonsoir', rank, alias }).text;
    expect(said('Gardienne de la paix', 'Leroy')).toContain(
      'Bonsoir. Gardienne de la paix Leroy à votre écoute.',
    );
    expect(said('Brigadier', 'Martin')).toContain('Bonsoir. Brigadier Martin à votre écoute.');
    expect(fillResponse(textFr, {}).text).toContain('Bonjour. Un policier de permanence à votre écoute.');
    for (const response of content.responses)
      expect(response.textFr, response.id).not.toMatch(/\bici \{rank/);
  });

  test('both languages are there, and are not the same text', () => {
    for (const { textFr, textEn, titleFr, titleEn, id } of content.responses) {
      expect(textFr, id).not.toBe(textEn);
      expect(titleFr.trim() && titleEn.trim(), id).toBeTruthy();
    }
  });

  test.each([
    ['with what the desk always knows', STANDARD],
    ['with nothing at all', {}],
    [
      'with everything',
      {
        ...STANDARD,
        subject: 'Vol',
        platform: 'THESEE',
        lastplatform: 'THESEE',
        station: 'Commissariat de Lyon',
      },
    ],
  ])('every response fills, %s', (_name, values) => {
    for (const { id, textFr, textEn } of content.responses) {
      for (const text of [textFr, textEn]) {
        const filled = fillResponse(text, values);
        expect(filled.missing, id).toEqual([]);
        expect(filled.text, id).not.toMatch(/[{}]/);
        expect(filled.text.length, id).toBeLessThanOrEqual(LIMITS.textCharacters);
      }
    }
  });

  test('both languages of a response use the same variables', () => {
    const variables = (text: string) => [...text.matchAll(/\{([a-z]+)/g)].map(([, name]) => name).sort();
    for (const { id, textFr, textEn } of content.responses) {
      expect(variables(textEn), id).toEqual(variables(textFr));
    }
  });
});
