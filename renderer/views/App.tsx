import { useEffect, useLayoutEffect } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Notices } from '../components/Notices.tsx';
import { keepFocus } from './focusKeeper.ts';
import { useText, useView } from './provider.ts';
import { Shell } from './Shell.tsx';
import { SignIn } from './SignIn.tsx';

/** Puts theme and language on the document, where the tokens and screen readers look for them. */
function useDocument(): void {
  const theme = useView((view) => view.settings.theme);
  const language = useView((view) => view.settings.language);
  // Before any effect that reads colours, such as the plot's.
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language;
  }, [theme, language]);
}

function Screen() {
  const text = useText();
  const opened = useView((view) => view.state !== null);
  const self = useView((view) => view.state?.self ?? null);
  if (!opened) {
    return (
      <main className="opening">
        <h1 className="hidden">{text.shell.product}</h1>
        <p>{text.shell.opening}</p>
      </main>
    );
  }
  return self === null ? <SignIn /> : <Shell self={self} />;
}

export function App() {
  useDocument();
  useEffect(keepFocus, []);
  const text = useText();
  return (
    <ErrorBoundary text={text.shell.crash}>
      <Screen />
      <Notices />
    </ErrorBoundary>
  );
}
