import { type Place, selectorOf } from './focus.ts';

/** Where the focus goes when what it was on is gone: the nearest of these, in this order. */
const PLACES: readonly Place[] = ['composer', 'journal', 'queue', 'mine', 'deferred', 'context'];
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]';
/** Controls that belong together: one of them stands in for another. */
const GROUPS = 'fieldset, form, [role="dialog"]';
/** A control that waits for an answer is disabled for a moment, and has the focus again after it; milliseconds. */
const BUSY = 800;

type Focusable = HTMLElement | SVGElement;

function isDrawn(element: Element): element is Focusable {
  return 'focus' in element && element.checkVisibility({ visibilityProperty: true });
}

function isUsable(element: Element): element is Focusable {
  return element.isConnected && isDrawn(element) && element.matches(FOCUSABLE);
}

function placeIn(element: Element): Focusable | null {
  for (const place of PLACES) {
    const found = element.querySelector(selectorOf(place));
    if (found !== null && isUsable(found)) return found;
  }
  return null;
}

/** The nearest thing to focus, going outwards from where the focus was. */
function nearest(path: readonly Element[]): Focusable | null {
  for (const element of path) {
    if (!element.isConnected) continue;
    if (isUsable(element)) return element;
    const found =
      placeIn(element) ??
      (element.matches(GROUPS) ? [...element.querySelectorAll(FOCUSABLE)].find(isUsable) : undefined);
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Keeps the keyboard's place on the screen: when what has the focus is removed, hidden or disabled, the browser
 * drops the focus to the document, and the next key goes nowhere. It then goes to the nearest place instead,
 * unless something else takes it first, and `onGiven` is told where. A focus that the officer put away by the mouse stays
 * away. Returns what stops it.
 */
export function keepFocus(onGiven: (element: Element) => void): () => void {
  let path: readonly Element[] = [];
  let lostAt: number | null = null;
  let frame = 0;
  const isLost = () => document.activeElement === null || document.activeElement === document.body;

  function give(element: Focusable | null): void {
    if (element === null) return;
    onGiven(element);
    element.focus();
  }

  function mend(): void {
    frame = 0;
    const [last] = path;
    if (last === undefined || !isLost()) {
      lostAt = null;
      return;
    }
    lostAt ??= performance.now();
    const waits = last.isConnected && last.matches(':disabled') && performance.now() - lostAt < BUSY;
    if (waits) frame = requestAnimationFrame(mend);
    else give(nearest(path));
  }

  // Two frames: a dialog gives its focus back in the first one, and what was asked for may be drawn only then.
  function look(): void {
    if (frame !== 0 || path.length === 0 || !isLost()) return;
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(mend);
    });
  }

  function onFocus(event: FocusEvent): void {
    path = event.composedPath().filter((each) => each instanceof Element);
  }

  function onBlur(): void {
    queueMicrotask(() => {
      const [last] = path;
      if (last !== undefined && isLost() && document.hasFocus() && isUsable(last)) path = [];
      else look();
    });
  }

  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'data-pane', 'data-context'],
  });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
  };
}
