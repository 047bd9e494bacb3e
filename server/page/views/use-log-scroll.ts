import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** This close to the end (px) counts as reading the end. */
const NEAR = 48;

export type LogScroll = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** What came while the reader was further up. */
  readonly unseen: number;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
};

/**
 * Keeps the end of the log in view for whoever is reading the end, and leaves everyone else where they are.
 * `lines` counts everything; `theirs` what officers said; `mine` what the citizen wrote, which always brings them
 * to the end. Until someone has said something, the beginning is what there is to read.
 * `onSeen` is called whenever the end is really before someone's eyes.
 */
export function useLogScroll(lines: number, theirs: number, mine: number, onSeen: () => void): LogScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const counted = useRef({ lines, theirs, mine });
  const [unseen, setUnseen] = useState(0);
  const silent = theirs + mine === 0;
  const quiet = useRef(silent);
  quiet.current = silent;
  const seen = useRef(onSeen);
  seen.current = onSeen;

  const tellSeen = useCallback(() => {
    if (atEnd.current && document.visibilityState === 'visible') seen.current();
  }, []);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    setUnseen(0);
    tellSeen();
  }, [tellSeen]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    if (!atEnd.current) return;
    setUnseen(0);
    tellSeen();
  }, [tellSeen]);

  useLayoutEffect(() => {
    const before = counted.current;
    counted.current = { lines, theirs, mine };
    if (quiet.current) tellSeen();
    else if (atEnd.current || mine > before.mine) toEnd();
    else if (theirs > before.theirs) setUnseen((count) => count + theirs - before.theirs);
  }, [lines, theirs, mine, toEnd, tellSeen]);

  useEffect(() => {
    document.addEventListener('visibilitychange', tellSeen);
    return () => document.removeEventListener('visibilitychange', tellSeen);
  }, [tellSeen]);

  // The keyboard opens, the composer grows, the telephone turns: the end stays in view.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      if (!atEnd.current || quiet.current) return;
      element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return { scroller, unseen, onScroll, toEnd };
}
