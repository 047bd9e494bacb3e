import { type RefObject, useLayoutEffect } from 'react';
import { selectorOf } from '../focus.ts';

/**
 * Takes the focus out of the composer of a conversation that makes way for another, before it goes itself: taken out
 * of a document that has changed already, with the focus in it, it has the engine lay out what is left, for nothing.
 *
 * @param frame something in the pane of that conversation
 */
export function useLettingGo(frame: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const pane = frame.current?.closest('section');
    return () => {
      const { activeElement } = document;
      const isComposer =
        activeElement instanceof HTMLElement && activeElement.matches(selectorOf('composer'));
      if (isComposer && pane?.contains(activeElement)) activeElement.blur();
    };
  }, [frame]);
}
