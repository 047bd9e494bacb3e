import { GAP, isPublicNumbers, type Run, type Span, type Window, windowsAt } from './digits.ts';

/** Payment cards (ISO/IEC 7812: issuers' ranges, lengths, the Luhn check) and IBAN (ISO 13616: mod 97). */
export type Claimed = Span & { readonly key: string };

const CARD_DIGITS = 19;

/** The Luhn check (ISO/IEC 7812-1, annex B) of a text of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Issuers' ranges and the lengths they use. Those of 14 digits stand apart: a SIRET has 14 and passes Luhn too, so
 * such a card is only known by the way it is printed (4-6-4).
 */
const ISSUERS: readonly { readonly starts: RegExp; readonly lengths: readonly number[] }[] = [
  { starts: /^4/, lengths: [13, 16, 19] },
  { starts: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { starts: /^3[47]/, lengths: [15] },
  { starts: /^35(?:2[89]|[3-8])/, lengths: [16, 19] },
  { starts: /^(?:50|5[6-9]|6)/, lengths: [16, 17, 18, 19] },
];
const DINERS = /^3(?:0[0-5]|[689])/;

function isCard(window: Window): boolean {
  const { digits, sizes } = window;
  const { length } = digits;
  if (length < 13 || !passesLuhn(digits)) return false;
  // Printed, and typed, by fours, fives or sixes, or in one: pairs are telephone numbers.
  if (sizes.slice(0, -1).some((size) => size < 4)) return false;
  if (DINERS.test(digits)) return sizes.join() === '4,6,4';
  return ISSUERS.some(({ starts, lengths }) => starts.test(digits) && lengths.includes(length));
}

export function cardsIn(run: Run): Claimed[] {
  return run.groups.flatMap((_, from) => {
    const found = [...windowsAt(run, from, CARD_DIGITS)].findLast(isCard);
    if (found === undefined || isPublicNumbers(found)) return [];
    return [{ start: found.start, end: found.end, key: found.digits }];
  });
}

/** Characters of an IBAN by country (SWIFT's IBAN registry, release 99). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** ISO 13616: the first four characters moved to the end, letters as 10 to 35, the remainder by 97 is 1. */
export function passesMod97(iban: string): boolean {
  let remainder = 0;
  for (const character of `${iban.slice(4)}${iban.slice(0, 4)}`) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** Glued to the word as well; with a space after the country only in capitals, or every "de 10 euros" would begin one. */
const IBAN_START = /(?:(?<![\p{L}\p{N}])|(?<=iban)|(?<=IBAN))(?:[A-Za-z]{2}\d{2}|[A-Z]{2}[ \u00A0]\d{2})/gu;
const IBAN_GAP = new RegExp(GAP);

/** The IBAN that begins at `start`, however it is spaced, or null. */
function ibanAt(text: string, start: number): Claimed | null {
  const wanted = IBAN_LENGTHS[text.slice(start, start + 2).toUpperCase()];
  if (wanted === undefined) return null;
  let key = '';
  let at = start;
  for (let gap = 0; key.length < wanted; at += 1) {
    const character = text[at] ?? '';
    if (/[a-z0-9]/i.test(character)) {
      key += character.toUpperCase();
      gap = 0;
    } else if (IBAN_GAP.test(character) && gap < 2) gap += 1;
    else return null;
  }
  if (/[\p{L}\p{N}]/u.test(text[at] ?? '') || !passesMod97(key)) return null;
  return { start, end: at, key };
}

export function ibansIn(text: string): Claimed[] {
  return [...text.matchAll(IBAN_START)].flatMap(({ index }) => ibanAt(text, index) ?? []);
}
