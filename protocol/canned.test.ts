import { describe, expect, test } from 'vitest';
import { fillResponse, unfilledIn } from './canned.ts';

describe('filling a canned response', () => {
  test('takes the value, then the declared fallback, then says what is missing', () => {
    expect(fillResponse('{greeting}, je suis {alias|un policier}.', { greeting: 'Bonsoir' })).toEqual({
      text: 'Bonsoir, je suis un policier.',
      missing: [],
    });
    expect(fillResponse('Voyez {platform}.', {})).toEqual({
      text: 'Voyez {platform}.',
      missing: ['platform'],
    });
  });

  test('an empty fallback is a fallback; an empty value is not a value', () => {
    expect(fillResponse('a{subject|}b', { subject: '' })).toEqual({ text: 'ab', missing: [] });
  });

  test('a value is never read as a template', () => {
    expect(fillResponse('{alias}', { alias: '{rank}' })).toEqual({ text: '{rank}', missing: [] });
  });

  test('a property every object has is not a value', () => {
    expect(fillResponse('{constructor}', {}).missing).toEqual(['constructor']);
  });
});

describe('what is left to fill in', () => {
  test.each([
    ['Venez au {station}.', ['station']],
    ['Venez au {Station }.', ['station']],
    ['Venez au { station', ['station']],
    ['Venez au station}.', ['station']],
    ['Au {station|commissariat le plus proche}, {station}', ['station']],
    ['{greeting}, je suis {alias}.', ['greeting', 'alias']],
    ['Chez {prenom}', ['prenom']],
  ])('%s', (text, names) => {
    expect(unfilledIn(text)).toEqual(names);
  });

  test.each(['Bonjour, la station est fermée.', 'Un smiley :-} et {1, 2}', '{}', 'le rang {', 'aliases}'])(
    'nothing in %s',
    (text) => {
      expect(unfilledIn(text)).toEqual([]);
    },
  );
});
