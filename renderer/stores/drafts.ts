import type { Id } from '../../protocol/ids.ts';
import type { Draft } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Station } from '../../protocol/station.ts';

/** Messages and notes have each their own text: switching the mode can never turn a note into a message. */
export type ComposerMode = 'message' | 'note';

export type ComposerText = {
  readonly message: string;
  readonly note: string;
  readonly mode: ComposerMode;
  /** A platform picked by `@`, sent as a card after the text. */
  readonly platform: string | null;
  /** A station picked by `#`, sent as a card after the text: as it was when it was picked. */
  readonly station: Station | null;
  /** The shared responses put into the message, with how each begins: they are counted when it is sent. */
  readonly responses: readonly { readonly id: string; readonly beginning: string }[];
};

export type Drafts = ReadonlyMap<Id, ComposerText>;

export const EMPTY_COMPOSER: ComposerText = {
  message: '',
  note: '',
  mode: 'message',
  platform: null,
  station: null,
  responses: [],
};

/** Drafts as the cache gives them at start: texts and mode. Cards are not kept there. */
export function draftsFrom(drafts: readonly Draft[]): Drafts {
  return new Map(drafts.map(({ conversation, ...kept }) => [conversation, { ...EMPTY_COMPOSER, ...kept }]));
}

/** What the cache keeps of a composer: each text as long as a draft may be. */
export function draftOf(conversation: Id, { message, note, mode }: ComposerText): Draft {
  const most = LIMITS.textCharacters * 2;
  return { conversation, message: message.slice(0, most), note: note.slice(0, most), mode };
}

/** Enough of a text to know it again. */
const BEGINNING = 24;

/** What a message remembers of the responses that were put into it: the latest, each once. */
export function withResponse(
  { responses }: ComposerText,
  id: string,
  text: string,
): ComposerText['responses'] {
  const others = responses.filter((each) => each.id !== id);
  return [...others, { id, beginning: text.slice(0, BEGINNING) }].slice(-LIMITS.responsesPerText);
}

/** The responses that a message still is made of: one that was deleted again is none. */
export function responsesIn({ message, responses }: ComposerText): string[] {
  return responses.filter(({ beginning }) => message.includes(beginning)).map(({ id }) => id);
}

/** The drafts with one conversation's changed; an empty one takes no room. */
export function changeDraft(drafts: Drafts, conversation: Id, change: Partial<ComposerText>): Drafts {
  const next = new Map(drafts);
  const text = { ...(drafts.get(conversation) ?? EMPTY_COMPOSER), ...change };
  const written = text.message !== '' || text.note !== '' || text.responses.length > 0;
  const cards = text.platform !== null || text.station !== null;
  const empty = !written && !cards && text.mode === 'message';
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
