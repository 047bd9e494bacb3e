/** `npm run test:model [-- --seed=N] [-- --seeds=N] [-- --steps=N]`: the model test, at length. */
import { parseArgs } from 'node:util';
import { play } from './play.ts';
import { RuleBroken } from './rules.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '50' },
    steps: { type: 'string', default: '2400' },
  },
});
const first = Number(values.seed);
const seeds = Number(values.seeds);
const steps = Number(values.steps);
const start = performance.now();
const looked = new Map<string, number>();
const counts: Record<string, number> = {};
const failures: string[] = [];
let played = 0;
let messages = 0;
for (let seed = first; seed < first + seeds; seed += 1) {
  try {
    const done = await play(seed, steps);
    played += done.steps;
    messages += done.messages;
    for (const [rule, times] of done.looked) looked.set(rule, (looked.get(rule) ?? 0) + times);
    for (const [name, times] of Object.entries(done.counts)) counts[name] = (counts[name] ?? 0) + times;
  } catch (error) {
    failures.push(error instanceof RuleBroken ? error.message : String(error));
    console.error(error instanceof RuleBroken ? error.message : error);
  }
}
const seconds = Math.round((performance.now() - start) / 100) / 10;
console.log(`${played} steps, ${seeds} seeds from ${first}, ${messages} messages, ${seconds} s`);
console.log(
  [...looked]
    .sort()
    .map(([rule, times]) => `${rule} looked at ${times} times`)
    .join('\n'),
);
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(
  JSON.stringify({ steps: played, seeds, first, messages, ...counts, failures: failures.length, seconds }),
);
process.exitCode = failures.length === 0 && played > 0 ? 0 : 1;
