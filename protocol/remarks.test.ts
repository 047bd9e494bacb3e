import { expect, test } from 'vitest';
import type { Platform } from './platform.ts';
import { remarksIn, withoutRemarks } from './remarks.ts';

const PLATFORM: Platform = {
  id: 'exemple',
  kind: 'info',
  nameFr: 'Exemple',
  nameEn: 'Example',
  url: null,
  phone: '39 39',
  purposeFr: 'Se renseigner.',
  purposeEn: 'Get information.',
  audience: 'Tout public.',
  audienceEn: 'Everyone.',
  hours: 'Du lundi au vendredi',
  hoursEn: 'Monday to Friday',
  source: 'à revérifier',
  checked: 'sourced',
};

test.each([
  ['24 h/24, 7 j/7 (à revérifier)', '24 h/24, 7 j/7'],
  ['Lundi 9 h–19 h (2021, à revérifier)', 'Lundi 9 h–19 h'],
  ['Heures ouvrées, à revérifier', 'Heures ouvrées'],
  ['À revérifier', ''],
  ['À vérifier.', ''],
  ['Office hours, to be checked', 'Office hours'],
  ['9 am–5 pm (to be confirmed). Closed in August.', '9 am–5 pm. Closed in August.'],
])('%s is read as “%s”, and makes the entry unverified', (written, read) => {
  const platform = { ...PLATFORM, hours: written };
  expect(remarksIn(platform)).toEqual(['hours']);
  expect(withoutRemarks(platform)).toEqual({ ...PLATFORM, hours: read, checked: 'unverified' });
});

test('what is left empty says nothing, and a purpose is never empty', () => {
  const bare = withoutRemarks({ ...PLATFORM, hoursEn: 'To be confirmed', purposeFr: 'À vérifier' });
  expect(bare.hoursEn).toBeUndefined();
  expect(bare.purposeFr).toBe(PLATFORM.nameFr);
});

test('what speaks of checking to citizens is left alone, and so is the source', () => {
  for (const purposeFr of [
    'Les points à vérifier avant d’acheter un véhicule.',
    'Vérifier si votre véhicule est en fourrière.',
    'Rendez-vous à confirmer la veille par SMS.',
  ]) {
    const platform = { ...PLATFORM, purposeFr };
    expect(withoutRemarks(platform)).toBe(platform);
  }
});
