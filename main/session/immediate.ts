import type { Command } from '../../protocol/desk-channel.ts';
import type { RefusalCode } from '../../protocol/errors.ts';
import type { Id } from '../../protocol/ids.ts';
import type { CommandOutcome } from '../../protocol/ipc.ts';

/**
 * Commands that decide something on what is true now. Asked again with the same id when no answer comes or
 * the wire is cut, within one attempt: after it the officer is told `offline` and decides anew
 * (docs/decisions/0005).
 */
export type Pending = {
  readonly id: Id;
  readonly command: Command;
  readonly onWire: boolean;
  /** By `elapsed`. */
  readonly askAgainAt: number;
  readonly giveUpAt: number;
};

export const ASK_AGAIN_AFTER = 4_000;
export const GIVE_UP_AFTER = 12_000;
/** An officer has one pair of hands (rule B1). */
export const PENDING_LIMIT = 32;

export function begin(id: Id, command: Command, now: number): Pending {
  return { id, command, onWire: false, askAgainAt: now, giveUpAt: now + GIVE_UP_AFTER };
}

/** What to put on the wire now. */
export function dueToAsk(pending: readonly Pending[], now: number): Pending[] {
  return pending.filter((each) => !each.onWire || each.askAgainAt <= now);
}

export function asked(pending: Pending, now: number): Pending {
  return { ...pending, onWire: true, askAgainAt: now + ASK_AGAIN_AFTER };
}

/** The wire is gone: what was on it is asked again on the next one. */
export function offWire(pending: Pending): Pending {
  return { ...pending, onWire: false };
}

export function isOver(pending: Pending, now: number): boolean {
  return now >= pending.giveUpAt;
}

/** When the next of them needs attention; null when there is none. */
export function nextAttention(pending: readonly Pending[]): number | null {
  const times = pending.flatMap((each) => [each.giveUpAt, ...(each.onWire ? [each.askAgainAt] : [])]);
  return times.length === 0 ? null : Math.min(...times);
}

export function refusedOutcome(code: RefusalCode | 'offline'): CommandOutcome {
  return { kind: 'refused', code };
}
