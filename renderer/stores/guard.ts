import type { Id } from '../../protocol/ids.ts';

/**
 * A conversation must have been on screen this long before Enter sends a text in which nothing was typed
 * since it is shown: the hand may be faster than the eye. Milliseconds.
 */
export const SETTLE = 1_500;

/** What a send carries, so that a text can never reach another citizen than the one it was written for. */
export type SendIntent = {
  /** The conversation whose composer produced the text. */
  readonly composedFor: Id;
  /** The conversation of the last keystroke in any composer, and when it was. */
  readonly typedIn: Id | null;
  readonly typedAt: number;
  /** The conversation on screen when the send was asked, and since when. */
  readonly shown: Id | null;
  readonly shownSince: number;
  readonly now: number;
  /** The button, which bears the reference, was pressed: a look at it is part of the act. */
  readonly byButton: boolean;
};

export type GuardVerdict = 'send' | 'conversation-changed';

/**
 * Refuses a send when its composer is not the conversation on screen, and an Enter that comes right after the
 * screen changed under the hands.
 */
export function guardSend(intent: SendIntent): GuardVerdict {
  if (intent.composedFor !== intent.shown) return 'conversation-changed';
  if (intent.byButton) return 'send';
  const typedHere = intent.typedIn === intent.composedFor && intent.typedAt >= intent.shownSince;
  if (!typedHere && intent.now - intent.shownSince < SETTLE) return 'conversation-changed';
  return 'send';
}
