import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { CitizenLanguage } from '../../../protocol/language.ts';
import type { App } from '../app/app.ts';
import type { AppState } from '../app/app-state.ts';
import type { Display } from '../app/display.ts';
import type { Texts } from '../i18n/texts.ts';

export type Page = {
  readonly app: App;
  readonly display: Display;
  readonly language: CitizenLanguage;
  readonly texts: Texts;
  /** The person cannot write freely. */
  readonly silent: boolean;
};

const PageContext = createContext<Page | null>(null);
export const PageProvider = PageContext.Provider;

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('a view was rendered outside of the page');
  return page;
}

/** The application's state, and a new render each time it changes. */
export function useAppState(app: App): AppState {
  const [state, setState] = useState(app.state());
  useEffect(() => {
    setState(app.state());
    return app.subscribe(() => setState(app.state()));
  }, [app]);
  return state;
}

/** True once `value` has been true for `delay` ms: a passing state is not worth a banner. */
export function useLasting(value: boolean, delay: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) {
      setLasting(false);
      return undefined;
    }
    const timer = setTimeout(() => setLasting(true), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return value && lasting;
}
