import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Form, indexedWords, lookUps, SearchedText, termsOf } from './search-terms.ts';
import { wordsOf } from './words.ts';

/** Whether the text has all that the query asks for. */
function finds(query: string, text: string): boolean {
  const searched = new SearchedText(text);
  return termsOf(query, 12).every((forms) => forms.some((form) => searched.has(form)));
}

/** Whether the index would offer the text to the query: more than `finds` at most, never less. */
function isOffered(query: string, text: string): boolean {
  const words = indexedWords(text);
  const holds = (form: Form) =>
    lookUps(form).every(({ word, begins }) =>
      words.some((one) => (begins ? one.startsWith(word) : one === word)),
    );
  return termsOf(query, 12).every((forms) => forms.some(holds));
}

const marked = (query: string, text: string) => {
  const forms = termsOf(query, 12).flat();
  return new SearchedText(text).places(forms).map(({ start, end }) => text.slice(start, end));
};

describe('signs without spaces between words', () => {
  const LOST = '你好，我的居留证在地铁上被偷了，iPhone也没了';

  it.each([
    ['居留证', ['居留证']],
    ['证', ['证']],
    ['了', ['了', '了']],
    ['地铁 居留证', ['居留证', '地铁']],
    ['iphone', ['iPhone']],
    ['偷了 ', ['偷了']],
  ])('%s is found inside a sentence, and marked', (query, places) => {
    expect(finds(query, LOST)).toBe(true);
    expect(isOffered(query, LOST)).toBe(true);
    expect(marked(query, LOST)).toEqual(places);
  });

  it.each(['居证', '证件', '留居', '居留证件'])(
    '%s is not: its signs stand apart, or are not there',
    (query) => {
      expect(finds(query, `${LOST}，件`)).toBe(false);
    },
  );

  it('what the index cannot tell, the text does: two pairs are no three signs', () => {
    expect(isOffered('居留证', '居留，留证')).toBe(true);
    expect(finds('居留证', '居留，留证')).toBe(false);
  });

  it.each([
    ['警察', '東京で警察に電話しました'],
    ['カメラ', '昨日ｶﾒﾗを盗まれた'],
    ['ガード', 'ｶﾞｰﾄﾞが必要'],
    ['กระเป๋า', 'ฉันทำกระเป๋าสตางค์หายที่สถานี'],
    ['ตำรวจ', 'โทรหาตํารวจ'],
    ['𠮷野', '昨日𠮷野家で'],
    ['ຕຳຫຼວດ', 'ຂ້ອຍຢາກລົມກັບຕໍາຫຼວດ'],
    ['ប៉ូលីស', 'ខ្ញុំចង់និយាយជាមួយប៉ូលីសនៅទីនេះ'],
    ['ရဲစခန်း', 'ကျွန်ုပ်ရဲစခန်းသို့သွားချင်သည်'],
  ])('%s: kana, Thai and its neighbours, signs beyond the first plane', (query, text) => {
    expect(finds(query, text)).toBe(true);
    expect(isOffered(query, text)).toBe(true);
  });

  it('costs the index one word a sign', () => {
    expect(indexedWords('居留证')).toEqual(['居留', '留证', '证']);
  });
});

