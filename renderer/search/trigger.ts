export type Trigger = {
  readonly kind: 'responses' | 'platforms' | 'stations';
  /** Where the sign stands in the text. */
  readonly start: number;
  readonly query: string;
};

const SIGNS = { '/': 'responses', '@': 'platforms', '#': 'stations' } as const;
export type Sign = keyof typeof SIGNS;

function isSign(letter: string | undefined): letter is Sign {
  return letter !== undefined && Object.hasOwn(SIGNS, letter);
}

/** A query longer than this is a sentence that happens to begin with a sign. */
const MAX_QUERY = 40;

/** "Guichet #2", "guichet #12 demain": a number and not a postcode, nor the beginning of a town. */
const NUMBER = /^\d(?![\p{L}\d])|^\d{1,4}[^\p{L}\d]/u;

/** Whether what is looked for may as well be text: "guichet #12", or the beginning of a postcode. */
export function isUnsure({ kind, query }: Trigger): boolean {
  return kind === 'stations' && /^\d{2,4}$/.test(query);
}

/**
 * What is being looked for at the caret: text after a `/`, `@` or `#` that begins a word, on the caret's line.
 * Null for ordinary text, such as "24 h/24", "guichet #2" or an address.
 */
export function triggerAt(text: string, caret: number): Trigger | null {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(lineStart, caret);
  for (let at = line.length - 1; at >= 0; at -= 1) {
    const sign = line[at];
    if (!isSign(sign)) continue;
    const before = line[at - 1];
    if (before !== undefined && !/\s/.test(before)) continue;
    const query = line.slice(at + 1);
    if (query.length > MAX_QUERY || /^\s/.test(query) || /\s{2}/.test(query)) return null;
    if (sign === '#' && NUMBER.test(query)) return null;
    return { kind: SIGNS[sign], start: lineStart + at, query };
  }
  return null;
}

/** The text with what the trigger covers replaced, and where the caret then stands. */
export function replaceTrigger(
  text: string,
  caret: number,
  trigger: Trigger,
  replacement: string,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, trigger.start);
  return { text: before + replacement + text.slice(caret), caret: before.length + replacement.length };
}

/** Where a caret goes when words of the text become others: it stays between the words it stood between. */
export function caretIn(before: string, after: string, caret: number): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return caret <= same ? caret : Math.max(same, caret + after.length - before.length);
}
