/** A line of a paragraph: [start, end) of what is drawn. White space at its end hangs over. */
export type Line = { readonly start: number; readonly end: number };

export type Measure = (text: string) => number;

/** After these a line may end. No-break spaces are not among them. */
const BREAK_AFTER = /[ \u2002-\u2006\u2008-\u200A\u3000/?&=\]\u2013\u2014-]/u;

function words(drawn: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of drawn) {
    const ended = word !== '' && BREAK_AFTER.test(word.slice(-1)) && character !== ' ';
    if (ended) {
      found.push(word);
      word = '';
    }
    word += character;
  }
  if (word !== '') found.push(word);
  return found;
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** A word wider than the line is cut between what people see as characters. */
function cut(word: string, width: number, measure: Measure): string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const { segment } of graphemes.segment(word)) {
    const wide = measure(segment);
    if (part !== '' && used + wide > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += segment;
    used += wide;
  }
  return part === '' ? parts : [...parts, part];
}

/** Breaks what is drawn into lines that are at most `width` wide, in the measure's unit. At least one line. */
export function wrap(drawn: string, width: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  let used = 0;
  for (const word of words(drawn).flatMap((one) => cut(one, width, measure))) {
    if (end > start && used + measure(word.trimEnd()) > width) {
      lines.push({ start, end });
      start = end;
      used = 0;
    }
    used += measure(word);
    end += word.length;
  }
  lines.push({ start, end });
  return lines;
}
