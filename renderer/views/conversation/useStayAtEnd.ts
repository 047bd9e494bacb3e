import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the end of a journal in sight when the room for it changes: a window made smaller or a composer that grows
 * moves nobody away from the last message. Whoever scrolled up to read stays where they are.
 *
 * @param within how near to the end counts as being there, in CSS pixels
 */
export function useStayAtEnd(
  frame: RefObject<HTMLDivElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  within: number,
): void {
  // Only a scroll moves somebody away from the end. Less room does not, although the end is then out of sight.
  const stays = useRef(true);
  useEffect(() => {
    const scroller = frame.current;
    if (scroller === null) return;
    const onScroll = () => {
      stays.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= within;
    };
    const observer = new ResizeObserver(() => {
      if (stays.current) virtualizer.scrollToEnd();
    });
    onScroll();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [frame, virtualizer, within]);
}
