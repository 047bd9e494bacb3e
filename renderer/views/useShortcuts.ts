import { useEffect } from 'react';
import type { OfficerSelf } from '../../protocol/officer.ts';
import type { Desk } from '../stores/desk.ts';
import { EMPTY_COMPOSER } from '../stores/drafts.ts';
import { findHead, flaggedOf } from '../stores/heads.ts';
import type { Pane } from '../stores/selection.ts';
import { focusPlace, type Place } from './focus.ts';
import { useDesk } from './provider.ts';
import { type ShortcutId, shortcutFor } from './shortcuts.ts';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

function openEmergency(desk: Desk): void {
  const first = flaggedOf(desk.store.getState().heads.open)[0];
  if (first === undefined) return;
  desk.select(first.conversation);
  focusPlace('composer');
}

function switchMode(desk: Desk): void {
  const { selection, drafts } = desk.store.getState();
  if (selection.current === null) return;
  const { mode } = drafts.get(selection.current) ?? EMPTY_COMPOSER;
  desk.setMode(selection.current, mode === 'note' ? 'message' : 'note');
  focusPlace('composer');
}

function openClose(desk: Desk, self: OfficerSelf): void {
  const { selection, heads } = desk.store.getState();
  const head = findHead(heads, selection.current);
  if (head === null || head.status === 'closed') return;
  if (head.holder?.officer !== self.officer && self.role !== 'supervisor') return;
  desk.openPanel({ kind: 'close', conversation: head.conversation, disposition: null });
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
  desk.changeSelection({ view: 'desk', pane });
  focusPlace(place);
}

const ACTS: Record<ShortcutId, (desk: Desk, self: OfficerSelf) => void> = {
  takeNext: (desk) => {
    void desk.takeNext().then((taken) => {
      if (taken) focusPlace('composer');
    });
  },
  nextUnread: (desk) => {
    desk.nextUnread();
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
    if (!desk.store.getState().settings.contextOpen) desk.changeSettings({ contextOpen: true });
    goTo(desk, 'context', 'context');
  },
  noteMode: switchMode,
  handOver: (desk) => {
    desk.openPanel(null);
    void desk.handOver('relief');
  },
  search: (desk) => desk.openPanel({ kind: 'search' }),
  close: openClose,
  undoClose: (desk) => desk.undoClose(),
  toggleContext: (desk) => {
    desk.changeSettings({ contextOpen: !desk.store.getState().settings.contextOpen });
  },
  toggleBoard,
  toggleContent,
  shortcuts: (desk) => desk.openPanel({ kind: 'shortcuts' }),
};

/** Listens to the desk's shortcuts. A dialog that is open keeps the keys for itself. */
export function useShortcuts(self: OfficerSelf): void {
  const desk = useDesk();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = shortcutFor(event, isTyping(event.target));
      if (id === null) return;
      // The key that hands everything over works whatever is open.
      if (desk.store.getState().selection.panel !== null && id !== 'handOver') return;
      event.preventDefault();
      ACTS[id](desk, self);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [desk, self]);
}
