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

  test('French: no plain space before ; : ! ? » nor after «', () => {
    const wrong = texts(CATALOGUES.fr, 'fr').filter(([, text]) => / [;:!?»]|« /.test(text));
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
