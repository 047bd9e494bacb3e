import type { HandOver } from '../../protocol/desk-channel.ts';
import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import { platformName } from '../search/content.ts';
import type { Closing } from './closing.ts';
import type { Commands } from './commands.ts';
import type { Composing } from './composing.ts';
import { type DeskContext, notify, update, watchHands } from './context.ts';
import { type ComposerText, draftOf, dropDrafts, EMPTY_COMPOSER } from './drafts.ts';
import { heldBy } from './heads.ts';
import type { Reading } from './reading.ts';
import { slowAct } from './slow-act.ts';
import type { View } from './view.ts';

export type HandingOver = {
  /**
   * Gives everything this officer holds into other hands, at once: with `relief`, the one on screen goes to a
   * supervisor. What was closed a moment ago is closed first. Unsent drafts go along as notes; one that does not fit, or
   * that was typed meanwhile, stays a draft for rule Q6. True when it is done; a refusal is told to the officer. Asked
   * again before that, it is the same act.
   */
  readonly handOver: (why: HandOver['why'], note?: string) => Promise<boolean>;
  readonly isHandingOver: () => boolean;
  /** Resolves when no such act is going on. */
  readonly handedOver: () => Promise<unknown>;
};

const PRESENCES = { relief: 'finishing', 'shift-end': 'break' } as const;

/** The names of the cards that a composer holds. */
function cardsIn({ content, settings }: View, { platform: id, station }: ComposerText): readonly string[] {
  const platform = content?.platforms.find((each) => each.id === id);
  const name = platform === undefined ? id : platformName(platform, settings.language);
  return [name, station?.name ?? null].filter((each) => each !== null);
}

/** Where words for colleagues stand: a subject and the reference of a request are none. */
const WORDS = ['assign', 'consult', 'release', 'close', 'hand-over'] as const;

function wordsIn({ dialogs }: ComposerText): readonly string[] {
  return WORDS.map((field) => dialogs?.texts[field]?.trim() ?? '');
}

/** What stands unsent in a composer and in dialogs, as its officer leaves the conversation; null for nothing. */
export function begunIn(view: View, conversation: Id): string | null {
  const written = view.drafts.get(conversation) ?? EMPTY_COMPOSER;
  const [message, unsaved] = [written.message.trim(), written.note.trim()];
  const { draft, noteDraft, card } = CATALOGUES[view.settings.language].dialogs.handOver;
  const parts = [
    ...cardsIn(view, written).map(card),
    message === '' ? '' : draft(message),
    ...[unsaved, ...wordsIn(written)].filter((text) => text !== '').map(noteDraft),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join('\n');
}

/** These drafts went elsewhere, or were put away: nothing of them stays in the window, nor in the cache. */
export function discardDrafts(
  context: DeskContext,
  composing: Pick<Composing, 'forget'>,
  conversations: readonly Id[],
): void {
  composing.forget(conversations);
  update(context, (view) => ({ ...view, drafts: dropDrafts(view.drafts, conversations) }));
  for (const conversation of conversations) {
    context.bridge.request('draft', draftOf(conversation, EMPTY_COMPOSER)).catch(() => undefined);
  }
}

type Note = HandOver['notes'][number];

/** The notes of a hand-over, the first ones first, and the conversations whose drafts go along whole in them. */
function notesOf(
  view: View,
  order: readonly Head[],
  wordFor: (head: Head) => string,
): { readonly notes: readonly Note[]; readonly along: readonly Id[] } {
  const notes: Note[] = [];
  const along: Id[] = [];
  for (const head of order) {
    const { conversation } = head;
    const word = wordFor(head).trim();
    const begun = begunIn(view, conversation);
    const whole = [word, begun ?? ''].filter((part) => part !== '').join('\n');
    const fits = whole.length <= LIMITS.handOverNoteCharacters;
    const text = fits ? whole : word;
    const hasPlace = notes.length < LIMITS.handOverNotes;
    if (begun !== null && fits && hasPlace) along.push(conversation);
    if (text !== '' && hasPlace) notes.push({ conversation, text });
  }
  return { notes, along };
}

export function createHandingOver(
  context: DeskContext,
  { run, setPresence }: Pick<Commands, 'run' | 'setPresence'>,
  reading: Pick<Reading, 'select'>,
  composing: Pick<Composing, 'forget'>,
  { closeNow }: Pick<Closing, 'closeNow'>,
): HandingOver {
  function planOf(view: View, why: HandOver['why'], held: readonly Head[], note: string) {
    const shown = held.find((head) => head.conversation === view.selection.current);
    const first = why === 'relief' ? (shown ?? null) : null;
    // The one that goes to a supervisor first: if there are more drafts than notes go along, its own does.
    const order = first === null ? held : [first, ...held.filter((head) => head !== first)];
    const { notes, along } = notesOf(view, order, (head) => (first === null || head === first ? note : ''));
    const command: HandOver = {
      kind: 'hand-over',
      conversation: first?.conversation ?? null,
      why,
      presence: PRESENCES[why],
      notes: [...notes],
    };
    return { command, along };
  }

  /** These went along: what was typed since is another draft. */
  function drop(along: readonly Id[], { drafts: before }: View): void {
    const { drafts } = context.store.getState();
    const gone = along.filter((conversation) => drafts.get(conversation) === before.get(conversation));
    discardDrafts(context, composing, gone);
  }

  async function giveAll(why: HandOver['why'], note: string): Promise<boolean> {
    const wentOn = watchHands(context);
    const closed = await closeNow();
    const view = context.store.getState();
    const held = heldBy(view.heads.open, view.state?.self?.officer ?? null).filter(
      ({ conversation }) => !closed.has(conversation),
    );
    if (held.length === 0) {
      setPresence(PRESENCES[why]);
    } else {
      const { command, along } = planOf(view, why, held, note);
      if (!(await run(command))) return false;
      drop(along, view);
    }
    // What was opened while the relay took its time is not what was handed over.
    if (!wentOn()) reading.select(null);
    notify(context, { kind: 'handed-over', count: held.length });
    return true;
  }

  const { run: handOver, isGoing, isOver } = slowAct(context, 'handing-over', giveAll);
  return {
    handOver: (why, note = '') => handOver(why, note),
    isHandingOver: isGoing,
    handedOver: isOver,
  };
}
