import { describe, expect, it } from 'vitest';
import platforms from '../server/content/platforms.json' with { type: 'json' };
import { contactNumbers } from './numbers.ts';

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
    for (const phone of phones) expect(contactNumbers(phone), phone).not.toEqual([]);
  });
});
