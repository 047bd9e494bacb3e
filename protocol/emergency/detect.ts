/**
 * Emergency wording, found by the same deterministic weights in the page and in the relay (rule M1): no network, no
 * randomness. Everything is bounded by the length of the text, so that a hostile message costs what an ordinary one
 * of its length does.
 *
 * How: the words of sentences (sentences.ts) → features (features.ts) → the sum of their weights (margin.ts), learnt
 * from labelled phrases (bench/emergency). The caller brings the weights: the relay has them in its source, the page
 * fetches them. Why not rules: docs/decisions/0052-weights-instead-of-rules.md.
 */
import { isCry } from './cry.ts';
import { featuresOf } from './features.ts';
import { sentencesOf } from './sentences.ts';
import { weigh } from './weigh.ts';

type Scan = {
  readonly sentences: readonly (readonly string[])[];
  readonly emergency: boolean;
  /** How many features were looked at to say so (for tests; they are no unit of time). */
  readonly steps: number;
};

export function scan(text: string, weights: Int8Array): Scan {
  const sentences = sentencesOf(text);
  const features = sentences.map(featuresOf);
  const steps = features.reduce((sum, { length }) => sum + length, sentences.length);
  return { sentences, emergency: isCry(sentences) || weigh(features, weights) > 0, steps };
}

/** Whether a text looks like an emergency: all that the page needs, which so carries no names of themes. */
export function looksUrgent(text: string, weights: Int8Array): boolean {
  return scan(text, weights).emergency;
}
