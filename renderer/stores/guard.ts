import type { Id } from '../../protocol/ids.ts';

/**
 * A conversation must have been on screen this long before Enter sends a text in which nothing was typed
 * since it is shown: the hand may be faster than the eye. Milliseconds.
 */
export const SETTLE = 1_500;
/** The same for the button, which bears the reference and which the pointer must have reached. */
export const BUTTON_SETTLE = 500;
/**
 * A sentence broken off so shortly before the screen changed was not left on purpose: what follows is its end. Nobody
 * asks for another conversation between two letters. Milliseconds.
 */
export const BROKEN_OFF = 300;

/** What a send carries, so that a text can never reach another citizen than the one it was written for. */
export type SendIntent = {
  /** The conversation whose composer produced the text. */
  readonly composedFor: Id;
  /** The conversation of the last keystroke in any composer, and when it was. */
  readonly typedIn: Id | null;
  readonly typedAt: number;
  /** The last keystroke in the composer before that one, if its text was left unfinished there. */
  readonly brokeOffAt: number | null;
  /** When the focus came into the composer without being asked for, if nothing was typed since. */
  readonly focusedAt: number | null;
  /** The conversation on screen when the send was asked, and since when. */
  readonly shown: Id | null;
  readonly shownSince: number;
  /** All of these by a clock that nobody sets. */
  readonly now: number;
  /** The button was pressed. */
  readonly byButton: boolean;
};

export type GuardVerdict = 'send' | 'conversation-changed' | 'focus-moved';

/**
 * Refuses a send when its composer is not the conversation on screen; an Enter or a press that comes right after the
 * screen changed under the hands; and an Enter meant for what had the focus a moment ago.
 */
export function guardSend(intent: SendIntent): GuardVerdict {
  if (intent.composedFor !== intent.shown) return 'conversation-changed';
  const { typedIn, typedAt, brokeOffAt, focusedAt, shownSince, now, byButton } = intent;
  const typedHere = typedIn === intent.composedFor && typedAt >= shownSince;
  const shownFor = now - shownSince;
  if (byButton) return typedHere || shownFor >= BUTTON_SETTLE ? 'send' : 'conversation-changed';
  if (focusedAt !== null && now - focusedAt < SETTLE) return 'focus-moved';
  const brokenOff = brokeOffAt !== null && shownSince - brokeOffAt < BROKEN_OFF;
  if ((!typedHere || brokenOff) && shownFor < SETTLE) return 'conversation-changed';
  return 'send';
}

export type PressIntent = Pick<SendIntent, 'shown' | 'shownSince' | 'now'> & {
  /** The conversation whose button was pressed. */
  readonly conversation: Id;
};

/**
 * Refuses an act that reaches the citizen by one press and asks nothing before (a warning, a ready-made question) for as
 * long as the eye may still be at the conversation that was there before.
 */
export function guardPress({ conversation, shown, shownSince, now }: PressIntent): GuardVerdict {
  return conversation === shown && now - shownSince >= SETTLE ? 'send' : 'conversation-changed';
}
