import type { Time } from '../../protocol/ids.ts';
import { MAX_RETENTION_MONTHS, purgeTime } from '../../protocol/retention.ts';

/**
 * When a cached conversation must be gone. The relay's own day (`purgeAt` of the head) counts too, when it
 * is earlier: a desk never keeps what the relay destroyed.
 */
export function expiryOf(openedAt: Time, months: number, relayPurgeAt: Time | null): Time {
  const own = purgeTime(openedAt, months);
  return relayPurgeAt === null ? own : Math.min(own, relayPurgeAt);
}

/**
 * The time by which to purge, off line included. A workstation's clock set back must not revive anything,
 * so the latest time ever seen counts. A clock set *forward* by mistake would then destroy every new
 * conversation for ever: only the relay's clock, when it is heard, may lower the latest time again.
 */
export function purgeNow(now: Time, latestSeen: Time): Time {
  return Math.max(now, latestSeen);
}

/** Until a relay said less. */
export const DEFAULT_MONTHS = MAX_RETENTION_MONTHS;
