import type { Entry } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** Journals held at once. More than the largest capacity, so that every conversation of mine stays at hand. */
export const MAX_WINDOWS = 64;
/** What a window keeps of a journal that is not on screen; the rest is read again from the cache. */
export const KEPT_ENTRIES = 120;
export const PAGE = 100;

/** The end of one journal: contiguous entries up to the cursor. A reader in the sense of rules R1 to R3. */
export type JournalWindow = {
  readonly conversation: Id;
  readonly entries: readonly Entry[];
  /** The last `seq` held, 0 for nothing yet. */
  readonly cursor: number;
  /** Nothing older exists than `entries[0]`. */
  readonly complete: boolean;
  /** A read of the newest page is under way; frames that come meanwhile are only remembered in `heard`. */
  readonly loading: boolean;
  readonly heard: number;
};

/** In order of use: the first key is the one to give up. */
export type Journals = ReadonlyMap<Id, JournalWindow>;

export const NO_JOURNALS: Journals = new Map();

export type Page = { readonly entries: readonly Entry[]; readonly complete: boolean };

export type RangeFrame = {
  readonly conversation: Id;
  readonly after: number;
  readonly through: number;
  readonly entries: readonly Entry[];
};

/** `reread`: the window must be read again from the cache (rule R3). */
export type Received = { readonly journals: Journals; readonly reread: boolean };

function replace(journals: Journals, window: JournalWindow): Journals {
  const next = new Map(journals);
  next.set(window.conversation, window);
  return next;
}

function emptyWindow(conversation: Id): JournalWindow {
  return { conversation, entries: [], cursor: 0, complete: false, loading: true, heard: 0 };
}

function trimmed(window: JournalWindow): JournalWindow {
  if (window.entries.length <= KEPT_ENTRIES) return window;
  return { ...window, entries: window.entries.slice(-KEPT_ENTRIES), complete: false };
}

/**
 * Makes a conversation's window the most recently used, and creates it, loading, when there is none. The
 * least recently used ones beyond `MAX_WINDOWS` are given up.
 */
export function openWindow(journals: Journals, conversation: Id): Journals {
  const next = new Map(journals);
  const window = next.get(conversation) ?? emptyWindow(conversation);
  next.delete(conversation);
  next.set(conversation, window);
  for (const oldest of next.keys()) {
    if (next.size <= MAX_WINDOWS) break;
    next.delete(oldest);
  }
  return next;
}

/** The conversation left the screen: keeps only the end of its journal. */
export function leaveWindow(journals: Journals, conversation: Id): Journals {
  const window = journals.get(conversation);
  if (window === undefined) return journals;
  const kept = trimmed(window);
  return kept === window ? journals : replace(journals, kept);
}

/** Marks a window as being read again; what it shows stays until the answer comes. */
export function startReading(journals: Journals, conversation: Id): Journals {
  const window = journals.get(conversation);
  if (window === undefined || window.loading) return journals;
  return replace(journals, { ...window, loading: true });
}

/** A read failed: what is shown stays, and the next frame or selection tries again. */
export function stopReading(journals: Journals, conversation: Id): Journals {
  const window = journals.get(conversation);
  if (window === undefined || !window.loading) return journals;
  return replace(journals, { ...window, loading: false });
}

/** The newest page came: it replaces what was held. Asks for another read when frames went further meanwhile. */
export function receiveNewest(journals: Journals, conversation: Id, page: Page): Received {
  const window = journals.get(conversation);
  if (window === undefined) return { journals, reread: false };
  const last = page.entries.at(-1);
  const cursor = last?.seq ?? 0;
  // What was loaded further up stays, when the new page continues it.
  const first = page.entries[0]?.seq ?? 1;
  const older = window.entries.filter((entry) => entry.seq < first);
  const joins = older.at(-1)?.seq === first - 1;
  const entries = joins ? [...older, ...page.entries] : page.entries;
  const complete = page.complete || entries[0]?.seq === 1 || (joins && window.complete);
  const reread = window.heard > cursor;
  return {
    journals: replace(journals, {
      conversation,
      entries,
      cursor,
      complete,
      loading: reread,
      heard: reread ? window.heard : 0,
    }),
    reread,
  };
}

/** An older page came: it is put before what is held when it is contiguous with it, and dropped otherwise. */
export function receiveOlder(journals: Journals, conversation: Id, before: number, page: Page): Journals {
  const window = journals.get(conversation);
  if (window === undefined || window.entries[0]?.seq !== before) return journals;
  const last = page.entries.at(-1);
  if (last === undefined) return replace(journals, { ...window, complete: page.complete });
  if (last.seq !== before - 1) return journals;
  const entries = [...page.entries, ...window.entries].slice(-LIMITS.entriesPerConversation);
  return replace(journals, {
    ...window,
    entries,
    complete: page.complete || entries[0]?.seq === 1,
  });
}

/** R1: a frame holds every entry of (after, through]; a desk sees all of them, so their seqs have no gap. */
function isWhole(frame: RangeFrame): boolean {
  if (frame.entries.length !== frame.through - frame.after) return false;
  return frame.entries.every((entry, index) => entry.seq === frame.after + index + 1);
}

/**
 * One `entries` frame. It is added when it continues the window (R1); a frame wholly known already changes
 * nothing; any other is dropped and the window is read again (R3). Conversations without a window are skipped.
 */
export function receiveRange(journals: Journals, frame: RangeFrame): Received {
  const window = journals.get(frame.conversation);
  if (window === undefined) return { journals, reread: false };
  if (window.loading) {
    if (frame.through <= window.heard) return { journals, reread: false };
    return { journals: replace(journals, { ...window, heard: frame.through }), reread: false };
  }
  if (frame.through <= window.cursor) return { journals, reread: false };
  if (frame.after !== window.cursor || !isWhole(frame)) {
    return { journals: replace(journals, { ...window, loading: true }), reread: true };
  }
  const entries = [...window.entries, ...frame.entries].slice(-LIMITS.entriesPerConversation);
  return {
    journals: replace(journals, {
      ...window,
      entries,
      cursor: frame.through,
      complete: window.complete || entries[0]?.seq === 1,
    }),
    reread: false,
  };
}

/** R2: what is held of these is void. They stand empty and loading; the caller reads again what is on screen. */
export function resetWindows(journals: Journals, conversations: readonly Id[]): Journals {
  const next = new Map(journals);
  for (const id of conversations) if (next.has(id)) next.set(id, emptyWindow(id));
  return next;
}

/** Destroyed, or readable no more: nothing of them stays in memory. */
export function dropWindows(journals: Journals, conversations: readonly Id[]): Journals {
  if (!conversations.some((id) => journals.has(id))) return journals;
  const next = new Map(journals);
  for (const id of conversations) next.delete(id);
  return next;
}

/** Unread messages of the citizen: their number where the window reaches far enough back, else null. */
export function unreadCount(window: JournalWindow | undefined, officerRead: number): number | null {
  if (window === undefined || window.loading) return null;
  const first = window.entries[0];
  if (first === undefined || (first.seq > officerRead + 1 && !window.complete)) return null;
  let count = 0;
  for (let index = window.entries.length - 1; index >= 0; index -= 1) {
    const entry = window.entries[index];
    if (entry === undefined || entry.seq <= officerRead) break;
    if (entry.body.kind === 'message' && entry.author.role === 'citizen') count += 1;
  }
  return count;
}
