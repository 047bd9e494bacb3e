import { describe, expect, test } from 'vitest';
import { fillResponse } from './canned.ts';

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
