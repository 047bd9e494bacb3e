import { markOf } from '../../e2e/model/truth.ts';
import type { Id } from '../../protocol/ids.ts';

/** What clients were told, and what they saw: the checker compares it with the store. */
export class Promises {
  /** Ids whose acknowledgement a client heard, with the conversation it was for. */
  readonly acked = new Map<Id, Id>();
  /** Ids a desk took charge of (on its disk), with their conversation. */
  readonly taken = new Map<Id, Id>();
  /** How long each client was away after each loss; milliseconds. */
  readonly away: number[] = [];
  misdelivered = 0;
  readonly examples: string[] = [];

  /** A citizen's page was told these words: they must be of its own conversation, and no officer's note. */
  heardByCitizen(name: string, frame: string): void {
    for (const [, other] of frame.matchAll(/\[(c\d+)\]/g)) {
      if (other !== name) this.wrong(`${other}'s words reached ${name}`);
    }
    if (frame.includes('NOTE')) this.wrong(`an officer's note reached ${name}`);
  }

  wrong(what: string): void {
    this.misdelivered += 1;
    if (this.examples.length < 20) this.examples.push(what);
  }

  isOf(name: string, text: string): boolean {
    return markOf(text)?.conversation === name;
  }
}

/** Measures how long a client is away. */
export class Absence {
  readonly #promises: Promises;
  #since: number | null = null;

  constructor(promises: Promises) {
    this.#promises = promises;
  }

  changed(online: boolean): void {
    if (online && this.#since !== null) {
      this.#promises.away.push(performance.now() - this.#since);
      this.#since = null;
    } else if (!online) {
      this.#since ??= performance.now();
    }
  }
}
