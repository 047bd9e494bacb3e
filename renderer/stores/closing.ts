import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { Commands, Ending } from './commands.ts';
import { type DeskContext, notify, update } from './context.ts';
import { findHead } from './heads.ts';

/** How long a closure can be undone before it is sent, in milliseconds. */
export const UNDO_TIME = 6_000;

/** A closure that the officer asked for and that is not sent yet. */
export type PendingClosure = {
  readonly ending: Ending;
  readonly reference: string;
  /** When it is sent, by the workstation's clock. */
  readonly dueAt: number;
  /** The citizen's last word when it was asked for: another one undoes it. */
  readonly citizenSeq: number;
  /** Whose it was then: in other hands by now, it is not for this desk to close. */
  readonly holder: Id | null;
  /** How the citizen had left by then: one who is back is not closed upon (rule S4). */
  readonly left: Head['left'];
};

export type Closings = ReadonlyMap<Id, PendingClosure>;

export type Closing = {
  /** Sends the closure when the time to undo it is over, and not before. */
  readonly closeLater: (ending: Ending) => void;
  /** The conversation stays open. Without a name: the one asked for last. */
  readonly undoClose: (conversation?: Id) => void;
  /** To be called when heads changed: a citizen who speaks again is not closed upon. */
  readonly headsMoved: () => void;
};

/** Nothing of this leaves the window: whatever ends it (crash, sign-out, quitting) leaves the conversation open. */
export function createClosing(context: DeskContext, { close }: Pick<Commands, 'close'>): Closing {
  const { store } = context;

  function take(conversation: Id): PendingClosure | null {
    const pending = store.getState().closing.get(conversation);
    if (pending === undefined) return null;
    update(context, (view) => {
      const closing = new Map(view.closing);
      closing.delete(conversation);
      return { ...view, closing };
    });
    return pending;
  }

  function closeLater(ending: Ending): void {
    const { conversation } = ending;
    const head = findHead(store.getState().heads, conversation);
    if (head === null) return;
    const { reference, lastCitizenSeq } = head;
    const pending: PendingClosure = {
      ending,
      reference,
      dueAt: context.now() + UNDO_TIME,
      citizenSeq: lastCitizenSeq,
      holder: head.holder?.officer ?? null,
      left: head.left,
    };
    update(context, (view) => ({ ...view, closing: new Map(view.closing).set(conversation, pending) }));
    setTimeout(() => {
      // Undone, or asked for anew since: then this timer has nothing to say.
      if (store.getState().closing.get(conversation) !== pending) return;
      take(conversation);
      void close(ending);
    }, UNDO_TIME);
  }

  function undoClose(conversation?: Id): void {
    const last = [...store.getState().closing.keys()].at(-1);
    const pending = take(conversation ?? last ?? '');
    if (pending !== null) notify(context, { kind: 'closing-undone', reference: pending.reference });
  }

  function headsMoved(): void {
    const { closing, heads } = store.getState();
    for (const [conversation, { citizenSeq, holder, left, reference }] of closing) {
      const head = findHead(heads, conversation);
      const theirs = head?.holder?.officer ?? null;
      if (head === null || head.status === 'closed' || theirs !== holder) take(conversation);
      else if (head.lastCitizenSeq > citizenSeq || (left !== null && head.left === null)) {
        take(conversation);
        notify(context, { kind: 'closing-stopped', reference });
      }
    }
  }

  return { closeLater, undoClose, headsMoved };
}
