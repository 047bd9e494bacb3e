import type { Chance } from '../../e2e/model/random.ts';
import type { Command } from '../../protocol/desk-channel.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';

const HELD = 8;

const COMMANDS = {
  message: 60,
  note: 12,
  park: 3,
  resume: 3,
  release: 3,
  assign: 4,
  close: 0.4,
  tags: 2,
} as const;

/** What an officer needs to know to act. */
export type Knowledge = {
  readonly self: Id;
  readonly officers: readonly Id[];
  /** A text that says for whom it was written. */
  readonly text: (conversation: Id, rest: string) => string;
};

/** What an officer does next: takes, answers, notes, parks, hands over, gives back, closes. */
export function nextCommand(
  chance: Chance,
  held: readonly Head[],
  { self, officers, text }: Knowledge,
): Command {
  const takes = held.length < HELD && chance.happens(0.5);
  const conversation = chance.pick(held)?.conversation;
  if (takes || conversation === undefined) return { kind: 'take-next' };
  const kind = chance.weighted(COMMANDS);
  switch (kind) {
    case 'message':
      return { kind, conversation, text: text(conversation, 'Un policier vous répond.') };
    case 'note':
      return { kind, conversation, text: text(conversation, 'NOTE à garder') };
    case 'release':
      return { kind, conversation, note: 'NOTE de retour' };
    case 'assign':
      return { kind, conversation, to: chance.pick(officers) ?? self, note: null };
    case 'close':
      return { kind, conversation, disposition: 'answered', comment: 'NOTE de fin' };
    case 'tags':
      return { kind, conversation, tags: ['NOTE'] };
    default:
      return { kind, conversation };
  }
}
