/**
 * After learning, the plain sentences (plain.ts) that are still misjudged are put right, by the weights that hardly any
 * other phrase uses: whatever is learnt, "he has a knife" is found and "he has no knife" is let alone.
 */
import { BUCKETS } from '../../protocol/emergency/features.ts';
import { MOST, marginOf } from '../../protocol/emergency/margin.ts';
import { LEVELS } from '../../protocol/emergency/weigh.ts';
import { type Learnt, type Sample, sampleOf } from './learn.ts';
import { THRESHOLD } from './margins.ts';
import { phrasesBy } from './phrases.ts';
import { PLAIN, PLAINLY_NOT, VITAL } from './plain.ts';

/** How far beyond the threshold a plain sentence must be; a vital one so far that nothing polite takes it away. */
const SURELY = 0.1;
/** So much of what others can take away at most (a text of few words cannot bear all of it). */
const VITALLY = 0.7;
/** A weight moved for one plain sentence may upset another: looked at again, this often at most. */
const ROUNDS = 20;

type Plain = { readonly text: string; readonly sample: Sample; readonly vital: boolean };

function plainly(texts: readonly string[], emergency: boolean, vital = false): Plain[] {
  return texts.map((text) => ({ text, sample: sampleOf(text, emergency, 1), vital }));
}

/** With them, what taps and closed questions put into a message: it must be understood as it is meant. */
function allPlain(): readonly Plain[] {
  const product = phrasesBy('own').filter(({ batch }) => batch === 'product');
  const said = (meant: boolean) =>
    product.filter(({ emergency }) => emergency === meant).map(({ text }) => text);
  return [
    ...plainly([...PLAIN, ...said(true)], true),
    ...plainly([...PLAINLY_NOT, ...said(false)], false),
    ...plainly(VITAL, true, true),
  ];
}

function isWrong({ sample, vital }: Plain, { cuts, step, bias }: Learnt): boolean {
  const margin = bias + step * marginOf(sample.sentences, cuts, 0) - THRESHOLD;
  return (sample.label === 1 ? margin : -margin) < SURELY + (vital ? step * MOST * VITALLY : 0);
}

/** The plain sentences that weights do not judge surely enough. */
export function misjudged(learnt: Learnt): readonly string[] {
  return allPlain()
    .filter((plain) => isWrong(plain, learnt))
    .map(({ text }) => text);
}

/** How many sentences use each weight. */
function usesOf(samples: readonly Pick<Sample, 'sentences'>[]): Uint32Array {
  const uses = new Uint32Array(BUCKETS);
  for (const sentence of samples.flatMap(({ sentences }) => sentences)) {
    for (const at of sentence) uses[at] = (uses[at] ?? 0) + 1;
  }
  return uses;
}

export function mended(learnt: Learnt, samples: readonly Sample[]): Learnt {
  const better = { ...learnt, cuts: Int8Array.from(learnt.cuts) };
  const uses = usesOf(samples);
  const all = allPlain();
  const against = ([0, 1] as const).map((label) =>
    usesOf(all.filter(({ sample }) => sample.label !== label).map(({ sample }) => sample)),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const wrong = all.filter((plain) => isWrong(plain, better));
    if (wrong.length === 0) break;
    for (const plain of wrong) {
      // What a plain sentence of the other kind uses comes last: each would undo the other for ever.
      const opposed = against[plain.sample.label];
      const rarest = [...new Set(plain.sample.sentences.flatMap((sentence) => [...sentence]))].sort(
        (one, other) =>
          (opposed?.[one] ?? 0) - (opposed?.[other] ?? 0) ||
          (uses[one] ?? 0) - (uses[other] ?? 0) ||
          one - other,
      );
      for (const at of rarest) {
        if (!isWrong(plain, better)) break;
        better.cuts[at] = plain.sample.label === 1 ? LEVELS : -LEVELS;
      }
    }
  }
  return better;
}
