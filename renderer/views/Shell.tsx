import { useEffect, useRef } from 'react';
import type { OfficerSelf } from '../../protocol/officer.ts';
import { Announcer } from '../components/Announcer.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { hasUnread, heldBy } from '../stores/heads.ts';
import { AnnouncementBand } from './AnnouncementBand.tsx';
import { Board } from './board/Board.tsx';
import { ConnectionBand } from './ConnectionBand.tsx';
import { ContentView } from './content/ContentView.tsx';
import { DeskView } from './DeskView.tsx';
import { Panels } from './dialogs/Panels.tsx';
import { MissedOffersBand } from './MissedOffersBand.tsx';
import { SelfContext, useDesk, useText, useView } from './provider.ts';
import { rehearse } from './rehearsal/rehearse.tsx';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './useShortcuts.ts';

/** Not before letters, content and lists have come, which would make it a rehearsal of something else; milliseconds. */
const REHEARSE_AFTER = 1_500;
/** And at the latest so much later, idle or not. */
const REHEARSE_WITHIN = 1_000;

/** The taskbar says how many of mine have something unread: a number, never a word of it. */
function useTitle(officer: string, product: string): void {
  const unread = useView(
    ({ heads, given }) =>
      heldBy(heads.open, officer).filter((head) => hasUnread(head) || given.has(head.conversation)).length,
  );
  useEffect(() => {
    document.title = unread === 0 ? product : `(${unread}) ${product}`;
  }, [unread, product]);
}

/** Once for whoever signed in, when there is nothing else to do. */
function useRehearsal(self: OfficerSelf): void {
  const desk = useDesk();
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    let idle: number | null = null;
    const start = () => {
      done.current = true;
      rehearse(desk, self);
    };
    const timer = setTimeout(() => {
      idle = requestIdleCallback(start, { timeout: REHEARSE_WITHIN });
    }, REHEARSE_AFTER);
    return () => {
      clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
    };
  }, [desk, self]);
}

/** The signed-in desk: bar, view, dialogs. */
export function Shell({ self }: { readonly self: OfficerSelf }) {
  const text = useText();
  const view = useView(({ selection }) => selection.view);
  const supervisor = self.role === 'supervisor';
  useShortcuts(self);
  useRehearsal(self);
  useTitle(self.officer, text.shell.product);
  return (
    <SelfContext value={self}>
      <div className="shell">
        <TopBar />
        <ConnectionBand />
        <MissedOffersBand />
        <AnnouncementBand />
        <ErrorBoundary resetKey={view} text={text.shell.crash}>
          {view === 'board' && supervisor && <Board />}
          {view === 'content' && <ContentView />}
          {(view === 'desk' || (view === 'board' && !supervisor)) && <DeskView />}
        </ErrorBoundary>
      </div>
      <Panels />
      <Announcer />
    </SelfContext>
  );
}
