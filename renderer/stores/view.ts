import type { CannedResponse } from '../../protocol/canned.ts';
import type { Content, LeftConversation } from '../../protocol/desk-channel.ts';
import type { Group } from '../../protocol/group.ts';
import { isConsulted, mailThatCameBack } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DeskEvent, DeskState, Settings, Snapshot } from '../../protocol/ipc.ts';
import type { RosterRow } from '../../protocol/officer.ts';
import type { PersonalKind } from '../../protocol/personal.ts';
import type { Sample } from './board.ts';
import type { Closings, Endings } from './closing.ts';
import { NOBODY, type Shown } from './colleagues.ts';
import { type Drafts, draftsFrom, dropDrafts } from './drafts.ts';
import { type Editing, NO_EDITING } from './editing-state.ts';
import { applyHeads, dropHeads, findHead, type Heads, NO_HEADS } from './heads.ts';
import { dropWindows, type Journals, NO_JOURNALS, receiveRange, resetWindows } from './journals.ts';
import {
  addNotice,
  type Notice,
  type NoticeContent,
  withoutAll,
  withoutGiven,
  withoutKind,
  withoutNewsOf,
} from './notices.ts';
import { applyOutbox, dropFromOutbox, NO_OUTBOX, type Outbox } from './outbox.ts';
import { arrivedRequests } from './requests.ts';
import { dropRevealed, NONE_REVEALED, type Revealed } from './revealed.ts';
import { dropFinds, NO_SEARCH, type Search } from './search.ts';
import { dropSelection, NO_SELECTION, type Selection } from './selection.ts';

/** How long "is writing" shows after the last sign of it, in milliseconds. */
export const TYPING_TIME = 6_000;

/** Everything the window shows. It decides nothing: main holds the truth and says it in events. */
export type View = {
  /** Null until the snapshot came. */
  readonly state: DeskState | null;
  readonly settings: Settings;
  readonly heads: Heads;
  /** What others put into this officer's hands and was not on screen since: marked new. */
  readonly given: ReadonlySet<Id>;
  readonly roster: readonly RosterRow[];
  readonly groups: readonly Group[];
  /** Who has the conversation on screen, as the relay said last. */
  readonly readers: Shown;
  readonly content: Content | null;
  /** The officer's own responses. */
  readonly personal: readonly CannedResponse[];
  /** How many stations main said that it knows, each time anew; null before it did. */
  readonly stations: { readonly known: number } | null;
  readonly journals: Journals;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  /** What the relay took from this officer's hands all at once (rule Q6), and is not theirs again. */
  readonly left: readonly LeftConversation[];
  readonly selection: Selection;
  /** Until when each citizen counts as writing. */
  readonly typing: ReadonlyMap<Id, number>;
  /** Closures that are not sent yet: they can be undone. They live here alone, so that a crash closes nothing. */
  readonly closing: Closings;
  /** What was said of closures that were undone, or that the relay did not take: whoever closes again need not say it again. */
  readonly unclosed: Endings;
  /** Personal data that the officer looked at, or covered again. */
  readonly revealed: Revealed;
  /** Texts that wait for the officer's word: they hold personal data of another conversation. */
  readonly warned: ReadonlyMap<Id, readonly PersonalKind[]>;
  readonly notices: readonly Notice[];
  readonly samples: readonly Sample[];
  readonly search: Search;
  /** Down to when the history was read, page by page; null for not yet. A search may have brought older ones. */
  readonly historyReached: number | null;
  /** No older closed conversation than those held is in the cache. */
  readonly historyComplete: boolean;
  /** What is being edited of the content: unsaved forms live here alone. */
  readonly editing: Editing;
};

export const INITIAL_SETTINGS: Settings = {
  theme: 'system',
  language: 'fr',
  volume: 0.6,
  notifications: true,
  contextOpen: true,
};

export const INITIAL_VIEW: View = {
  state: null,
  settings: INITIAL_SETTINGS,
  heads: NO_HEADS,
  given: new Set(),
  roster: [],
  groups: [],
  readers: NOBODY,
  content: null,
  personal: [],
  stations: null,
  journals: NO_JOURNALS,
  outbox: NO_OUTBOX,
  drafts: new Map(),
  left: [],
  selection: NO_SELECTION,
  typing: new Map(),
  closing: new Map(),
  unclosed: new Map(),
  revealed: NONE_REVEALED,
  warned: new Map(),
  notices: [],
  samples: [],
  search: NO_SEARCH,
  historyReached: null,
  historyComplete: false,
  editing: NO_EDITING,
};

