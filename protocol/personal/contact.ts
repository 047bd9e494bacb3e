import type { Claimed } from './bank.ts';
import { isPublicNumbers, type Run, type Window, windowsAt } from './digits.ts';

/** E.164 allows 15 digits; with the `00` that stands for `+`, 17. */
const PHONE_DIGITS = 17;

/** How ten digits are said in France: by pairs, in one, or in two or three parts – not 01 02 2026 10, a date. */
function isGrouping(sizes: readonly number[]): boolean {
  if (sizes.every((size) => size === 2)) return true;
  const shape = sizes.join();
  return sizes.length <= 3 || shape === '1,3,3,3' || shape === '4,2,2,2' || shape === '1,1,2,2,2,2';
}

/** The number as E.164 writes it, or null. Those in 08 and short ones are services': nobody's own. */
function nationalKey({ digits, sizes }: Window): string | null {
  if (!/^0[1-79]\d{8}$/.test(digits) || !isGrouping(sizes)) return null;
  return `+33${digits.slice(1)}`;
}

function internationalKey(digits: string, plus: boolean): string | null {
  const number = plus ? digits : digits.startsWith('00') ? digits.slice(2) : '';
  if (/^33/.test(number)) {
    const french = /^330?([1-79]\d{8})$/.exec(number)?.[1];
    return french === undefined ? null : `+33${french}`;
  }
  return /^[1-9]\d{7,14}$/.test(number) ? `+${number}` : null;
}

function phoneAt(run: Run, from: number): Claimed | null {
  const plus = run.plusAt !== null && from === 0;
  let best: Claimed | null = null;
  for (const window of windowsAt(run, from, PHONE_DIGITS)) {
    const key = internationalKey(window.digits, plus) ?? (plus ? null : nationalKey(window));
    if (key === null || isPublicNumbers(window)) continue;
    best = { start: (plus ? run.plusAt : null) ?? window.start, end: window.end, key };
    // A whole French number is one: what follows it is another.
    if (/^\+33/.test(key)) break;
  }
  return best;
}

export function phonesIn(run: Run): Claimed[] {
  return run.groups.flatMap((_, from) => phoneAt(run, from) ?? []);
}

const LOCAL_CHARACTERS = 64;
const DOMAIN_CHARACTERS = 253;
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;

/** E-mail addresses (RFC 5321, 4.1.2, without quoted parts): read outwards from each `@`, within its bounds. */
export function emailsIn(text: string): Claimed[] {
  const found: Claimed[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < LOCAL_CHARACTERS && LOCAL.test(text[start - 1] ?? '')) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= DOMAIN_CHARACTERS && DOMAIN.test(text[end] ?? '')) end += 1;
    // The full stop of the sentence is not the address's.
    const domain = text.slice(at + 1, end).replace(/[.-]+$/, '');
    while (start < at && /[^\p{L}\p{N}]/u.test(text[start] ?? '')) start += 1;
    if (start === at || !/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(domain)) continue;
    const stop = at + 1 + domain.length;
    found.push({ start, end: stop, key: text.slice(start, stop).toLowerCase() });
  }
  return found;
}
