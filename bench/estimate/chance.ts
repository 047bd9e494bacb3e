/** Chance that is the same for the same seed (mulberry32, public domain), and what is drawn from it. */
export type Chance = {
  readonly happens: (share: number) => boolean;
  readonly exponential: (mean: number) => number;
  /** `variation`: standard deviation over mean. */
  readonly logNormal: (mean: number, variation: number) => number;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  }
  return {
    happens: (share) => next() < share,
    exponential: (mean) => -Math.log(1 - next()) * mean,
    logNormal: (mean, variation) => {
      const variance = Math.log(1 + variation ** 2);
      return mean * Math.exp(Math.sqrt(variance) * normal() - variance / 2);
    },
  };
}
