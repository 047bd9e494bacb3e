import type { Claimed } from './bank.ts';
import { GAP } from './digits.ts';

const S = `${GAP}{0,2}`;

/** The French social security number with its key (INSEE): sex, year, month, place, order, key. */
const BODY = String.raw`(?<!\p{N})([1278])${S}(\d{2})${S}(0[1-9]|1[0-2]|[2-9]\d)${S}(\d{2}|2[AB])${S}(\d{3})${S}(\d{3})`;
const NIR = new RegExp(String.raw`${BODY}${S}(\d{2})(?!\d)`, 'giu');
/** Most people say it without its key: then only where words announce it. */
const NIR_ALONE = new RegExp(
  String.raw`(?:s[eé]cu(?:rit[eé] sociale)?|(?<!\p{L})nir|num[eé]ro insee|social security)[^\d]{0,30}${BODY}(?!${S}\d)`,
  'giu',
);

/** 97 less the remainder of the first thirteen digits by 97; Corsica's 2A and 2B count as 19 and 18. */
export function passesNirKey(body: string, key: string): boolean {
  return nirKey(body) === Number(key);
}

function nirKey(body: string): number {
  const digits = body.replace(/2A/i, '19').replace(/2B/i, '18');
  return 97 - (Number(digits) % 97);
}

/** In one, with its key apart, or part by part from the sex on: other groups of digits are other numbers. */
function isSaidSo(whole: string): boolean {
  const sizes = whole.split(/[^0-9a-z]+/i).map((group) => group.length);
  return sizes.length === 1 || sizes[0] === 1 || sizes.join() === '13,2';
}

export function nirsIn(text: string): Claimed[] {
  const alone = [...text.matchAll(NIR_ALONE)].map((match): Claimed => {
    const body = match.slice(1).join('').toUpperCase();
    const end = match.index + match[0].length;
    const start = match.index + match[0].search(/\d/);
    return { start, end, key: `${body}${String(nirKey(body)).padStart(2, '0')}` };
  });
  const whole = [...text.matchAll(NIR)].flatMap((match) => {
    const [whole, ...parts] = match;
    const body = parts.slice(0, 6).join('').toUpperCase();
    const key = parts[6] ?? '';
    if (!isSaidSo(whole) || !passesNirKey(body, key)) return [];
    return [{ start: match.index, end: match.index + whole.length, key: `${body}${key}` }];
  });
  return [...alone, ...whole];
}

/** Words that announce the number of an identity document. */
const ANNOUNCED =
  /passeports?|passports?|(?:carte|pi[eè]ce)(?: nationale)?(?: d.| )identit[eé]|identity card|(?<!\p{L})(?:cni|cnis)(?!\p{L})|titre de s[eé]jour|residence permit|permis de conduire|driving licen[cs]e/giu;
/** Between the words and the number: "n°", "numéro", "is", "c'est le"… */
const ANNOUNCED_WITHIN = 40;
/** Four digits among 8 to 12 signs; one among the nine of the card of 2021 (X4RTBPFW4); or printed in parts. */
const DOCUMENT =
  /(?<![\p{L}\p{N}])(?:(?=(?:[a-z0-9]*\d){4})[a-z0-9]{8,12}|(?=[a-z0-9]*\d)[a-z0-9]{9}|\d{2}[ .-][a-z]{2}[ .-]\d{5}|\d{4}[ .-]\d{4}[ .-]\d{4})(?![\p{L}\p{N}])/iu;
/** French passports look like nothing else: 12AB34567, in capitals. */
const PASSPORT = /(?<![\p{L}\p{N}])\d{2}[A-Z]{2}\d{5}(?![\p{L}\p{N}])/gu;

/** Whether a text names an identity document at all. */
export function isAnnounced(text: string): boolean {
  return text.search(ANNOUNCED) !== -1;
}

/** Numbers of identity documents: only where words announce one, or a French passport's own form. */
export function documentsIn(text: string): Claimed[] {
  const announced = [...text.matchAll(ANNOUNCED)].flatMap((match) => {
    const from = match.index + match[0].length;
    // The bound may cut a number in two: what is found ends within the text as it stands.
    const found = DOCUMENT.exec(text.slice(from, from + ANNOUNCED_WITHIN + 14));
    if (found === null || found.index > ANNOUNCED_WITHIN) return [];
    const start = from + found.index;
    return [{ start, end: start + found[0].length, key: found[0].replace(/[ .-]/g, '').toUpperCase() }];
  });
  const passports = [...text.matchAll(PASSPORT)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    key: whole,
  }));
  return [...announced, ...passports];
}
