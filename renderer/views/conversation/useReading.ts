import { type RefObject, useEffect, useState } from 'react';
import { useView } from '../provider.ts';

/** Whether the officer can have the journal before their eyes: the window in front, and the journal drawn in it. */
export function looksAt(journal: HTMLElement | null): boolean {
  const inFront = document.visibilityState === 'visible' && document.hasFocus();
  // In a narrow window another part of the desk may be on screen: the journal is there then, at its end, and unseen.
  return inFront && journal?.checkVisibility() !== false;
}

/** Whether the officer has the journal's end before their eyes: scrolled to its end, and no dialog over it. */
export function useReading(atEnd: boolean, journal: RefObject<HTMLElement | null>): boolean {
  const covered = useView(({ selection }) => selection.panel !== null);
  const [looking, setLooking] = useState(() => looksAt(null));
  useEffect(() => {
    const look = () => setLooking(looksAt(journal.current));
    // What is hidden has no size: it is told of when it goes and when it comes.
    const sizes = new ResizeObserver(look);
    if (journal.current !== null) sizes.observe(journal.current);
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      sizes.disconnect();
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [journal]);
  return looking && atEnd && !covered;
}
