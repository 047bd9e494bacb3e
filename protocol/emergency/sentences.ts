/**
 * From what people type to the words of its sentences: no case, accents or doubled letters; digits for letters undone.
 * Deterministic and linear in the length of the text.
 */

/** Doubled letters matter not: `appeler` and `apeler`, `heeelp` and `help` are one. */
export function squeeze(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

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

/** Who never uses a full stop would have one endless sentence, in which a cry for help weighs nothing. */
const LONGEST = 30;

function unleet(piece: string): string {
  // "3e" and "5s" are numbers with a unit, "u2" a name: not words in disguise.
  if (piece.length < 4 || !/[a-z]/.test(piece) || /^\d+[a-z]/.test(piece)) return piece;
  return piece.replace(/[013457@$]/g, (character) => LEET[character] ?? character);
}

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/🆘/gu, ' sos '],
  [/🔪|🗡️?/gu, ' couteau '],
  [/🔫/gu, ' pistolet '],
  [/🔥/gu, ' feu '],
  [/œ/gu, 'oe'],
  [/\bcan[’'`]t\b/g, 'can not'],
  [/n[’'`]t\b/g, ' not'],
];

function plain(text: string): string {
  let plainer = text.toLowerCase();
  for (const [pattern, word] of PLAIN) plainer = plainer.replace(pattern, word);
  return plainer.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Numbers are all one, years another: "12ans" is a number and a word; "h3lp" is a word. */
function wordsOf(piece: string): string[] {
  const [number] = /^\d+(?=[a-z]{2}|$)/.exec(piece) ?? [];
  if (number === undefined) return [squeeze(unleet(piece))];
  const rest = squeeze(piece.slice(number.length));
  return [/^(19|20)\d\d$/.test(number) ? '#y' : '#n', ...(rest === '' ? [] : [rest])];
}

/** The sentences of a text as lists of words; a question mark is a word of its sentence. */
export function sentencesOf(text: string): readonly (readonly string[])[] {
  const sentences: string[][] = [];
  let words: string[] = [];
  const end = () => {
    if (words.some((word) => word !== '?')) sentences.push(words);
    words = [];
  };
  for (const [piece] of plain(text).matchAll(/[a-z0-9@$]{1,30}|[.!?;…\n]+/g)) {
    if (/^[a-z0-9@$]/.test(piece)) {
      words.push(...wordsOf(piece));
    } else {
      if (piece.includes('?')) words.push('?');
      end();
    }
    if (words.length >= LONGEST) end();
  }
  end();
  return sentences;
}
