import { REGIMES } from '../estimate/regimes.ts';
import { coverageOf } from '../estimate/simulate.ts';
import type { Section } from '../section.ts';

/** How often the wait that people are told comes true, and how wide it is, in simulated queues. */
export const estimate: Section = {
  name: 'estimate',
  seconds: { quick: 1, usual: 60 },
  run: async ({ quick, add, note }) => {
    const seeds = Array.from({ length: quick ? 1 : 8 }, (_, index) => (index + 1) * 7919);
    for (const regime of REGIMES) {
      const { held, heldQueued, people, widthMedian, widthMean, waitMean } = coverageOf(regime, seeds);
      const budget = { sense: 'at-least', limit: 80 } as const;
      add({ what: `interval held, ${regime.name}`, value: held * 100, unit: '%', samples: people, budget });
      add({
        what: `the same for who found no place free, ${regime.name}`,
        value: heldQueued * 100,
        unit: '%',
      });
      add({ what: `its width, median, ${regime.name}`, value: widthMedian, unit: 'min' });
      add({ what: `its width, mean, ${regime.name}`, value: widthMean, unit: 'min' });
      add({ what: `the waits, mean, ${regime.name}`, value: waitMean, unit: 'min' });
      // Other sections may be stopped in time: nothing of this one may hold the loop for long.
      await new Promise((resolve) => setImmediate(resolve));
    }
    note('bench/estimate/regimes.ts has the arrivals, officers and lengths of talks that were played');
  },
};