/** What an event changes, and the journals that must be read again from the cache because of it (R2, R3). */
export type Reduced = { readonly view: View; readonly reread: readonly Id[] };

/** The view of a new window: first frame from the cache, without waiting for the relay. */
export function applySnapshot(view: View, snapshot: Snapshot, now: number): View {
  return {
    ...view,
    state: snapshot.state,
    settings: snapshot.settings,
    heads: applyHeads(NO_HEADS, { all: true, heads: snapshot.heads, gone: [] }),
    given: new Set(snapshot.given),
    roster: snapshot.roster,
    groups: snapshot.groups,
    content: snapshot.content,
    personal: snapshot.personal,
    drafts: draftsFrom(snapshot.drafts, snapshot.content),
    left: snapshot.left,
    outbox: applyOutbox(NO_OUTBOX, snapshot.outbox, now),
  };
}

let noticeNumber = 0;

/** The view with one more notice. */
export function withNotice(view: View, content: NoticeContent, now: number): View {
  noticeNumber += 1;
  return { ...view, notices: addNotice(view.notices, { id: noticeNumber, at: now, content }) };
}

function changed(view: View): Reduced {
  return { view, reread: [] };
}

/** The view after one event from main. Pure but for the notices' numbers. `now`: workstation's milliseconds. */
export function reduceEvent(view: View, event: DeskEvent, now: number): Reduced {
  switch (event.type) {
    case 'state':
      return changed(reduceState(view, event.state));
    case 'settings':
      return changed({ ...view, settings: event.settings });
    case 'heads':
      return changed(reduceHeads(view, event, now));
    case 'roster':
      return changed({ ...view, roster: event.rows });
    case 'groups':
      return changed({ ...view, groups: event.groups });
    case 'readers': {
      const { conversation, readers } = event;
      return changed({ ...view, readers: { conversation, readers } });
    }
    case 'entries': {
      const { journals, reread } = receiveRange(view.journals, event);
      return { view: { ...view, journals }, reread: reread ? [event.conversation] : [] };
    }
    case 'reset': {
      const held = event.conversations.filter((id) => view.journals.has(id));
      return { view: { ...view, journals: resetWindows(view.journals, held) }, reread: held };
    }
    case 'purged':
      return changed(reducePurged(view, event, now));
    case 'outbox':
      return changed({ ...view, outbox: applyOutbox(view.outbox, event.items, now) });
    case 'drafts':
      return changed({ ...view, drafts: draftsFrom(event.drafts, view.content) });
    case 'left':
      return changed({ ...view, left: event.conversations });
    case 'content':
      return changed({ ...view, content: event.content });
    case 'personal':
      return changed({ ...view, personal: event.responses });
    case 'stations':
      return changed({ ...view, stations: { known: event.known } });
    case 'typing':
      return changed({ ...view, typing: typingAfter(view.typing, event.conversation, now) });
    case 'given':
      return changed(reduceGiven(view, event.conversations, now));
    case 'came-back':
      return changed(reduceCameBack(view, event.conversations, now));
    case 'alert':
    case 'show':
      // Sound and selection are acts, not view: the desk does them.
      return changed(view);
  }
}

function reduceState(view: View, state: DeskState): View {
  const before = view.state?.self?.officer ?? null;
  const after = state.self?.officer ?? null;
  if (before === after || before === null) {
    const notices = state.connection === 'online' ? withoutKind(view.notices, 'offline') : view.notices;
    return { ...view, state, notices };
  }
  // Somebody else's desk now, or nobody's: nothing of the former officer stays in the window.
  return { ...INITIAL_VIEW, state, settings: view.settings, content: view.content };
}

