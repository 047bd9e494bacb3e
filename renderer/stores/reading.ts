import type { Id } from '../../protocol/ids.ts';
import { type DeskContext, notify, update } from './context.ts';
import { applyHeads, findHead, hasUnread, heldBy } from './heads.ts';
import {
  leaveWindow,
  openWindow,
  PAGE,
  receiveNewest,
  receiveOlder,
  startReading,
  stopReading,
} from './journals.ts';
import type { Target } from './selection.ts';

/** A window that main keeps contradicting is left alone after so many reads in a row, until the next frame. */
const MAX_READS = 3;
/** Fewer than windows are held (`MAX_WINDOWS`), so that preloading never gives up what it just read. */
const PRELOADED = 48;
const HISTORY_PAGE = 100;

export type Reading = {
  /** Puts a conversation on screen, at one of its entries when a `target` is given; null clears it. */
  readonly select: (conversation: Id | null, target?: Target) => void;
  /** Reads a journal's end again from the cache. */
  readonly read: (conversation: Id) => Promise<void>;
  readonly readOlder: (conversation: Id, limit?: number) => Promise<void>;
  /** The holder's screen has shown everything up to `seq`. */
  readonly markRead: (conversation: Id, seq: number) => void;
  /** Draws the "new messages" line after what was read, when there is none yet. */
  readonly markNew: (conversation: Id) => void;
  /** Reads the journals of what I hold, so that switching to any of them waits for nothing. */
  readonly preload: () => void;
  readonly loadHistory: () => Promise<void>;
};

export function createReading(context: DeskContext): Reading {
  const { bridge, store } = context;
  /** Only the latest read of a conversation may answer: a reset makes earlier ones void. */
  const generations = new Map<Id, number>();
  const readSent = new Map<Id, number>();
  let older: Id | null = null;

  async function read(conversation: Id, attempt = 1): Promise<void> {
    const generation = (generations.get(conversation) ?? 0) + 1;
    generations.set(conversation, generation);
    // After a reset the numbers begin again: what was said read then says nothing now.
    readSent.delete(conversation);
    update(context, (view) => ({ ...view, journals: startReading(view.journals, conversation) }));
    try {
      const page = await bridge.request('entries', { conversation, before: null, limit: PAGE });
      if (generations.get(conversation) !== generation) return;
      const { journals, reread } = receiveNewest(store.getState().journals, conversation, page);
      update(context, (view) => ({ ...view, journals }));
      if (reread && attempt < MAX_READS) return await read(conversation, attempt + 1);
      if (reread)
        update(context, (view) => ({ ...view, journals: stopReading(view.journals, conversation) }));
    } catch {
      update(context, (view) => ({ ...view, journals: stopReading(view.journals, conversation) }));
      notify(context, { kind: 'failed' });
    }
    generations.delete(conversation);
  }

  function open(conversation: Id): void {
    const known = store.getState().journals.has(conversation);
    update(context, (view) => ({ ...view, journals: openWindow(view.journals, conversation) }));
    if (!known) void read(conversation);
  }

  function select(conversation: Id | null, target: Target | null = null): void {
    const { selection, heads, state } = store.getState();
    if (selection.current === conversation) {
      update(context, (view) => ({
        ...view,
        selection: {
          ...view.selection,
          view: 'desk',
          pane: 'conversation',
          panel: target === null ? view.selection.panel : null,
          target,
        },
      }));
      return;
    }
    performance.clearMarks('will-conversation-switch');
    performance.mark('will-conversation-switch');
    const head = findHead(heads, conversation);
    // What "new" means is the holder's: a conversation only looked at has no such line.
    const mine = head !== null && head.holder?.officer === state?.self?.officer;
    const newAfter = mine && hasUnread(head) ? head.officerRead : null;
    update(context, (view) => ({
      ...view,
      journals: selection.current === null ? view.journals : leaveWindow(view.journals, selection.current),
      selection: {
        ...view.selection,
        view: 'desk',
        current: conversation,
        shownSince: context.elapsed(),
        newAfter,
        target,
        pane: conversation === null ? 'lists' : 'conversation',
        drawer: false,
        panel: null,
      },
    }));
    if (conversation !== null) open(conversation);
  }

  async function readOlder(conversation: Id, limit = PAGE): Promise<void> {
    const window = store.getState().journals.get(conversation);
    const before = window?.entries[0]?.seq;
    if (window === undefined || before === undefined || window.complete || older === conversation) return;
    older = conversation;
    try {
      const page = await bridge.request('entries', { conversation, before, limit });
      update(context, (view) => ({
        ...view,
        journals: receiveOlder(view.journals, conversation, before, page),
      }));
    } catch {
      notify(context, { kind: 'failed' });
    }
    older = null;
  }

  function markRead(conversation: Id, seq: number): void {
    const { heads, state } = store.getState();
    const head = heads.open.get(conversation);
    if (head === undefined || state?.self == null || head.holder?.officer !== state.self.officer) return;
    if (seq <= head.officerRead || seq <= (readSent.get(conversation) ?? 0)) return;
    readSent.set(conversation, seq);
    if (readSent.size > 200) readSent.delete(readSent.keys().next().value ?? conversation);
    bridge.request('read', { conversation, seq }).catch(() => readSent.delete(conversation));
  }

  function markNew(conversation: Id): void {
    const { selection, heads, state } = store.getState();
    const head = findHead(heads, conversation);
    if (head === null || head.holder?.officer !== state?.self?.officer) return;
    if (selection.current !== conversation || selection.newAfter !== null) return;
    const newAfter = Math.max(head.officerRead, readSent.get(conversation) ?? 0);
    update(context, (view) => ({ ...view, selection: { ...view.selection, newAfter } }));
  }

  function preload(): void {
    const { heads, state, journals } = store.getState();
    if (state?.self == null) return;
    for (const head of heldBy(heads.open, state.self.officer).slice(0, PRELOADED)) {
      if (!journals.has(head.conversation)) open(head.conversation);
    }
  }

  async function loadHistory(): Promise<void> {
    const { historyComplete, historyReached: before } = store.getState();
    if (historyComplete) return;
    try {
      const { heads } = await bridge.request('history', { before, limit: HISTORY_PAGE });
      const last = heads.at(-1);
      update(context, (view) => ({
        ...view,
        heads: applyHeads(view.heads, { all: false, heads, gone: [] }),
        historyReached: last === undefined ? before : (last.closedAt ?? last.openedAt),
        historyComplete: heads.length < HISTORY_PAGE,
      }));
    } catch {
      notify(context, { kind: 'failed' });
    }
  }

  return {
    select,
    read: (conversation) => read(conversation),
    readOlder,
    markRead,
    markNew,
    preload,
    loadHistory,
  };
}
