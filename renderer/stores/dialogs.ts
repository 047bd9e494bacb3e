import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent, DialogField, DialogTexts } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Composing } from './composing.ts';
import { type DeskContext, notify, update } from './context.ts';
import { changeDraft } from './drafts.ts';
import { findHead, type Heads } from './heads.ts';
import { withoutPutAside } from './notices.ts';
import { DIALOG_KINDS, type DialogKind, isDialog, type Panel } from './selection.ts';
import type { View } from './view.ts';

export type Dialogs = {
  /** What stands in a field of a dialog about a conversation: kept until the dialog is sent or given up; '' for nothing. */
  readonly typeInDialog: (conversation: Id, field: DialogField, text: string) => void;
  /** The officer is done with a dialog, sent or given up: it closes, and nothing of it is kept. */
  readonly endPanel: (panel: Panel) => void;
  /** Opens again, over its conversation, what gave way to something else. */
  readonly resumeDialog: (conversation: Id, dialog: DialogKind) => void;
};

type Watching = {
  /** Tells of every dialog in which something stands: the cache brought it back. */
  readonly tellKept: () => void;
  /** Tells of a dialog that gives way with something in it, until it is open again or over. Returns what stops it. */
  readonly watchPanel: () => () => void;
  /**
   * To be called after each event: what was typed for other hands, or before a conversation ended, is over; what the
   * cache brought back is told.
   */
  readonly followDialogs: (event: DeskEvent, before: Pick<View, 'heads'>) => void;
};

function fieldsOf(dialog: DialogKind): readonly DialogField[] {
  return dialog === 'close' ? ['close', 'subject'] : [dialog];
}

function holderOf(head: Head | null): Id | null {
  return head?.holder?.officer ?? null;
}

/** What is kept of a dialog's field; null for nothing, and in other hands than those it was typed in. */
export function dialogText(view: View, conversation: Id, field: DialogField): string | null {
  const dialogs = view.drafts.get(conversation)?.dialogs ?? null;
  const head = findHead(view.heads, conversation);
  if (dialogs === null || head === null || dialogs.holder !== holderOf(head)) return null;
  return dialogs.texts[field] ?? null;
}

/** The dialogs in which something stands for a conversation. */
function dialogsIn(view: View, conversation: Id): readonly DialogKind[] {
  return DIALOG_KINDS.filter((kind) =>
    fieldsOf(kind).some((field) => dialogText(view, conversation, field) !== null),
  );
}

export function createDialogs(
  context: DeskContext,
  composing: Pick<Composing, 'keepDraft'>,
  select: (conversation: Id) => void,
  openPanel: (panel: Panel) => void,
): Dialogs & Watching {
  const { store } = context;

  function put(conversation: Id, fields: readonly DialogField[], text: string): void {
    const { heads, drafts } = store.getState();
    const before = drafts.get(conversation)?.dialogs ?? null;
    const holder = holderOf(findHead(heads, conversation));
    const texts = before?.holder === holder ? { ...before.texts } : {};
    for (const field of fields) {
      if (text === '') delete texts[field];
      else texts[field] = text.slice(0, LIMITS.textCharacters);
    }
    keep(conversation, Object.keys(texts).length === 0 ? null : { holder, texts });
  }

  function keep(conversation: Id, dialogs: DialogTexts | null): void {
    update(context, (view) => ({ ...view, drafts: changeDraft(view.drafts, conversation, { dialogs }) }));
    composing.keepDraft(conversation);
  }

  /** Whose conversations a dialog may hold something for: that of a hand-over is about whichever was on screen. */
  function placesOf(panel: Panel): readonly Id[] {
    return 'conversation' in panel ? [panel.conversation] : [...store.getState().drafts.keys()];
  }

  function endPanel(panel: Panel): void {
    if (isDialog(panel)) {
      const fields = fieldsOf(panel.kind);
      for (const conversation of placesOf(panel)) {
        const texts = store.getState().drafts.get(conversation)?.dialogs?.texts ?? {};
        if (fields.some((field) => field in texts)) put(conversation, fields, '');
      }
    }
    // What was sent took its time: another one may be open by now.
    if (store.getState().selection.panel !== panel) return;
    update(context, (view) => ({ ...view, selection: { ...view.selection, panel: null } }));
  }

  function resumeDialog(conversation: Id, dialog: DialogKind): void {
    select(conversation);
    if (dialog === 'hand-over') openPanel({ kind: dialog });
    else if (dialog === 'close') openPanel({ kind: dialog, conversation, disposition: null });
    else openPanel({ kind: dialog, conversation });
  }

  function headsMoved(before: Heads): void {
    const { heads, drafts, state } = store.getState();
    const self = state?.self?.officer ?? null;
    for (const [conversation, { dialogs }] of drafts) {
      const [was, is] = [findHead(before, conversation), findHead(heads, conversation)];
      if (dialogs === null || is === null || was === is) continue;
      const closed = is.status === 'closed' && was?.status !== 'closed';
      // What goes out of this officer's own hands leaves them as a note (rule Q6), and is over when it comes back.
      const passed = holderOf(was) !== holderOf(is) && holderOf(was) !== self;
      if (was === null || closed || passed) keep(conversation, null);
    }
  }

  function tell(conversation: Id, dialog: DialogKind): void {
    const reference = findHead(store.getState().heads, conversation)?.reference ?? '';
    notify(context, { kind: 'put-aside', conversation, reference, dialog });
  }

  function tellKept(): void {
    const view = store.getState();
    for (const conversation of view.drafts.keys()) {
      for (const dialog of dialogsIn(view, conversation)) tell(conversation, dialog);
    }
  }

  function gaveWay(panel: Extract<Panel, { kind: DialogKind }>): void {
    for (const conversation of placesOf(panel)) {
      if (!isOver(store.getState(), conversation, panel.kind)) tell(conversation, panel.kind);
    }
  }

  function isOver(view: View, conversation: Id, dialog: DialogKind): boolean {
    const { panel } = view.selection;
    const open = panel?.kind === dialog && placesOf(panel).includes(conversation);
    return open || !dialogsIn(view, conversation).includes(dialog);
  }

  function watchPanel(): () => void {
    return store.subscribe((view, before) => {
      const { panel } = before.selection;
      if (panel !== null && panel !== view.selection.panel && isDialog(panel)) {
        // Not at once: what was sent closes its dialog too, and is over right after it.
        setTimeout(() => gaveWay(panel));
      }
      if (!view.notices.some(({ content }) => content.kind === 'put-aside')) return;
      if (view.selection === before.selection && view.drafts === before.drafts && view.heads === before.heads)
        return;
      // As it is by now: a word of what just gave way may have been added.
      const now = store.getState();
      const notices = withoutPutAside(now.notices, (conversation, dialog) =>
        isOver(now, conversation, dialog),
      );
      if (notices !== now.notices) store.setState({ ...now, notices }, true);
    });
  }

  return {
    typeInDialog: (conversation, field, text) => put(conversation, [field], text),
    endPanel,
    resumeDialog,
    tellKept,
    watchPanel,
    followDialogs(event, before) {
      if (event.type === 'heads') headsMoved(before.heads);
      if (event.type === 'drafts') tellKept();
    },
  };
}