function reduceHeads(view: View, event: Extract<DeskEvent, { type: 'heads' }>, now: number): View {
  const heads = applyHeads(view.heads, event);
  const { current } = view.selection;
  const was = findHead(view.heads, current);
  const lost = lostJournals(view, heads);
  const search = dropFinds(view.search, leftBy(event, view.heads, heads));
  const officer = view.state?.self?.officer ?? null;
  const notices = withoutDealtWith(view.notices, heads, officer);
  let next: View = { ...view, heads, search, journals: dropWindows(view.journals, lost), notices };
  for (const { conversation, reference, form } of event.all ? [] : arrivedRequests(view.heads, event.heads)) {
    if (form !== undefined)
      next = withNotice(next, { kind: 'request', conversation, reference, about: form }, now);
  }
  // The one on screen went to a colleague: say so, rather than show a journal that no longer grows.
  if (current === null || was === null || findHead(heads, current) !== null) return next;
  const left = { ...next, selection: dropSelection(view.selection, [current]) };
  const advised = officer !== null && isConsulted(was, officer);
  return withNotice(left, { kind: advised ? 'advice-over' : 'gone', reference: was.reference }, now);
}

/** What this desk may read no more: named, or, where all there are were named, no longer among them. */
function leftBy(event: Extract<DeskEvent, { type: 'heads' }>, before: Heads, after: Heads): readonly Id[] {
  return event.all ? [...before.open.keys()].filter((id) => findHead(after, id) === null) : event.gone;
}

/** One notice each, until it is looked at or is somebody else's. */
function reduceGiven(view: View, conversations: readonly Id[], now: number): View {
  const given = new Set(conversations);
  const over = [...view.given].filter((id) => !given.has(id));
  let next: View = { ...view, given, notices: withoutGiven(view.notices, over) };
  for (const conversation of conversations) {
    const head = view.given.has(conversation) ? null : findHead(view.heads, conversation);
    if (head === null) continue;
    next = withNotice(next, { kind: 'given', conversation, reference: head.reference }, now);
  }
  return next;
}

/** One notice each: which answer, and why. */
function reduceCameBack(view: View, conversations: readonly Id[], now: number): View {
  let next = view;
  for (const conversation of conversations) {
    const head = findHead(view.heads, conversation);
    const mail = head === null ? null : mailThatCameBack(head);
    if (head === null || mail === null) continue;
    const { reference } = head;
    const { state: outcome, reason } = mail;
    next = withNotice(next, { kind: 'came-back', conversation, reference, outcome, reason }, now);
  }
  return next;
}

/** News of answers that came back is old once somebody else has the task, or it is done with. */
function withoutDealtWith(notices: readonly Notice[], heads: Heads, officer: Id | null): readonly Notice[] {
  const old = notices.flatMap(({ content }) => {
    if (content.kind !== 'came-back') return [];
    const head = heads.open.get(content.conversation);
    const mine = head?.holder == null || head.holder.officer === officer;
    return head !== undefined && mine && mailThatCameBack(head) !== null ? [] : [content.conversation];
  });
  return withoutNewsOf(notices, old);
}

/** Windows of conversations that were open to this desk and are so no more. */
function lostJournals(view: View, heads: Heads): readonly Id[] {
  const lost: Id[] = [];
  for (const id of view.journals.keys()) {
    if (findHead(view.heads, id) !== null && findHead(heads, id) === null) lost.push(id);
  }
  return lost;
}

/** P: destroyed means destroyed. No head, journal, draft, outbox item, open panel or sign of typing stays. */
function reducePurged(view: View, event: Extract<DeskEvent, { type: 'purged' }>, now: number): View {
  const { conversations, left = false } = event;
  const shown = !left && view.selection.current !== null && conversations.includes(view.selection.current);
  const next: View = {
    ...view,
    heads: dropHeads(view.heads, conversations),
    journals: dropWindows(view.journals, conversations),
    outbox: dropFromOutbox(view.outbox, conversations),
    drafts: dropDrafts(view.drafts, conversations),
    closing: new Map([...view.closing].filter(([id]) => !conversations.includes(id))),
    unclosed: new Map([...view.unclosed].filter(([id]) => !conversations.includes(id))),
    revealed: dropRevealed(view.revealed, conversations),
    warned: new Map([...view.warned].filter(([id]) => !conversations.includes(id))),
    selection: dropSelection(view.selection, conversations),
    search: dropFinds(view.search, conversations),
    typing: new Map([...view.typing].filter(([id]) => !conversations.includes(id))),
    notices: withoutAll(view.notices, conversations),
  };
  return shown ? withNotice(next, { kind: 'purged', count: conversations.length }, now) : next;
}

function typingAfter(
  typing: ReadonlyMap<Id, number>,
  conversation: Id,
  now: number,
): ReadonlyMap<Id, number> {
  const next = new Map([...typing].filter(([, until]) => until > now));
  next.set(conversation, now + TYPING_TIME);
  return next;
}
