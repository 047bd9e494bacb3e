import { covers } from './fonts.ts';

/**
 * What a line draws, and which part of the source each drawn character stands for. The two differ where a
 * character cannot, or must not, be drawn as it is.
 */
export type Visible = {
  readonly drawn: string;
  /** For each UTF-16 unit of `drawn`, and one past its end, where the source goes on. */
  readonly origin: readonly number[];
};

/** Cuts the joining of the letters beside it; drawn as nothing, but it ends a run. */
export const NON_JOINER = '\u200C';
/**
 * Shown, never obeyed: an override could make the document say, to the eye, something else than what was
 * written (Unicode TR36, 3.1). Also every control character, private use, unassigned, lone surrogates.
 */
const SHOWN = /^[\p{Cc}\p{Co}\p{Cn}\p{Cs}\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]$/u;
/** Soft hyphen, joiners, direction marks, variation selectors…: laid out by, never drawn. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;

/** `[U+4E2D]`: visible, and the same every time. */
export function shownCodePoint(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}

function drawnFor(character: string): string {
  if (character === '\t') return '    ';
  if (character === NON_JOINER) return character;
  const codePoint = character.codePointAt(0) ?? 0;
  if (SHOWN.test(character)) return shownCodePoint(codePoint);
  if (UNSEEN.test(character)) return '';
  return covers('regular', codePoint) ? character : shownCodePoint(codePoint);
}

/** One line of a text (no line ends in it), as it can be drawn. */
export function visible(source: string): Visible {
  let drawn = '';
  let at = 0;
  const origin: number[] = [];
  for (const character of source) {
    const shown = drawnFor(character);
    for (let unit = 0; unit < shown.length; unit += 1) origin.push(at);
    drawn += shown;
    at += character.length;
  }
  origin.push(at);
  return { drawn, origin };
}

/** A text's lines, by any line end that people paste. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u);
}
