import bidiFactory, { type Bidi } from 'bidi-js';
import { NON_JOINER } from './visible.ts';

// The package's types describe an ES module; what Node loads is its CommonJS file, whose export is the factory.
const bidi: Bidi = (bidiFactory as unknown as () => Bidi)();

/** A stretch of a line in one direction, in the order in which it is drawn from left to right. */
export type Run = { readonly text: string; readonly direction: 'ltr' | 'rtl' };

/** A paragraph's resolved levels (Unicode TR9); `base` is its own direction, from its first strong character. */
export type Levels = { readonly at: Uint8Array; readonly base: number; readonly flat: boolean };

export function levelsOf(drawn: string): Levels {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(drawn, 'auto');
  return { at: levels, base: paragraphs[0]?.level ?? 0, flat: levels.every((level) => level === 0) };
}

type Stretch = { readonly level: number; readonly start: number; readonly end: number };

function stretches(drawn: string, levels: Levels, start: number, end: number): Stretch[] {
  // TR9 L1: white space at the end of a line has the paragraph's own level.
  const body = start + drawn.slice(start, end).trimEnd().length;
  const levelAt = (index: number): number => (index < body ? (levels.at[index] ?? 0) : levels.base);
  const found: Stretch[] = [];
  let from = start;
  for (let index = start + 1; index <= end; index += 1) {
    if (index < end && levelAt(index) === levelAt(from)) continue;
    found.push({ level: levelAt(from), start: from, end: index });
    from = index;
  }
  return found;
}

/** TR9 L2: from the highest level down, whatever is at least that high is turned round. */
function reordered(given: readonly Stretch[]): Stretch[] {
  const order = [...given];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      if ((order[from]?.level ?? 0) < level) continue;
      let to = from;
      while ((order[to + 1]?.level ?? 0) >= level) to += 1;
      order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse());
      from = to;
    }
  }
  return order;
}

/** The runs of one line of a paragraph, mirrored signs already turned (TR9 L4). */
export function runsOf(drawn: string, levels: Levels, start: number, end: number): Run[] {
  if (start >= end) return [];
  if (levels.flat) return piecesOf(drawn.slice(start, end), 'ltr');
  const mirrored = bidi.getMirroredCharactersMap(drawn, levels.at, start, end - 1);
  const order = reordered(stretches(drawn, levels, start, end));
  return order.flatMap(({ level, start: from, end: to }) => {
    const units = Array.from({ length: to - from }, (_, index) => from + index);
    const text = units.map((index) => mirrored.get(index) ?? drawn.charAt(index)).join('');
    return piecesOf(text, level % 2 === 1 ? 'rtl' : 'ltr');
  });
}

/** Letters on two sides of a non-joiner do not join: shaped apart, they do not. */
function piecesOf(text: string, direction: Run['direction']): Run[] {
  const pieces = text.split(NON_JOINER).filter((piece) => piece !== '');
  const runs = pieces.map((piece) => ({ text: piece, direction }));
  return direction === 'rtl' ? runs.reverse() : runs;
}
