import type { Claimed } from './bank.ts';
import { GAP } from './digits.ts';

const S = `${GAP}{0,2}`;

/** The French social security number with its key (INSEE): sex, year, month, place, order, key. */
const NIR = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([1278])${S}(\d{2})${S}(0[1-9]|1[0-2]|[2-9]\d)${S}(\d{2}|2[AB])${S}(\d{3})${S}(\d{3})${S}(\d{2})(?!\d)`,
  'giu',
);

/** 97 less the remainder of the first thirteen digits by 97; Corsica's 2A and 2B count as 19 and 18. */
export function passesNirKey(body: string, key: string): boolean {
  const digits = body.replace(/2A/i, '19').replace(/2B/i, '18');
  return 97 - (Number(digits) % 97) === Number(key);
}

/** In one, with its key apart, or part by part from the sex on: other groups of digits are other numbers. */
function isSaidSo(whole: string): boolean {
  const sizes = whole.split(/[^0-9a-z]+/i).map((group) => group.length);
  return sizes.length === 1 || sizes[0] === 1 || sizes.join() === '13,2';
}

export function nirsIn(text: string): Claimed[] {
  return [...text.matchAll(NIR)].flatMap((match) => {
    const [whole, ...parts] = match;
    const body = parts.slice(0, 6).join('').toUpperCase();
    const key = parts[6] ?? '';
    if (!isSaidSo(whole) || !passesNirKey(body, key)) return [];
    return [{ start: match.index, end: match.index + whole.length, key: `${body}${key}` }];
  });
}

/** Words that announce the number of an identity document. */
const ANNOUNCED =
  /passeports?|passports?|carte(?: nationale)? d.identit[eé]|identity card|(?<!\p{L})(?:cni|cnis)(?!\p{L})|titre de s[eé]jour|residence permit|permis de conduire|driving licen[cs]e/giu;
/** Between the words and the number: "n°", "numéro", "is", "c'est le"… */
const ANNOUNCED_WITHIN = 40;
const DOCUMENT =
  /(?<![\p{L}\p{N}])(?=[a-z0-9]*\d[a-z0-9]*\d[a-z0-9]*\d[a-z0-9]*\d)[a-z0-9]{8,12}(?![\p{L}\p{N}])/iu;
/** French passports look like nothing else: 12AB34567, in capitals. */
const PASSPORT = /(?<![\p{L}\p{N}])\d{2}[A-Z]{2}\d{5}(?![\p{L}\p{N}])/gu;

/** Numbers of identity documents: only where words announce one, or a French passport's own form. */
export function documentsIn(text: string): Claimed[] {
  const announced = [...text.matchAll(ANNOUNCED)].flatMap((match) => {
    const from = match.index + match[0].length;
    // The bound may cut a number in two: what is found ends within the text as it stands.
    const found = DOCUMENT.exec(text.slice(from, from + ANNOUNCED_WITHIN + 14));
    if (found === null || found.index > ANNOUNCED_WITHIN) return [];
    const start = from + found.index;
    return [{ start, end: start + found[0].length, key: found[0].toUpperCase() }];
  });
  const passports = [...text.matchAll(PASSPORT)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    key: whole,
  }));
  return [...announced, ...passports];
}
