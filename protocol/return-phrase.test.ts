import { describe, expect, test } from 'vitest';
import { foldPhrase, isUsablePhrase, readReference } from './return-phrase.ts';

describe('a phrase to come back', () => {
  test('has one spelling, whatever capitals, accents, spaces and points it is typed with', () => {
    expect(foldPhrase('Le chat Noir, près du Pont !')).toBe('lechatnoirpresdupont');
    expect(foldPhrase('  le CHAT noir pres du pont')).toBe(foldPhrase('Le chat Noir, près du Pont !'));
  });

  test.each(['le chat noir', 'Кіт на даху', 'قطة سوداء صغيرة', '屋顶上有一只黑猫在睡觉'])(
    '%s may be chosen',
    (phrase) => {
      expect(isUsablePhrase(phrase)).toBe(true);
    },
  );

  test.each(['', 'chat', 'aaaaaaaaaaaa', '1212121212', '        ', '!!!!!!!!!!', 'x'.repeat(121)])(
    '“%s” may not',
    (phrase) => expect(isUsablePhrase(phrase)).toBe(false),
  );

  test('a reference is read as people write it', () => {
    for (const typed of ['C-1001', 'c1001', ' c - 1001', '1001', 'C–1001'])
      expect(readReference(typed)).toBe('C-1001');
    for (const typed of ['', 'C-', '0012', 'D-12', '12345678901']) expect(readReference(typed)).toBeNull();
  });
});
