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
  /** It takes these out of the officer's hands: what they wrote there is let go first, until `behindUntil`. */
  readonly behind: readonly Id[];
  /** By `elapsed`. */
  readonly behindUntil: number;
  readonly onWire: boolean;
  /** By `elapsed`. */
  readonly askAgainAt: number;
  readonly giveUpAt: number;
};

export const ASK_AGAIN_AFTER = 4_000;
export const GIVE_UP_AFTER = 12_000;
/** Relief is wanted within two seconds, whatever the relay does not take. */
export const BEHIND_FOR = 1_000;
/** An officer has one pair of hands (rule B1). */
export const PENDING_LIMIT = 32;

/** `held`: all that the officer holds. */
export function begin(id: Id, command: Command, held: readonly Id[], now: number): Pending {
  const behind = givenAway(command, held);
  return {
    id,
    command,
    behind,
    behindUntil: now + BEHIND_FOR,
    onWire: false,
    askAgainAt: now,
    giveUpAt: now + GIVE_UP_AFTER,
  };
}

/** What a command takes out of the officer's hands. */
function givenAway(command: Command, held: readonly Id[]): readonly Id[] {
  switch (command.kind) {
    case 'hand-over':
      return held;
    case 'assign':
    case 'transfer':
    case 'release':
    case 'close':
      return held.filter((id) => id === command.conversation);
    default:
      return [];
  }
}

/**
 * What to put on the wire now. A decision that ends the officer's right to write waits for what they wrote before it:
 * overtaken, their last line would be refused. `isWriting`: something of these conversations is still to be taken.
 */
export function dueToAsk(
  pending: readonly Pending[],
  isWriting: (conversations: readonly Id[]) => boolean,
  now: number,
): Pending[] {
  return pending.filter(({ onWire, askAgainAt, behind, behindUntil }) =>
    onWire ? askAgainAt <= now : behindUntil <= now || !isWriting(behind),
  );
}

export function asked(pending: Pending, now: number): Pending {
  return { ...pending, onWire: true, askAgainAt: now + ASK_AGAIN_AFTER };
}

/** The wire is gone: what was on it is asked again on the next one, and what was written before it goes first there too. */
export function offWire(pending: Pending): Pending {
  return { ...pending, onWire: false, behindUntil: pending.giveUpAt };
}

/** There is a wire again: from here on the moment that what was written may take counts. */
export function onNextWire(pending: Pending, now: number): Pending {
  return pending.onWire ? pending : { ...pending, behindUntil: now + BEHIND_FOR };
}

export function isOver(pending: Pending, now: number): boolean {
  return now >= pending.giveUpAt;
}

/** When the next of them needs attention; null when there is none. */
export function nextAttention(pending: readonly Pending[], now: number): number | null {
  const times = pending.flatMap(({ giveUpAt, onWire, askAgainAt, behindUntil }) => {
    if (onWire) return [giveUpAt, askAgainAt];
    return behindUntil > now ? [giveUpAt, behindUntil] : [giveUpAt];
  });
  return times.length === 0 ? null : Math.min(...times);
}

export function refusedOutcome(code: RefusalCode | 'offline'): CommandOutcome {
  return { kind: 'refused', code };
}
