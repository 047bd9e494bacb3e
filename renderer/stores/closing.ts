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

/** How each of these should have been closed. */
export type Endings = ReadonlyMap<Id, Ending>;

export type Closing = {
  /** Sends the closure when the time to undo it is over, and not before. */
  readonly closeLater: (ending: Ending) => void;
  /**
   * Sends all that still could be undone: whoever leaves has finished these. Resolves when each is done or refused, with
   * those that are closed: the relay answers before it tells their heads.
   */
  readonly closeNow: () => Promise<ReadonlySet<Id>>;
  /** The conversation stays open. Without a name: the one asked for last. */
  readonly undoClose: (conversation?: Id) => void;
  /** Resolves when a closure that can still be undone is done: true; undone, stopped or refused: false. */
  readonly whenClosed: (conversation: Id) => Promise<boolean>;
  /** To be called when heads changed: a citizen who speaks again is not closed upon. */
  readonly headsMoved: () => void;
};

/** Why a closure that is on its way is not to be sent. */
type Change = 'gone' | 'passed' | 'spoke';

/** Null for nothing. */
function changeSince({ citizenSeq, holder, left }: PendingClosure, head: Head | null): Change | null {
  if (head === null || head.status === 'closed') return 'gone';
  if ((head.holder?.officer ?? null) !== holder) return 'passed';
  return head.lastCitizenSeq > citizenSeq || (left !== null && head.left === null) ? 'spoke' : null;
}

/**
 * Nothing of this is kept outside the window: a crash, or quitting, leaves the conversation open. Signing out and handing
 * over send it first (`closeNow`).
 */
export function createClosing(context: DeskContext, { close }: Pick<Commands, 'close'>): Closing {
  const { store } = context;
  /** Who waits for a closure: those on their way are few, and each is told once. */
  const waiting = new Map<Id, (done: boolean) => void>();

  function tell(conversation: Id, done: boolean): void {
    waiting.get(conversation)?.(done);
    waiting.delete(conversation);
  }

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

  /** It will not be sent when its time is over. Who waits for it goes on after what is done in this act. */
  function drop(conversation: Id): PendingClosure | null {
    const pending = take(conversation);
    if (pending !== null) tell(conversation, false);
    return pending;
  }

  function keep(conversation: Id, ending: Ending | null): void {
    update(context, (view) => {
      const unclosed = new Map(view.unclosed);
      if (ending === null) unclosed.delete(conversation);
      else unclosed.set(conversation, ending);
      return { ...view, unclosed };
    });
  }

  async function send(ending: Ending): Promise<boolean> {
    if (await close(ending)) return true;
    if (findHead(store.getState().heads, ending.conversation) !== null) keep(ending.conversation, ending);
    return false;
  }

  function closeLater(ending: Ending): void {
    const { conversation } = ending;
    const head = findHead(store.getState().heads, conversation);
    if (head === null) return;
    keep(conversation, null);
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
      void send(ending).then((done) => tell(conversation, done));
    }, UNDO_TIME);
  }

  async function closeNow(): Promise<ReadonlySet<Id>> {
    const endings = [...store.getState().closing.values()].map(({ ending }) => ending);
    for (const { conversation } of endings) drop(conversation);
    const done = await Promise.all(endings.map(send));
    return new Set(endings.filter((_, at) => done[at]).map(({ conversation }) => conversation));
  }

  function undoClose(conversation?: Id): void {
    const last = [...store.getState().closing.keys()].at(-1);
    const pending = drop(conversation ?? last ?? '');
    if (pending === null) return;
    keep(pending.ending.conversation, pending.ending);
    notify(context, { kind: 'closing-undone', reference: pending.reference });
  }

  function stop({ ending, reference }: PendingClosure, change: Change): void {
    drop(ending.conversation);
    if (change === 'spoke') {
      keep(ending.conversation, ending);
      notify(context, { kind: 'closing-stopped', reference });
    }
    // It was believed closed: whoever has it now is to close it.
    if (change === 'passed') notify(context, { kind: 'closing-passed', reference });
  }

  function headsMoved(): void {
    const { closing, heads, unclosed } = store.getState();
    for (const conversation of unclosed.keys()) {
      if ((findHead(heads, conversation)?.status ?? 'closed') === 'closed') keep(conversation, null);
    }
    for (const pending of closing.values()) {
      const change = changeSince(pending, findHead(heads, pending.ending.conversation));
      if (change !== null) stop(pending, change);
    }
  }

  function whenClosed(conversation: Id): Promise<boolean> {
    tell(conversation, false);
    if (!store.getState().closing.has(conversation)) return Promise.resolve(false);
    return new Promise((resolve) => waiting.set(conversation, resolve));
  }

  return { closeLater, closeNow, undoClose, whenClosed, headsMoved };
}
