import type { Id } from '../../protocol/ids.ts';
import type { Draft } from '../../protocol/ipc.ts';

/** Messages and notes have each their own text: switching the mode can never turn a note into a message. */
export type ComposerMode = 'message' | 'note';

export type ComposerText = {
  readonly message: string;
  readonly note: string;
  readonly mode: ComposerMode;
  /** A platform picked by `@`, sent as a card after the text. */
  readonly platform: string | null;
};

export type Drafts = ReadonlyMap<Id, ComposerText>;

export const EMPTY_COMPOSER: ComposerText = { message: '', note: '', mode: 'message', platform: null };

/** Drafts as the cache gives them at start. Only messages are kept there. */
export function draftsFrom(drafts: readonly Draft[]): Drafts {
  return new Map(
    drafts.map(({ conversation, text }) => [conversation, { ...EMPTY_COMPOSER, message: text }]),
  );
}

/** The drafts with one conversation's changed; an empty one takes no room. */
export function changeDraft(drafts: Drafts, conversation: Id, change: Partial<ComposerText>): Drafts {
  const next = new Map(drafts);
  const text = { ...(drafts.get(conversation) ?? EMPTY_COMPOSER), ...change };
  const empty = text.message === '' && text.note === '' && text.platform === null && text.mode === 'message';
  if (empty) next.delete(conversation);
  else next.set(conversation, text);
  return next;
}

export function dropDrafts(drafts: Drafts, conversations: readonly Id[]): Drafts {
  if (!conversations.some((id) => drafts.has(id))) return drafts;
  const next = new Map(drafts);
  for (const id of conversations) next.delete(id);
  return next;
}
