import type { OfficerSelf } from '../../protocol/officer.ts';
import { Announcer } from '../components/Announcer.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Board } from './board/Board.tsx';
import { ConnectionBand } from './ConnectionBand.tsx';
import { DeskView } from './DeskView.tsx';
import { Panels } from './dialogs/Panels.tsx';
import { SelfContext, useText, useView } from './provider.ts';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './useShortcuts.ts';

/** The signed-in desk: bar, view, dialogs. */
export function Shell({ self }: { readonly self: OfficerSelf }) {
  const text = useText();
  const view = useView(({ selection }) => selection.view);
  const board = view === 'board' && self.role === 'supervisor';
  useShortcuts(self);
  return (
    <SelfContext value={self}>
      <div className="shell">
        <TopBar />
        <ConnectionBand />
        <ErrorBoundary resetKey={view} text={text.shell.crash}>
          {board ? <Board /> : <DeskView />}
        </ErrorBoundary>
      </div>
      <Panels />
      <Announcer />
    </SelfContext>
  );
}
