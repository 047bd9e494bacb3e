import { useEffect } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { ContextColumn } from './context/ContextColumn.tsx';
import { useContextOpen } from './contextColumn.ts';
import { ConversationPane } from './conversation/ConversationPane.tsx';
import { ListsColumn } from './lists/ListsColumn.tsx';
import { holdPresses } from './presses.ts';
import { useText, useView } from './provider.ts';

/** The three-column desk. */
export function DeskView() {
  const text = useText();
  useEffect(() => holdPresses(window), []);
  const pane = useView(({ selection }) => selection.pane);
  const contextOpen = useContextOpen();
  const current = useView(({ selection }) => selection.current);
  // Without a conversation there is nothing to be alone with.
  const focused = useView(({ settings }) => settings.focusView === true) && current !== null;
  return (
    <main
      className="desk"
      data-pane={pane}
      data-context={contextOpen ? 'open' : 'folded'}
      data-focused={focused}
    >
      {!focused && (
        <ErrorBoundary text={text.shell.crash}>
          <ListsColumn />
        </ErrorBoundary>
      )}
      <ErrorBoundary resetKey={current} text={text.shell.crash}>
        <ConversationPane />
      </ErrorBoundary>
      {!focused && (
        <ErrorBoundary resetKey={current} text={text.shell.crash}>
          <ContextColumn />
        </ErrorBoundary>
      )}
    </main>
  );
}
