import { describe, expect, it } from 'vitest';
import platforms from '../server/content/platforms.json' with { type: 'json' };
import { contactNumbers, isDialled } from './numbers.ts';

describe('the numbers of a platform', () => {
  it.each([
    ['17', [['call', 'tel:17', '17']]],
    ['0 805 805 817', [['call', 'tel:0805805817', '0 805 805 817']]],
    ['114 (SMS)', [['text', 'sms:114', '114']]],
    [
      '3117 (SMS 31177)',
      [
        ['call', 'tel:3117', '3117'],
        ['text', 'sms:31177', '31177'],
      ],
    ],
    ['un agent', []],
  ])('%s', (phone, expected) => {
    expect(contactNumbers(phone).map(({ kind, href, shown }) => [kind, href, shown])).toEqual(expected);
  });

  it('every number of the catalogue can be called or texted', () => {
    const phones = platforms.flatMap(({ phone }) => (phone === null ? [] : [phone]));
    expect(phones.length).toBeGreaterThan(20);
    for (const phone of phones) expect(isDialled(phone), phone).toBe(true);
  });

  it.each([
    'un agent',
    '17 ou 112',
    '805 805 817',
    '+',
    '01 23 45 67',
    '3117 (SMS)(SMS 3)',
    '0805805817 (gratuit)',
  ])('%s is no number to dial', (phone) => {
    expect(isDialled(phone)).toBe(false);
  });

  it('a number of another country is', () => {
    expect(isDialled('+32 2 123 45 67')).toBe(true);
  });
});
