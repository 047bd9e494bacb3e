/** What learnt weights say of a text. */
import { marginOf } from '../../protocol/emergency/margin.ts';
import { type Learnt, sampleOf } from './learn.ts';

/**
 * Above this margin a text is taken for an emergency: near where nineteen of twenty emergencies of a writer who was not
 * learnt from are found (evaluate.ts, which prints what other thresholds give and cost). After a change the weights are
 * learnt anew (train.ts).
 */
export const THRESHOLD = 0.22;

export function marginIn({ cuts, step, bias }: Learnt, text: string): number {
  const { sentences } = sampleOf(text, true, 1);
  return sentences.length === 0 ? Number.NEGATIVE_INFINITY : bias + step * marginOf(sentences, cuts, 0);
}
