import type { HandOver } from '../../protocol/desk-channel.ts';
import type { Head } from '../../protocol/head.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { CATALOGUES } from '../i18n/languages.ts';
import type { Commands } from './commands.ts';
import type { Composing } from './composing.ts';
import { type DeskContext, notify, update } from './context.ts';
import { draftOf, dropDrafts, EMPTY_COMPOSER } from './drafts.ts';
import { heldBy } from './heads.ts';
import type { Reading } from './reading.ts';
import type { View } from './view.ts';

export type HandingOver = {
  /**
   * Gives everything this officer holds into other hands, at once: with `relief`, the one on screen goes to a
   * supervisor. Unsent drafts go along as notes. True when it is done; a refusal is told to the officer.
   */
  readonly handOver: (why: HandOver['why'], note?: string) => Promise<boolean>;
};

const PRESENCES = { relief: 'finishing', 'shift-end': 'break' } as const;

/** What goes along with one conversation, cut to what a frame carries; null for nothing. */
function noteFor(view: View, { conversation }: Head, note: string): string | null {
  const written = view.drafts.get(conversation) ?? EMPTY_COMPOSER;
  const [message, unsaved] = [written.message.trim(), written.note.trim()];
  const { draft, noteDraft } = CATALOGUES[view.settings.language].dialogs.handOver;
  const parts = [
    note.trim(),
    message === '' ? '' : draft(message),
    unsaved === '' ? '' : noteDraft(unsaved),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return parts.join('\n').slice(0, LIMITS.handOverNoteCharacters);
}

export function createHandingOver(
  context: DeskContext,
  { run, setPresence }: Pick<Commands, 'run' | 'setPresence'>,
  reading: Pick<Reading, 'select'>,
  composing: Pick<Composing, 'forget'>,
): HandingOver {
  function commandOf(view: View, why: HandOver['why'], held: readonly Head[], note: string): HandOver {
    const shown = held.find((head) => head.conversation === view.selection.current);
    const first = why === 'relief' ? (shown ?? null) : null;
    // The one that goes to a supervisor first: if there are more drafts than notes go along, its own does.
    const order = first === null ? held : [first, ...held.filter((head) => head !== first)];
    const notes = order.flatMap((head) => {
      const text = noteFor(view, head, first === null || head === first ? note : '');
      return text === null ? [] : [{ conversation: head.conversation, text }];
    });
    return {
      kind: 'hand-over',
      conversation: first?.conversation ?? null,
      why,
      presence: PRESENCES[why],
      notes: notes.slice(0, LIMITS.handOverNotes),
    };
  }

  async function handOver(why: HandOver['why'], note = ''): Promise<boolean> {
    const view = context.store.getState();
    const held = heldBy(view.heads.open, view.state?.self?.officer ?? null);
    if (held.length === 0) {
      setPresence(PRESENCES[why]);
    } else if (!(await run(commandOf(view, why, held, note)))) {
      return false;
    }
    const gone = held.map(({ conversation }) => conversation);
    reading.select(null);
    composing.forget(gone);
    update(context, (now) => ({ ...now, drafts: dropDrafts(now.drafts, gone) }));
    for (const conversation of gone) {
      context.bridge.request('draft', draftOf(conversation, EMPTY_COMPOSER)).catch(() => undefined);
    }
    notify(context, { kind: 'handed-over', count: held.length });
    return true;
  }

  return { handOver };
}
