import type { Id } from '../../protocol/ids.ts';
import type { OfficerSelf } from '../../protocol/officer.ts';
import type { Desk } from '../stores/desk.ts';
import { EMPTY_COMPOSER } from '../stores/drafts.ts';
import { findHead, flaggedOf, inTurn } from '../stores/heads.ts';
import { onScreen, type Pane, type Panel } from '../stores/selection.ts';
import { mayChange } from './context/rights.ts';
import { showContext } from './contextColumn.ts';
import { focusNotices, focusPlace, type Place } from './focus.ts';
import type { ShortcutId } from './shortcuts.ts';

/** From wherever the officer is: a dialog that is open gives way. */
export function showEmergency(desk: Desk, conversation: Id): void {
  desk.select(conversation);
  desk.openPanel(null);
  focusPlace('composer');
}

/** The first emergency that nobody acknowledged; where that is on screen the one after it. */
function openEmergency(desk: Desk, { officer }: OfficerSelf): void {
  const { heads, selection } = desk.store.getState();
  const flagged = inTurn(flaggedOf(heads.open), officer);
  const at = flagged.findIndex(({ conversation }) => conversation === onScreen(selection));
  const next = flagged[(at + 1) % flagged.length];
  if (next !== undefined) showEmergency(desk, next.conversation);
}

function switchMode(desk: Desk): void {
  const { selection, drafts } = desk.store.getState();
  if (selection.current === null) return;
  const { mode } = drafts.get(selection.current) ?? EMPTY_COMPOSER;
  desk.setMode(selection.current, mode === 'note' ? 'message' : 'note');
  focusPlace('composer');
}

/** Opens a dialog about the conversation on screen, when this officer may change it. */
function openAbout(desk: Desk, self: OfficerSelf, panel: (conversation: string) => Panel): void {
  const { selection, heads } = desk.store.getState();
  const head = findHead(heads, selection.current);
  if (head !== null && mayChange(head, self)) desk.openPanel(panel(head.conversation));
}

function toggleBoard(desk: Desk, self: OfficerSelf): void {
  if (self.role !== 'supervisor') return;
  const { selection } = desk.store.getState();
  desk.changeSelection({ view: selection.view === 'desk' ? 'board' : 'desk' });
}

function toggleContent(desk: Desk): void {
  const { selection } = desk.store.getState();
  desk.changeSelection({ view: selection.view === 'content' ? 'desk' : 'content' });
}

function goTo(desk: Desk, pane: Pane, place: Place): void {
  // The lists and the context are out of sight in the focus view: whoever asks for them wants them.
  if (pane !== 'conversation' && desk.store.getState().settings.focusView === true) {
    desk.changeSettings({ focusView: false });
  }
  desk.changeSelection({ view: 'desk', pane });
  focusPlace(place);
}

/** What each shortcut does. The command palette does the same. */
export const ACTS: Record<ShortcutId, (desk: Desk, self: OfficerSelf) => void> = {
  takeNext: (desk) => {
    void desk.takeNext().then((taken) => {
      if (taken) focusPlace('composer');
    });
  },
  nextUnread: (desk) => {
    desk.nextUnread();
    focusPlace('composer');
  },
  nextWaiting: (desk) => {
    desk.nextWaiting();
    focusPlace('composer');
  },
  emergency: openEmergency,
  focusQueue: (desk) => goTo(desk, 'lists', 'queue'),
  focusMine: (desk) => {
    desk.changeSelection({ tab: 'mine' });
    goTo(desk, 'lists', 'mine');
  },
  focusComposer: (desk) => goTo(desk, 'conversation', 'composer'),
  focusContext: (desk) => {
    showContext(desk, true);
    goTo(desk, 'context', 'context');
  },
  focusNotices,
  noteMode: switchMode,
  handOver: (desk) => {
    // What is written in a dialog is given up for it only when it is done.
    void desk.handOver('relief').then((done) => {
      if (done) desk.openPanel(null);
    });
  },
  pass: (desk, self) => openAbout(desk, self, (conversation) => ({ kind: 'assign', conversation })),
  consult: (desk, self) => openAbout(desk, self, (conversation) => ({ kind: 'consult', conversation })),
  search: (desk) => desk.openPanel({ kind: 'search' }),
  palette: (desk) => desk.openPanel({ kind: 'palette' }),
  close: (desk, self) =>
    openAbout(desk, self, (conversation) => ({ kind: 'close', conversation, disposition: null })),
  closeNext: (desk, self) =>
    openAbout(desk, self, (conversation) => ({ kind: 'close', conversation, disposition: null, next: true })),
  undoClose: (desk) => desk.undoClose(),
  focusView: (desk) => desk.changeSettings({ focusView: desk.store.getState().settings.focusView !== true }),
  toggleContext: (desk) => showContext(desk),
  toggleBoard,
  toggleContent,
  shortcuts: (desk) => desk.openPanel({ kind: 'shortcuts' }),
};
