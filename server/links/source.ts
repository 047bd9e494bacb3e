import { createHash } from 'node:crypto';
import type { Content } from '../../protocol/desk-channel.ts';
import type { LinkHealth } from '../../protocol/link-health.ts';

/** The catalogue with how its links stand. Its version changes with either, so that desks are told. */
export class CheckedContent {
  readonly base: Content;
  #now: Content;

  constructor(base: Content) {
    this.base = base;
    this.#now = base;
  }

  current(): Content {
    return this.#now;
  }

  setHealth(health: readonly LinkHealth[]): void {
    const digest = createHash('sha256').update(JSON.stringify(health)).digest('hex').slice(0, 16);
    this.#now = { ...this.base, version: `${this.base.version}-${digest}`, health: [...health] };
  }
}
