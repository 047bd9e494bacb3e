import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn, passesMod97 } from './personal/bank.ts';
import { passesNirKey } from './personal/identity.ts';
import { findPersonal, maskedText, PERSONAL_KINDS, personalParts } from './personal.ts';

const found = (text: string) =>
  findPersonal(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

const digits = (length: number) =>
  fc.array(fc.nat({ max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** The digit that makes a number pass the Luhn check. */
function withLuhn(body: string): string {
  for (let last = 0; last < 10; last += 1) if (passesLuhn(`${body}${last}`)) return `${body}${last}`;
  throw new Error('no digit makes it pass');
}

function withMod97(country: string, account: string): string {
  for (let check = 2; check < 99; check += 1) {
    const iban = `${country}${String(check).padStart(2, '0')}${account}`;
    if (passesMod97(iban)) return iban;
  }
  throw new Error('no check makes it pass');
}

function withNirKey(body: string): string {
  for (let key = 1; key <= 97; key += 1) {
    if (passesNirKey(body, String(key))) return `${body}${String(key).padStart(2, '0')}`;
  }
  throw new Error('no key');
}

const gap = fc.constantFrom('', ' ', '\u00A0', '\u202F', '.', '-');
const spaced = (text: string, sizes: readonly number[], between: string): string => {
  let at = 0;
  return sizes
    .map((size) => {
      at += size;
      return text.slice(at - size, at);
    })
    .join(between);
};

const cards = fc
  .tuple(fc.constantFrom('4970', '5131', '2231'), digits(11), gap)
  .map(([start, rest, between]) => spaced(withLuhn(`${start}${rest}`), [4, 4, 4, 4], between));
const ibans = fc
  .tuple(digits(23), fc.constantFrom('', ' '))
  .map(([account, between]) => spaced(withMod97('FR', account), [4, 4, 4, 4, 4, 4, 3], between));
const phones = fc
  .tuple(fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '9'), digits(8), gap, fc.boolean())
  .map(([area, rest, between, abroad]) =>
    abroad
      ? `+33${between}${spaced(`${area}${rest}`, [1, 2, 2, 2, 2], between)}`
      : spaced(`0${area}${rest}`, [2, 2, 2, 2, 2], between),
  );
const nirs = fc
  .tuple(
    fc.constantFrom('1', '2'),
    digits(2),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('75', '2A', '2B', '99'),
    digits(6),
    gap,
  )
  .map(([sex, year, month, place, rest, between]) =>
    spaced(
      withNirKey(`${sex}${year}${String(month).padStart(2, '0')}${place}${rest}`),
      [1, 2, 2, 2, 3, 3, 2],
      between,
    ),
  );
const emails = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/), fc.constantFrom('example.org', 'courrier.example.fr'))
  .map(([name, domain]) => `${name}@${domain}`);

const SAMPLES = { card: cards, iban: ibans, phone: phones, nir: nirs, email: emails };

/** Words of a sentence, without a digit or an `@`. */
const words = fc.constantFrom('', 'Bonjour ', 'Voici : ', 'c’est le ', '(', 'n° ', '« ');
const after = fc.constantFrom('', '.', ' merci', ', et puis', ' ?', ')', '\n');

describe('personal data that people type', () => {
  for (const [kind, samples] of Object.entries(SAMPLES)) {
    it(`is found wherever it stands and however it is spaced: ${kind}`, () => {
      fc.assert(
        fc.property(words, samples, after, (before, sample, behind) => {
          expect(found(`${before}${sample}${behind}`)).toEqual([`${kind} ${sample}`]);
        }),
      );
    });
  }

  it('is told apart by one wrong digit', () => {
    fc.assert(
      fc.property(cards, fc.nat({ max: 30 }), fc.integer({ min: 1, max: 9 }), (card, place, change) => {
        const at = place % card.length;
        const digit = Number(card[at]);
        fc.pre(/\d/.test(card[at] ?? '') && at > 3);
        const wrong = `${card.slice(0, at)}${(digit + change) % 10}${card.slice(at + 1)}`;
        expect(findPersonal(wrong).filter((item) => item.kind === 'card')).toEqual([]);
      }),
    );
  });

  it('never takes numbers for everybody for somebody’s, whatever stands between them', () => {
    const everybody = fc.constantFrom(
      ...['17', '112', '114', '15', '18', '115', '116 000', '116006', '119', '3018', '3020', '3114', '3117'],
      ...[
        '3919',
        '3928',
        '3977',
        '0 800 05 95 95',
        '0 805 805 817',
        '08 842 846 37',
        '31177',
        '+33 800 05 95 95',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(everybody, { maxLength: 12 }),
        fc.constantFrom(' ', ', ', '/', ' ou ', '-', '. ', '\n'),
        (numbers, between) => {
          expect(found(numbers.join(between))).toEqual([]);
        },
      ),
    );
  });

  it('leaves companies, dates, hours, amounts, plates and references alone', () => {
    for (const text of [
      'SIREN 732 829 320, SIRET 362 521 879 00034 et 732 829 320 00074',
      'le 01/02/2026 10h30, de 08:15 à 09:45, le 2026-11-29 0715',
      'du 01 02 2026 10 au 03 04 2026',
      'C-4821, 1 250,00 €, 12 500 000 euros, 75008 Paris',
      'AB-123-CD, PV 2026/123/4567',
      '@police et moi@ et a@b',
      '01 02 03',
    ])
      expect(found(text), text).toEqual([]);
  });

  it('knows numbers from abroad, other digits, Corsica, documents where they are announced', () => {
    expect(found('Rappelez-moi au +44 20 7946 0958 ou 0049 30 901820')).toEqual([
      'phone +44 20 7946 0958',
      'phone 0049 30 901820',
    ]);
    expect(found('رقمي ٠٦١٢٣٤٥٦٧٨')).toEqual(['phone ٠٦١٢٣٤٥٦٧٨']);
    expect(found('+33 (0)6 12 34 56 78')).toEqual(['phone +33 (0)6 12 34 56 78']);
    expect(found('06 12 34 56 78 / 07 98 76 54 32')).toEqual([
      'phone 06 12 34 56 78',
      'phone 07 98 76 54 32',
    ]);
    expect(found('mon passeport est le 12AB34567')).toEqual(['document 12AB34567']);
    expect(found('Carte d’identité n° 880692310285')).toEqual(['document 880692310285']);
    expect(found('dossier 880692310285')).toEqual([]);
  });

  it('knows what is typed in haste: glued to a word, without its sign, in a link, with spaces of one’s own', () => {
    for (const [text, wanted] of [
      ['IBANFR7630006000011234567890189', 'iban FR7630006000011234567890189'],
      ['mon iban : FR 76 3000 6000 0112 3456 7890 189', 'iban FR 76 3000 6000 0112 3456 7890 189'],
      ['https://wa.me/33612345678', 'phone 33612345678'],
      ['33 6 12 34 56 78', 'phone 33 6 12 34 56 78'],
      ['https://exemple.fr/?mail=camille%40example.org&x=1', 'email camille%40example.org'],
      ['camille @ example.org', 'email camille @ example.org'],
      ['camille(at)example.org ou plus tard', 'email camille(at)example.org'],
      ['camille.b arobase example.org', 'email camille.b arobase example.org'],
      ['nir255081416802538', 'nir 255081416802538'],
      ['numéro de sécu 2 55 08 14 168 025', 'nir 2 55 08 14 168 025'],
      ['CNI : X4RTBPFW4', 'document X4RTBPFW4'],
      ['Pièce d’identité n° 0123 4567 8910', 'document 0123 4567 8910'],
      ['passeport : 12 AB 34567', 'document 12 AB 34567'],
    ] as const)
      expect(found(text), text).toEqual([wanted]);
    for (const text of [
      ...[
        'rendez-vous @ 14h.30',
        'DE 10 EUROS POUR LE MOIS DE MAI',
        '33 600 000 000 euros',
        'à 50 % 40 fois',
      ],
      ...['2 55 08 14 168 025', 'dossier X4RTBPFW4', 'ma carte d’identité a été perdue le 12.03.2026'],
      'elle est arobase partout',
    ])
      expect(found(text), text).toEqual([]);
  });

  it('knows the same number again however it was typed', () => {
    const key = (text: string) => findPersonal(text)[0]?.key;
    expect(key('06 12 34 56 78')).toBe(key('+33 (0)6.12.34.56.78'));
    expect(key('0033612345678')).toBe(key('0612345678'));
    expect(key('Camille@Example.org')).toBe(key('camille@example.org.'));
    expect(key('FR14 2004 1010 0505 0001 3M02 606')).toBe(key('fr1420041010050500013m02606'));
    expect(key('camille (at) example.org')).toBe(key('camille%40EXAMPLE.org'));
    expect(key('33612345678')).toBe(key('06 12 34 56 78'));
    expect(key('sécu 2 55 08 14 168 025')).toBe(key('255081416802538'));
    expect(key('passeport 12-AB-34567')).toBe(key('12AB34567'));
  });

  it('never overlaps, keeps every character, and leaves nothing of an item in what is masked', () => {
    const pieces = fc.oneof(
      ...Object.values(SAMPLES),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      digits(7),
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 8 }),
        fc.constantFrom(' ou ', '\n', ' ; '),
        (parts, between) => {
          const text = parts.join(between);
          expect(
            personalParts(text)
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
          const items = findPersonal(text);
          for (const [index, item] of items.entries()) {
            expect(item.start).toBeLessThan(item.end);
            expect(item.start).toBeGreaterThanOrEqual(items[index - 1]?.end ?? 0);
            expect(PERSONAL_KINDS).toContain(item.kind);
          }
          expect(findPersonal(maskedText(text, () => '▒'))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
