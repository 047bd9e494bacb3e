import { TIMES } from '../../../protocol/limits.ts';

/**
 * How long to wait before attempt `attempt` (0 is the first retry), in milliseconds: full jitter in
 * [0, min(ceiling, first × 2ⁿ)] (rule C2), so that two thousand pages do not come back in the same instant.
 * `asked` is what the relay asked for in `bye`: never sooner than that.
 */
export function reconnectDelay(attempt: number, random: () => number, asked: number): number {
  const ceiling = Math.min(TIMES.reconnectCeiling, TIMES.reconnectFirst * 2 ** Math.min(attempt, 16));
  return Math.round(asked + random() * ceiling);
}
