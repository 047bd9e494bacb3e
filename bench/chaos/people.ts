import type { Chance } from '../../e2e/model/random.ts';
import type { ChaosCitizen } from './citizen.ts';

const TICK = 50;
/** A citizen writes this often on average; milliseconds. */
const WRITES_EVERY = 5_000;

/** Citizens at work: nobody waits for anybody. Officers work in their desks' own processes. */
export class People {
  readonly #chance: Chance;
  readonly #citizens: readonly ChaosCitizen[];
  #timer: NodeJS.Timeout | null = null;

  constructor(chance: Chance, citizens: readonly ChaosCitizen[]) {
    this.#chance = chance;
    this.#citizens = citizens;
  }

  start(): void {
    this.#timer = setInterval(() => {
      for (const citizen of this.#citizens) if (this.#chance.happens(TICK / WRITES_EVERY)) citizen.say();
    }, TICK);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }
}
