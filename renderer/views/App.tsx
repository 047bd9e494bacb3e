import { useEffect, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Notices } from '../components/Notices.tsx';
import { LOCALES } from '../format/time.ts';
import { keepFocus } from './focusKeeper.ts';
import { useDesk, useLanguage, useText, useView } from './provider.ts';
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
  const desk = useDesk();
  useDocument();
  useEffect(
    () => keepFocus((element) => element.matches('[data-place="composer"]') && desk.focusGiven()),
    [desk],
  );
  const text = useText();
  const language = useLanguage();
  return (
    <I18nProvider locale={LOCALES[language]}>
      <ErrorBoundary text={text.shell.crash}>
        <Screen />
        <Notices />
      </ErrorBoundary>
    </I18nProvider>
  );
}
