import type { Id } from '../../protocol/ids.ts';

/**
 * What the hands did last, by a clock that nobody sets: what came on screen meanwhile is not what they meant. Changed in
 * place: nothing is drawn from it.
 */
export type Hands = {
  /** The conversation of the last keystroke in any composer, and when it was. */
  typedIn: Id | null;
  typedAt: number;
  /** The one written in before that, and when the hand left it. */
  leftIn: Id | null;
  leftAt: number;
  /** How many times something was put into any field of the window. */
  touches: number;
  /** When the composer was given the focus without being asked for it, if nothing was typed since. */
  focusedAt: number | null;
};

export function newHands(): Hands {
  return { typedIn: null, typedAt: 0, leftIn: null, leftAt: 0, touches: 0, focusedAt: null };
}

/** A key, or a card, went into the composer of `conversation`. */
export function typedInto(hands: Hands, conversation: Id, now: number): void {
  if (hands.typedIn !== conversation) {
    hands.leftIn = hands.typedIn;
    hands.leftAt = hands.typedAt;
  }
  hands.typedIn = conversation;
  hands.typedAt = now;
  hands.touches += 1;
  hands.focusedAt = null;
}
