import { useEffect, useRef } from 'preact/hooks';
import { usePage } from './context.ts';

/** Counts in the tab's title what the service said while the page was out of sight. */
export function useUnreadTitle(theirs: number): void {
  const { silent, texts } = usePage();
  const shown = useRef(theirs);
  useEffect(() => {
    const apply = () => {
      if (document.visibilityState === 'visible') shown.current = theirs;
      const unread = theirs - shown.current;
      const title = silent ? texts.silence.title : texts.site.title;
      document.title = unread > 0 && !silent ? texts.site.unread(unread, title) : title;
    };
    apply();
    document.addEventListener('visibilitychange', apply);
    return () => document.removeEventListener('visibilitychange', apply);
  }, [theirs, silent, texts]);
}
