import { createHash } from 'node:crypto';
import type { Content } from '../../protocol/desk-channel.ts';
import type { LinkHealth } from '../../protocol/link-health.ts';
import { isSameLink, linkOf } from './check.ts';

/** The catalogue with how its links stand. Its version changes with either, so that desks are told. */
export class CheckedContent {
  #base: Content;
  #health: readonly LinkHealth[] = [];
  #now: Content;

  constructor(base: Content) {
    this.#base = base;
    this.#now = base;
  }

  /** The catalogue alone, as it is in force. */
  get base(): Content {
    return this.#base;
  }

  current(): Content {
    return this.#now;
  }

  /** Another catalogue is in force. What is known of a link stays with its address and where that may lead. */
  replace(base: Content): void {
    const before = new Map(this.#base.platforms.map((platform) => [platform.id, linkOf(platform)]));
    const unchanged = base.platforms.filter((platform) =>
      isSameLink(before.get(platform.id), linkOf(platform)),
    );
    const same = new Set(unchanged.map(({ id }) => id));
    this.#base = base;
    this.setHealth(this.#health.filter(({ platform }) => same.has(platform)));
  }

  setHealth(health: readonly LinkHealth[]): void {
    this.#health = health;
    if (health.length === 0) {
      this.#now = this.#base;
      return;
    }
    const digest = createHash('sha256').update(JSON.stringify(health)).digest('hex').slice(0, 16);
    this.#now = { ...this.#base, version: `${this.#base.version}-${digest}`, health: [...health] };
  }
}