describe('numbers, whatever parts their groups', () => {
  const SAME = [
    [
      '0612345678',
      '06 12 34 56 78',
      '06.12.34.56.78',
      '06-12-34-56-78',
      '0612 345 678',
      '06\u00a012\u202f34 56 78',
    ],
    ['AB123CD', 'AB-123-CD', 'AB 123 CD', 'ab 123 cd', 'ab-123-cd', 'Ab123-CD'],
    ['FR7630006000011234567890189', 'FR76 3000 6000 0112 3456 7890 189', 'fr76 3000-6000 0112 3456 7890 189'],
    ['GB29NWBK60161331926819', 'GB29 NWBK 6016 1331 9268 19'],
    ['185057800608436', '1 85 05 78 006 084 36'],
  ];
  const pairs = SAME.flatMap((ways) => ways.flatMap((query) => ways.map((text) => [query, text] as const)));

  it.each(pairs)('%s finds %s', (query, number) => {
    const text = `Mon numéro : ${number}, merci`;
    expect(finds(query, text)).toBe(true);
    expect(isOffered(query, text)).toBe(true);
    expect(
      marked(query, text)
        .join(' ')
        .replace(/[^\p{L}\p{N}]/gu, ''),
    ).toBe(number.replace(/[^\p{L}\p{N}]/gu, ''));
  });

  it.each([
    ['0612345678', '+33 6 12 34 56 78'],
    ['0612345678', '+33612345678'],
    ['0612345678', '0033 (0)6.12.34.56.78'],
    ['+33 6 12 34 56 78', 'le 06 12 34 56 78'],
    ['+33612345678 ', '0612345678'],
    // Beside other numbers, in text or query.
    ['0612345678', 'le 24/06 06 12 34 56 78 12 rue'],
    ['VOL AB 123 CD', 'vol de ab123cd'],
    ['12345678', '06 12 34 56 78'],
    // While it is being typed.
    ['061234', '06 12 34 56 78'],
    ['06 12 3', '0612345678'],
    ['06 12 34 5', '06.12.34.56.78'],
  ])('%s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
    expect(isOffered(query, text)).toBe(true);
  });

  it.each([
    ['0612345678', '06 12 34 56 79'],
    ['0612345 ', '06 12 34 56 78'],
    ['123456 ', '1234567'],
    ['1234 ', '12 34'],
    ['AB123CD', 'AB-123-CE'],
    ['061234', '06 12, puis 34'],
    // Groups that are too short together to be a number, found by a random seed.
    ['0612', '06 12'],
    ['(0)123', '+33123'],
  ])('%s does not find %s', (query, text) => expect(finds(query, text)).toBe(false));

  it('costs the index little, and prose nothing', () => {
    expect(indexedWords('06 12 34 56 78').slice(5)).toEqual(['0612345678', '12345678', '345678']);
    const prose = 'Le 12 mai vers 14 h 30, à 2 km de la gare, j’ai vu 3 hommes ; il y en a 24.';
    expect(indexedWords(prose)).toEqual(wordsOf(prose));
  });

  it('is bounded in text and query', () => {
    const long = Array.from({ length: 2_000 }, () => '12').join(' ');
    expect(indexedWords(long).every((word) => word.length <= 34)).toBe(true);
    expect(indexedWords(long)).toHaveLength(2_060);
    expect(termsOf(long, 12).flat().length).toBeLessThan(400);
    expect(indexedWords('证'.repeat(4_000)).length).toBe(4_000);
    expect(termsOf('证'.repeat(200), 12).flat().join('').length).toBe(20);
  });
});

it('the index offers whatever the text has, and marks what was found', () => {
  const parts = fc.constantFrom(
    '06',
    '12',
    'AB',
    'ab',
    '123',
    '居',
    '留证',
    'の',
    'vol',
    'É',
    '+33',
    '(0)',
    ' ',
    '.',
    '-',
    'ก',
    '⁹',
    '٣',
  );
  fc.assert(
    fc.property(
      fc.array(parts, { maxLength: 12 }),
      fc.nat(11),
      fc.array(parts, { maxLength: 3 }),
      (text, from, more) => {
        const written = text.join('');
        // What the text has from somewhere on, whatever parts it there, and now and then something else.
        const typed = [...text.slice(from), ...more]
          .join('')
          .replaceAll(/[ .-]/g, more.length === 0 ? '' : ' ');
        if (!finds(typed, written)) return true;
        return (
          isOffered(typed, written) && (termsOf(typed, 12).length === 0 || marked(typed, written).length > 0)
        );
      },
    ),
    { numRuns: 3_000 },
  );
});

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const words = indexedWords(text);
      new SearchedText(text).places(termsOf(text, 12).flat());
      // Whatever is asked in FTS5's language is letters and digits.
      const asked = termsOf(text, 12).flatMap((forms) => forms.flatMap(lookUps).map(({ word }) => word));
      return [...words, ...asked].every((word) => /^[\p{L}\p{N}]+$/u.test(word));
    }),
  );
});
