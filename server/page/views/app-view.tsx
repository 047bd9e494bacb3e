import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { App } from '../app/app.ts';
import type { AppState } from '../app/app-state.ts';
import type { Display } from '../app/display.ts';
import { iconFor, speak } from '../app/document.ts';
import { Blocked } from './blocked.tsx';
import { PageProvider, useAppState, usePage } from './context.ts';
import type { Conversation } from './conversation.tsx';
import type { Ended } from './ended.tsx';
import { CookiesOff, Unavailable } from './endings.tsx';
import { Frame, Title } from './frame.tsx';
import { Home } from './home.tsx';
import { TermsScreen } from './terms.tsx';
import { useLazy } from './use-lazy.ts';
import { usePhraseWords } from './use-phrase-words.ts';

/** The screens that come in a file of their own: it is here before a conversation is. */
type ChatPart = { readonly Conversation: typeof Conversation; readonly Ended: typeof Ended };

/** The whole of what the script draws; the emergency bar and the quick exit are the document's own. */
export function AppView({
  app,
  display,
  chatPart,
}: {
  readonly app: App;
  readonly display: Display;
  readonly chatPart: () => ChatPart | null;
}): JSX.Element {
  const state = useAppState(app);
  const { language, silent, texts } = state;
  const page = useMemo(
    () => ({ app, display, language, texts, silent }),
    [app, display, language, texts, silent],
  );
  useLayoutEffect(() => speak(language, texts), [language, texts]);
  useLayoutEffect(() => iconFor(silent), [silent]);
  useScreenChange(state, silent ? texts.silence.title : texts.site.title);
  return <PageProvider value={page}>{screenOf(state, chatPart())}</PageProvider>;
}

const loadReturnForm = () => import('./return-form.tsx');

/** Its own file: few people ever need it. */
function Returning(): JSX.Element {
  const { texts } = usePage();
  const form = useLazy(loadReturnForm, true);
  const words = usePhraseWords(true);
  if (form !== null && words !== null) return <form.ReturnForm words={words.back} />;
  return (
    <Frame>
      <Title>{texts.silence.comeBack}</Title>
    </Frame>
  );
}

function screenOf(state: AppState, part: ChatPart | null): JSX.Element | null {
  switch (state.screen) {
    case 'starting':
      return null;
    case 'home':
      return <Home state={state} />;
    case 'returning':
      return <Returning />;
    case 'terms':
      return state.terms === null ? null : <TermsScreen state={state} terms={state.terms} />;
    case 'conversation':
      return part === null || state.chat === null ? null : (
        <part.Conversation chat={state.chat} deferring={state.deferring} />
      );
    case 'ended':
      return part === null ? null : <part.Ended farewell={state.farewell} asking={state.asking} />;
    case 'blocked':
      return state.blockedUntil === null ? null : <Blocked until={state.blockedUntil} />;
    case 'cookies-off':
      return <CookiesOff />;
    case 'unavailable':
      return <Unavailable busy={state.busy} />;
  }
}

/**
 * A new screen begins at its top, with the focus on its title so that it is read. Not at the first one (nobody
 * moved yet), and never for anything that arrives within a screen.
 */
function useScreenChange(state: AppState, title: string): void {
  const { screen } = state;
  const previous = useRef(screen);
  useEffect(() => {
    document.title = title;
    document.body.dataset['screen'] = screen;
    if (previous.current === screen) return;
    const first = previous.current === 'starting';
    previous.current = screen;
    if (first) return;
    document.querySelector('#page')?.scrollTo(0, 0);
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true });
  }, [screen, title]);
}
