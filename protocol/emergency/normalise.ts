/**
 * From what people type to plain words: no case, accents or doubled letters; digits for letters undone. What
 * words mean, misspelt or shortened, is the lexicon's. Deterministic and linear in the length of the text.
 */

/** Doubled letters matter not: `appeler` and `apeler`, `heeelp` and `help` are one. */
export function squeeze(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

export type Token = {
  readonly word: string;
  /** Which sentence it stands in, from 0. */
  readonly sentence: number;
  /** Which part of a sentence between commas, from 0 over the whole text. */
  readonly clause: number;
};

const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

function unleet(piece: string): string {
  // "3e" and "5s" are numbers with a unit, "u2" a name: not words in disguise.
  if (piece.length < 4 || !/[a-z]/.test(piece) || /^\d+[a-z]/.test(piece)) return piece;
  return piece.replace(/[013457@$]/g, (character) => LEET[character] ?? character);
}

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/🆘/gu, ' sos '],
  [/🔪|🗡️?/gu, ' couteau '],
  [/🔫/gu, ' pistolet '],
  [/œ/gu, 'oe'],
  [/quelqu?e?['’` ]?une?\b/gu, 'quelqun'],
  // Squeezed, "fumée" would be "fume": what hangs in the air is no cigarette.
  [/\bfum(?:ée|ee)s?(?![a-z])/gu, ' smokey '],
  // Squeezed, "homme" would be "home".
  [/\bhomm+e/gu, 'monsieur'],
  [/\bs['’ ]?il (vous|te) pla[iî]t/gu, ' please '],
  // No lookbehind: Safari before 16.4 would not even load the rules.
  [/(^|[^\p{L}])là(?!\p{L})/gu, '$1ici'],
  [/\bcan[’'`]t\b/g, 'can not'],
  [/\bwon[’'`]t\b/g, 'will not'],
  [/n[’'`]t\b/g, ' not'],
];

/** What any pattern of PLAIN needs. Most texts hold none of it, and one look is cheaper than thirteen. */
const UNPLAIN = /🆘|🔪|🗡|🔫|œ|quelq|homm|pla[iî]t|là|[’'`]t\b|fum/u;

function plain(text: string): string {
  let plainer = text.toLowerCase();
  if (UNPLAIN.test(plainer)) for (const [pattern, word] of PLAIN) plainer = plainer.replace(pattern, word);
  if (/^[\0-\x7f]*$/.test(plainer)) return plainer;
  return plainer.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** "12ans" is a number and a word; "h3lp" is a word. */
function wordsOf(piece: string): string[] {
  const [number] = /^\d+(?=[a-z]{2}|$)/.exec(piece) ?? [];
  if (number === undefined) return [squeeze(unleet(piece))];
  return number.length === piece.length ? [piece] : [number, squeeze(piece.slice(number.length))];
}

/**
 * The words of a text, in order, each with the sentence and the clause it stands in. A question mark is the
 * word `qmark`.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  for (const [piece] of plain(text).matchAll(/[a-z0-9@$]+|[.!?;…\n]+|[,:()«»"–—]+/g)) {
    if (/^[a-z0-9@$]/.test(piece)) {
      for (const word of wordsOf(piece)) tokens.push({ word, sentence, clause });
      continue;
    }
    if (piece.includes('?')) tokens.push({ word: 'qmark', sentence, clause });
    clause += 1;
    if (/^[.!?;…\n]/.test(piece)) sentence += 1;
  }
  return tokens;
}

/** How a word sounds, roughly, to a French ear: `couto`, `cuteau` and `kouteau` come close together. */
export function sound(word: string): string {
  return squeeze(
    word
      .replace(/e?au/g, 'o')
      .replace(/ou/g, 'u')
      .replace(/oi/g, 'wa')
      .replace(/ph/g, 'f')
      .replace(/ch/g, 'x')
      .replace(/qu?|ck/g, 'k')
      .replace(/c(?=[eiy])/g, 's')
      .replace(/c/g, 'k')
      .replace(/ai|ei|ay/g, 'e')
      .replace(/[ea][nm](?=[^aeiou]|$)/g, 'an')
      .replace(/y/g, 'i')
      .replace(/z/g, 's')
      .replace(/h/g, '')
      .replace(/e[rst]$|ent$/, 'e')
      .replace(/[stxd]$/, ''),
  );
}
