import type { Claimed } from './bank.ts';
import { isPublicNumbers, type Run, type Window, windowsAt } from './digits.ts';

/** E.164 allows 15 digits; with the `00` that stands for `+`, 17. */
const PHONE_DIGITS = 17;

const SHAPES = new Set(['1,3,3,3', '1,3,2,2,2', '4,2,2,2', '1,1,2,2,2,2']);

/** How ten digits are said in France: by pairs, in one, or in two or three parts – not 01 02 2026 10, a date. */
function isGrouping(sizes: readonly number[]): boolean {
  if (sizes.every((size) => size === 2)) return true;
  return sizes.length <= 3 || SHAPES.has(sizes.join());
}

/** A service's own number: it is passed over as a whole, so that its end is no other number's beginning. */
const SERVICE = 'service';

/** The number as E.164 writes it, `SERVICE` for those in 08, or null. */
function nationalKey({ digits, sizes }: Window): string | null {
  if (!/^0[1-9]\d{8}$/.test(digits) || !isGrouping(sizes)) return null;
  return digits.startsWith('08') ? SERVICE : `+33${digits.slice(1)}`;
}

/** A French mobile number as links and telephones write it, without its `+`. */
function isBareMobile({ digits, sizes }: Window): boolean {
  const said = sizes.length === 1 || (sizes[0] === 2 && sizes.slice(1).every((size) => size <= 2));
  return said && /^33[67]\d{8}$/.test(digits);
}

function internationalKey(window: Window, plus: boolean): string | null {
  const { digits } = window;
  const number = plus || isBareMobile(window) ? digits : digits.startsWith('00') ? digits.slice(2) : '';
  if (number.startsWith('33')) {
    const french = /^330?([1-9]\d{8})$/.exec(number)?.[1];
    if (french === undefined) return null;
    return french.startsWith('8') ? SERVICE : `+33${french}`;
  }
  return /^[1-9]\d{7,14}$/.test(number) ? `+${number}` : null;
}

/** What begins at a group, and how many groups it takes. */
function numberAt(run: Run, from: number): { readonly window: Window; readonly key: string } | null {
  const plus = run.plusAt !== null && from === 0;
  let best: { window: Window; key: string } | null = null;
  for (const window of windowsAt(run, from, PHONE_DIGITS)) {
    const key = internationalKey(window, plus) ?? (plus ? null : nationalKey(window));
    if (key === null || isPublicNumbers(window)) continue;
    best = { window, key };
    // A whole French number is one: what follows it is another.
    if (key === SERVICE || key.startsWith('+33')) break;
  }
  return best;
}

export function phonesIn(run: Run): Claimed[] {
  const found: Claimed[] = [];
  for (let from = 0; from < run.groups.length; ) {
    const number = numberAt(run, from);
    if (number !== null && number.key !== SERVICE) {
      const start = (from === 0 ? run.plusAt : null) ?? number.window.start;
      found.push({ start, end: number.window.end, key: number.key });
    }
    from += number?.window.sizes.length ?? 1;
  }
  return found;
}

/** The sign, as it is typed, as links write it, and as it is said; with spaces around it telephones put them there. */
export const AT = /@|＠|%40| @ ?|@ | ?[([](?:at|arobase)[)\]] ?| arobase /giu;
const LOCAL_CHARACTERS = 64;
const DOMAIN_CHARACTERS = 253;
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
/** In a link these stand around it. */
const LOCAL_IN_LINK = /[\p{L}\p{N}._+-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;

/** E-mail addresses (RFC 5321, 4.1.2, without quoted parts): read outwards from each sign, within its bounds. */
export function emailsIn(text: string): Claimed[] {
  const found: Claimed[] = [];
  for (const { index: at, 0: sign } of text.matchAll(AT)) {
    const local = sign === '%40' ? LOCAL_IN_LINK : LOCAL;
    let start = at;
    while (start > 0 && at - start < LOCAL_CHARACTERS && local.test(text[start - 1] ?? '')) start -= 1;
    const from = at + sign.length;
    let end = from;
    while (end < text.length && end - from <= DOMAIN_CHARACTERS && DOMAIN.test(text[end] ?? '')) end += 1;
    // The full stop of the sentence is not the address's.
    const domain = text.slice(from, end).replace(/[.-]+$/, '');
    while (start < at && /[^\p{L}\p{N}]/u.test(text[start] ?? '')) start += 1;
    if (start === at || !isDomain(domain, sign)) continue;
    found.push({
      start,
      end: from + domain.length,
      key: `${text.slice(start, at)}@${domain}`.toLowerCase(),
    });
  }
  return found;
}

/** What is not simply an `@` is one only before a name that ends as names of sites do. */
function isDomain(domain: string, sign: string): boolean {
  return (
    /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(domain) && (sign === '@' || /\.\p{L}{2,}$/u.test(domain))
  );
}
