import { step } from './acts.ts';
import { RuleBroken } from './rules.ts';
import { comeToRest, judge } from './verdict.ts';
import { World } from './world.ts';

export type Played = {
  readonly seed: number;
  readonly steps: number;
  readonly messages: number;
  readonly counts: World['counts'];
  readonly looked: ReadonlyMap<string, number>;
};

/** How often the service is brought to rest and judged on the way; steps. */
const SAMPLE = 1_000;

/** Plays one seed. Throws the first rule that does not hold, with the step at which it was seen. */
export async function play(seed: number, steps: number): Promise<Played> {
  const world = await World.open(seed);
  let count = 0;
  try {
    for (; count < steps; count += 1) {
      await step(world);
      if (count % SAMPLE === SAMPLE - 1) await rest(world);
    }
    await rest(world);
    let messages = 0;
    for (const { entries } of world.truth.journals.values()) {
      messages += entries.filter(({ body }) => body.kind === 'message').length;
    }
    return { seed, steps, messages, counts: world.counts, looked: world.rules.looked };
  } catch (error) {
    if (error instanceof RuleBroken) error.message = `seed ${seed}, step ${count}: ${error.message}`;
    throw error;
  } finally {
    await world.close();
  }
}

async function rest(world: World): Promise<void> {
  const rested = await comeToRest(world);
  await judge(world, rested);
}
