/**
 * How much a text looks like an emergency, from the weights of its features. The sentence that says most counts whole,
 * the others of its surroundings by a part: "he hits me" is another thing after "in the film", and the same after "good
 * morning".
 */

/** How much the other sentences count. */
export const AROUND = 0.4;

/** How much the others may take away, in weights: however polite the letter, a cry in it stays one. */
export const MOST = 2;

/** Sentences looked at together, and how many further the next look begins: a long letter is no longer a whole. */
const TOGETHER = 6;
const FURTHER = 3;

export type Sentence = ArrayLike<number>;

/** One sentence's own sum: a long one holds more features, and more of them by chance. */
export function sumOf(sentence: Sentence, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < sentence.length; at += 1) sum += weights[sentence[at] ?? 0] ?? 0;
  return sum * scaleOf(sentence);
}

/** What a weight is multiplied by in a sentence: in a very short one, too, a single chance weight must not decide. */
export function scaleOf(sentence: Sentence): number {
  return 1 / Math.sqrt(sentence.length + 25);
}

/** The runs of sentences that are looked at together, as [from, to). */
export function windowsOf(sentences: number): readonly (readonly [number, number])[] {
  const windows: [number, number][] = [];
  for (let from = 0; ; from += FURTHER) {
    windows.push([from, Math.min(sentences, from + TOGETHER)]);
    if (from + TOGETHER >= sentences) return windows;
  }
}

/** The margin of a text of at least one sentence; above zero it is taken for an emergency. */
export function marginOf(sentences: readonly Sentence[], weights: ArrayLike<number>, bias: number): number {
  const sums = sentences.map((sentence) => sumOf(sentence, weights));
  let most = Number.NEGATIVE_INFINITY;
  for (const [from, to] of windowsOf(sums.length)) {
    const here = sums.slice(from, to);
    const top = Math.max(...here);
    const around = AROUND * (here.reduce((sum, one) => sum + one, 0) - top);
    most = Math.max(most, top + Math.max(around, -MOST));
  }
  return bias + most;
}
