import { foldWord } from './words.ts';

/**
 * A text as it is searched: words, signs of scripts that put no space between words, and numbers whatever parts
 * their groups.
 */

/** One sign, folded, and where it stands (UTF-16 code units; `end` is after it). */
export type Sign = { readonly text: string; readonly start: number; readonly end: number };

export type Piece = {
  /** Folded: a word, or a run of signs. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** The signs of a run, null for a word. */
  readonly signs: readonly Sign[] | null;
  /** How many signs of this script make an entry of the index. */
  readonly gram: number;
  /** The word as a group of a number: without the country's prefix. */
  readonly group: string;
};

/** Han and kana make words of one or two signs, the scripts with an alphabet longer ones. */
const SCRIPTS = [
  { gram: 2, signs: /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u },
  { gram: 3, signs: /^[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u },
] as const;
const PIECES =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]&&[\p{L}\p{M}]]+|[[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]&&[\p{L}\p{M}]]+|[[\p{L}\p{N}\p{M}]--[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]&&[\p{L}\p{M}]]]+/gv;

/** How many signs of its script a folded text's grams have; 0 when it is a word. */
export function gramOf(word: string): number {
  return SCRIPTS.find(({ signs }) => signs.test(word))?.gram ?? 0;
}

/** A mark without a letter of its own belongs to the sign before it. */
function signsOf(text: string, at: number): Sign[] {
  const signs: Sign[] = [];
  let start = at;
  for (const letter of text) {
    const end = start + letter.length;
    const folded = foldWord(letter);
    const last = signs.at(-1);
    if (folded !== '') signs.push({ text: folded, start, end });
    else if (last !== undefined) signs[signs.length - 1] = { ...last, end };
    start = end;
  }
  return signs;
}

/** What a word is as a group of a number: `+33` and `0033` before a French number are its `0`. */
function groupOf(word: string, before: string): string {
  const national = before === '+' ? /^33([1-9][0-9]*)?$/ : /^0033([1-9][0-9]*)?$/;
  return word.replace(national, (_, rest?: string) => `0${rest ?? ''}`);
}

/** The words and runs of signs of a text, in order. What is neither letter nor digit parts words. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: raw, index } of text.matchAll(PIECES)) {
    const end = index + raw.length;
    const gram = gramOf(raw);
    if (gram > 0) {
      const signs = signsOf(raw, index);
      const word = signs.map((sign) => sign.text).join('');
      if (word !== '') pieces.push({ word, start: index, end, signs, gram, group: '' });
      continue;
    }
    const word = foldWord(raw);
    if (word === '') continue;
    pieces.push({
      word,
      start: index,
      end,
      signs: null,
      gram: 0,
      group: groupOf(word, text[index - 1] ?? ''),
    });
  }
  return pieces;
}

/** What may part two groups of a number: `06 12`, `06.12`, `AB-123`, `+33 (0)6`. */
const PARTED = /^[\s.\-‐‑–/_()·]{1,3}$/u;
const DIGIT = /\p{N}/u;
/** Longer ones are whole numbers already. */
const GROUP_CHARACTERS = 8;
/** Groups of letters alone, as in an IBAN or on a number plate. */
const LETTERS = 4;

/** `ab 123 cd`, in whatever case. */
function isPlate(pieces: readonly Piece[], first: number): boolean {
  const [a, digits, b] = pieces.slice(Math.max(0, first), first + 3);
  return (
    first >= 0 &&
    /^\p{L}{2}$/u.test(a?.word ?? '') &&
    /^[0-9]{3}$/.test(digits?.word ?? '') &&
    /^\p{L}{2}$/u.test(b?.word ?? '')
  );
}

/** Whether a word may be a group of a number: it has a digit, or letters stand as they do in one and nowhere else. */
function isGroup(text: string, pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece === undefined || piece.signs !== null) return false;
  if (DIGIT.test(piece.word)) return piece.word.length <= GROUP_CHARACTERS || piece.group !== piece.word;
  if (piece.word.length > LETTERS) return false;
  const raw = text.slice(piece.start, piece.end);
  if (raw !== raw.toLowerCase() && raw === raw.toUpperCase()) return true;
  if (text[piece.end] === '-' || text[piece.start - 1] === '-') return true;
  return isPlate(pieces, at) || isPlate(pieces, at - 2);
}

/** The `(0)` that nobody dials after the country's prefix. */
function isUndialled(pieces: readonly Piece[], at: number, text: string): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  return piece?.word === '0' && text[piece.end] === ')' && before?.group === '0' && before.word !== '0';
}

/** Runs of groups that may be one number, some of which has a digit. */
export function numbersOf(text: string, pieces: readonly Piece[]): (readonly Piece[])[] {
  if (!DIGIT.test(text)) return [];
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  const close = () => {
    if (run.some(({ word }) => DIGIT.test(word))) runs.push(run);
    run = [];
  };
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (before !== undefined && !PARTED.test(text.slice(before.end, piece.start))) close();
    if (!isGroup(text, pieces, at)) close();
    else run.push(isUndialled(pieces, at, text) ? { ...piece, group: '' } : piece);
  }
  close();
  return runs.filter((groups) => groups.length > 1 || groups[0]?.group !== groups[0]?.word);
}
