/**
 * Numbers as people type them: groups of digits with something between. Everything here looks at a bounded
 * stretch of text from each place where a number may begin, so that finding is linear in the text's length.
 */

/** A stretch of text that a detector claims; `end` is after it (UTF-16 code units). */
export type Span = { readonly start: number; readonly end: number };

export type Group = Span & { readonly digits: string };

/** Groups of digits that stand side by side, and where the `+` before the first one is, if there is one. */
export type Run = { readonly groups: readonly Group[]; readonly plusAt: number | null };

/** Some of a run's groups, one after the other. */
export type Window = Span & { readonly digits: string; readonly sizes: readonly number[] };

/** What may stand inside a number: spaces of every width, dots, dashes, slashes, brackets, nothing visible. */
export const GAP = String.raw`[ \t\u00A0\u2007\u2009\u200B-\u200D\u202F\u2060.\-\u2010-\u2015/_()·]`;

const RUN = new RegExp(String.raw`\d+(?:${GAP}{1,3}\d+)*`, 'g');
const PLUS_BEFORE = /\+[ (]?$/;

const DIGIT_ROWS = [0x0660, 0x06f0, 0xff10];

/** The same text, unit by unit, with the digits of other scripts and widths as ASCII ones. */
export function withPlainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19\uFF0B]/g, (character) => {
    const code = character.charCodeAt(0);
    const row = DIGIT_ROWS.find((first) => code >= first && code < first + 10);
    return row === undefined ? '+' : String(code - row);
  });
}

export function runsOf(text: string): Run[] {
  return [...text.matchAll(RUN)].map(({ 0: whole, index }) => ({
    groups: [...whole.matchAll(/\d+/g)].map((group) => ({
      start: index + group.index,
      end: index + group.index + group[0].length,
      digits: group[0],
    })),
    plusAt: plusBefore(text, index),
  }));
}

function plusBefore(text: string, index: number): number | null {
  const from = Math.max(0, index - 2);
  const found = PLUS_BEFORE.exec(text.slice(from, index));
  return found === null ? null : from + found.index;
}

/** From a group on, every window of at most `limit` digits, the shortest first. */
export function* windowsAt({ groups }: Run, from: number, limit: number): Generator<Window> {
  const start = groups[from]?.start ?? 0;
  const sizes: number[] = [];
  let digits = '';
  for (let index = from; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || digits.length + group.digits.length > limit) return;
    digits += group.digits;
    sizes.push(group.digits.length);
    yield { start, end: group.end, digits, sizes: [...sizes] };
  }
}

/** Numbers for everybody: emergencies, victims, children, health, lost cards. A list of them is nobody's data. */
const PUBLIC_NUMBERS = new Set(
  [
    '15 17 18 110 112 114 115 116 117 119 191 196 197 000 006 111 117',
    '3018 3020 3114 3117 3131 3133 3141 3200 3400 3430 3620 3624 3631 3646 3915 3917 3919 3928 3939 3949 3966 3977',
    '31177 116000 116006 116111 116117 36300 33700 32320 30180',
  ]
    .join(' ')
    .split(' '),
);

/** Whether a number is made of nothing but short public ones, such as "17, 112" typed without the comma. */
export function isPublicNumbers({ digits, sizes }: Window): boolean {
  let at = 0;
  return sizes.every((size) => {
    at += size;
    return PUBLIC_NUMBERS.has(digits.slice(at - size, at));
  });
}
