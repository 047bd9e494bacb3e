import type { Content } from '../../protocol/desk-channel.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DialogTexts, Draft } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Station } from '../../protocol/station.ts';
import { type CardPlace, refilled } from '../search/card-places.ts';

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
  /** What the message says of its cards: attaching another one changes it. */
  readonly places: readonly CardPlace[];
  /** What stands in dialogs about the conversation that gave way before they were sent or given up; null for nothing. */
  readonly dialogs: DialogTexts | null;
  /** Kept as typed after the conversation went out of these hands: rule Q6 is not about it. */
  readonly later: boolean;
};

export type Drafts = ReadonlyMap<Id, ComposerText>;

export const EMPTY_COMPOSER: ComposerText = {
  message: '',
  note: '',
  mode: 'message',
  platform: null,
  station: null,
  responses: [],
  places: [],
  dialogs: null,
  later: false,
};

/** Drafts as the cache gives them at start. */
export function draftsFrom(drafts: readonly Draft[], content: Content | null): Drafts {
  return new Map(drafts.map((draft) => [draft.conversation, composerFrom(draft, content)]));
}

/** A platform that is in the catalogue no more does not come back, nor what the message says of it. */
function composerFrom(
  { message, note, mode, cards, dialogs, later }: Draft,
  content: Content | null,
): ComposerText {
  const beside = { dialogs: dialogs ?? null, later: later === true };
  const texts: ComposerText = { ...EMPTY_COMPOSER, message, note, mode, ...beside };
  if (cards === undefined) return texts;
  const { platform, station } = cards;
  const places = cards.places.map(({ fallback, ...place }) => ({ ...place, fallback }));
  const gone = content !== null && platform !== null && !content.platforms.some(({ id }) => id === platform);
  if (!gone) return { ...texts, platform, station, places };
  const said = refilled(message, places, station === null ? {} : { station: station.name });
  return { ...texts, message: said.text, station, places: said.places };
}

/** What the cache keeps of a composer: each text as long as a draft may be. */
export function draftOf(conversation: Id, composed: ComposerText): Draft {
  const { message, note, mode, platform, station, places, dialogs, later } = composed;
  const most = LIMITS.textCharacters * 2;
  const hasCards = platform !== null || station !== null || places.length > 0;
  return {
    conversation,
    message: message.slice(0, most),
    note: note.slice(0, most),
    mode,
    ...(hasCards ? { cards: { platform, station, places: [...places] } } : {}),
    ...(dialogs === null ? {} : { dialogs }),
    ...(later ? { later } : {}),
  };
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
  const beside = text.platform !== null || text.station !== null || text.dialogs !== null;
  const empty = !written && !beside && text.mode === 'message';
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
