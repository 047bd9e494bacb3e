import type { Presence } from '../../protocol/officer.ts';

/** Minutes without a touch of keyboard or mouse after which an available officer is shown as away. */
export const AWAY_AFTER = 10;
/** How often the workstation is asked, in milliseconds. */
export const IDLE_EVERY = 5_000;

/**
 * Decides when an officer who said nothing is away, and back. Only "available" gives way, and only what gave way comes
 * back by itself: a break that somebody chose, or an absence that they chose, stays until they say otherwise. It gives way
 * once: whoever is available again without a touch here is at another workstation, and this one knows nothing of them.
 */
export class Idleness {
  #gaveWay = false;
  /** It gave way since the last touch. */
  #spent = false;

  /**
   * The presence to change to now, or null. `idleSeconds`: since the last touch anywhere on this workstation;
   * `awayAfter`: minutes, or null for never.
   */
  next(idleSeconds: number, awayAfter: number | null, presence: Presence | 'offline'): Presence | null {
    if (presence !== 'away') this.#gaveWay = false;
    const isIdle = awayAfter !== null && idleSeconds >= awayAfter * 60;
    if (!isIdle) this.#spent = false;
    if (presence === 'available' && isIdle && !this.#spent) {
      this.#spent = true;
      this.#gaveWay = true;
      return 'away';
    }
    if (this.#gaveWay && !isIdle) {
      this.#gaveWay = false;
      return 'available';
    }
    return null;
  }
}
