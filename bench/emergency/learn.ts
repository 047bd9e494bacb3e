/**
 * Learning the weights of protocol/emergency: a logistic regression, one phrase after another (AdaGrad), then further
 * with each weight cut to a whole number from -3 to +3, so that it learns what the cut loses. Seeded: the same phrases
 * give the same weights, byte for byte.
 */
import { BUCKETS, featuresOf } from '../../protocol/emergency/features.ts';
import { AROUND, scaleOf } from '../../protocol/emergency/margin.ts';
import { sentencesOf } from '../../protocol/emergency/sentences.ts';
import { LEVELS } from '../../protocol/emergency/weigh.ts';

export type Sample = {
  readonly sentences: readonly Int32Array[];
  readonly label: 0 | 1;
  readonly weight: number;
};

export function sampleOf(text: string, emergency: boolean, weight: number): Sample {
  return {
    sentences: sentencesOf(text).map((words) => Int32Array.from(featuresOf(words))),
    label: emergency ? 1 : 0,
    weight,
  };
}

/** Numbers in [0, 1) that look like chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mix = Math.imul(state ^ (state >>> 15), 1 | state);
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix;
    return ((mix ^ (mix >>> 14)) >>> 0) / 4294967296;
  };
}

export type Settings = {
  /** Times through all phrases with whole weights, and with cut ones. */
  readonly whole: number;
  readonly cut: number;
  readonly rate: number;
  readonly cutRate: number;
  /** What pulls weights to nothing. */
  readonly pull: number;
  /** Below so many steps a weight is cut to nothing. */
  readonly floor: number;
  readonly seed: number;
};

export const SETTINGS: Settings = {
  whole: 5,
  cut: 6,
  rate: 0.15,
  cutRate: 0.15,
  pull: 0.001,
  floor: 1.2,
  seed: 1,
};

/** Weights as small whole numbers; a text is an emergency when step × its sum, and the bias, are above zero. */
export type Learnt = { readonly cuts: Int8Array; readonly step: number; readonly bias: number };

/** Where a text stands that says nothing known: a little on the harmless side. Fixed, else it would follow the cries. */
const BIAS = -0.7;

/** What one step of a cut weight is worth, in usual sizes of a whole one. */
const STEP = 0.6;

class Learner {
  readonly #settings: Settings;
  readonly #weights = new Float64Array(BUCKETS);
  readonly #shown = new Float64Array(BUCKETS);
  readonly #paces = new Float64Array(BUCKETS).fill(1e-3);
  #step = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  #cutOf(weight: number): number {
    const steps = Math.abs(weight) / this.#step;
    if (steps < this.#settings.floor) return 0;
    return Math.sign(weight) * Math.min(LEVELS, Math.round(steps));
  }

  /** From here on the weights are seen cut. */
  cut(): void {
    const some = this.#weights.filter((weight) => weight !== 0);
    const usual = Math.sqrt(some.reduce((sum, weight) => sum + weight * weight, 0) / some.length);
    this.#step = usual * STEP;
    for (let at = 0; at < BUCKETS; at += 1)
      this.#shown[at] = this.#cutOf(this.#weights[at] ?? 0) * this.#step;
  }

  /** How far a phrase is from its label now, and how much each of its sentences had to do with it. */
  #judge({ sentences }: Sample, weights: Float64Array): { margin: number; shares: number[] } {
    const sums = sentences.map((sentence) => {
      let sum = 0;
      for (let at = 0; at < sentence.length; at += 1) sum += weights[sentence[at] ?? 0] ?? 0;
      return sum * scaleOf(sentence);
    });
    const top = sums.indexOf(Math.max(...sums));
    const shares = sums.map((_, at) => (at === top ? 1 : AROUND));
    return { margin: sums.reduce((margin, sum, at) => margin + sum * (shares[at] ?? 0), BIAS), shares };
  }

  learn(sample: Sample, rate: number): void {
    if (sample.sentences.length === 0) return;
    const isCut = this.#step > 0;
    const weights = isCut ? this.#shown : this.#weights;
    const { margin, shares } = this.#judge(sample, weights);
    const error = (1 / (1 + Math.exp(-margin)) - sample.label) * sample.weight;
    sample.sentences.forEach((sentence, which) => {
      const slope = error * (shares[which] ?? 0) * scaleOf(sentence);
      for (const at of sentence) {
        const pace = (this.#paces[at] ?? 0) + slope * slope;
        this.#paces[at] = pace;
        const stride = rate / Math.sqrt(pace);
        const moved = (this.#weights[at] ?? 0) - stride * slope;
        const pulled = Math.sign(moved) * Math.max(0, Math.abs(moved) - stride * this.#settings.pull);
        this.#weights[at] = pulled;
        if (isCut) this.#shown[at] = this.#cutOf(pulled) * this.#step;
      }
    });
  }

  learnt(): Learnt {
    return {
      cuts: Int8Array.from(this.#weights, (weight) => this.#cutOf(weight)),
      step: this.#step,
      bias: BIAS,
    };
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}

export function learn(samples: readonly Sample[], settings: Settings = SETTINGS): Learnt {
  const learner = new Learner(settings);
  const random = chance(settings.seed);
  const order = samples.map((_, at) => at);
  for (let round = 0; round < settings.whole + settings.cut; round += 1) {
    const since = round - settings.whole;
    if (since === 0) learner.cut();
    const rate = since < 0 ? settings.rate : settings.cutRate * (1 - (0.7 * since) / settings.cut);
    shuffle(order, random);
    for (const at of order) {
      const sample = samples[at];
      if (sample !== undefined) learner.learn(sample, rate);
    }
  }
  return learner.learnt();
}
