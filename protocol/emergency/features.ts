/**
 * What the weights are of, in a sentence: its words; every run of five letters in it, across words too (which holds the
 * order of short words, and half of a misspelt one); and in a question its words once more, for in a question they are
 * other words. Each is a number, by a hash: no vocabulary is shipped.
 */

/** How many different features are told apart; two that fall into one number share its weight. */
export const BUCKETS = 1 << 17;

const RUN = 5;

/** A word, a run of letters and a word of a question never are the same feature by their letters. */
const KIND = { run: 0, word: 1, asked: 2 } as const;

/** FNV-1a, well mixed: the same in every browser, for it is integers only. */
function hashOf(text: string, from: number, to: number, kind: number): number {
  let hash = 0x811c9dc5 ^ kind;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

/** The features of one sentence, each once. */
export function featuresOf(words: readonly string[]): readonly number[] {
  const found = new Set<number>();
  const kinds = words.includes('?') ? [KIND.word, KIND.asked] : [KIND.word];
  for (const word of words) for (const kind of kinds) found.add(hashOf(word, 0, word.length, kind));
  const sentence = ` ${words.join(' ')} `;
  for (let at = 0; at + RUN <= sentence.length; at += 1) found.add(hashOf(sentence, at, at + RUN, KIND.run));
  return [...found];
}
