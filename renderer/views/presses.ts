/** What is about one conversation carries its id; one press in it is for that one. */
const ABOUT = 'data-about';

function aboutOf({ target }: Event): string | null {
  return target instanceof Element ? (target.closest(`[${ABOUT}]`)?.getAttribute(ABOUT) ?? null) : null;
}

/**
 * A press that began on the buttons of one conversation and ends on those of another, because the screen changed between,
 * does nothing. Making the buttons anew for each conversation would do the same and cost every switch their making. Heard
 * on the window: a drag ends anywhere, and one whose end went unheard would take every later Enter for its own. Returns
 * what stops it.
 */
export function holdPresses(window: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  let began: string | null = null;
  // The click of a press comes in the same task as its end. One without a press, of a screen reader, has no beginning.
  const end = () => {
    setTimeout(() => {
      began = null;
    });
  };
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button === 0) began = aboutOf(event);
    },
    options,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === ' ' && !event.repeat) began = aboutOf(event);
      // Its click comes at once: nothing can change between.
      else if (event.key === 'Enter') began = null;
    },
    options,
  );
  window.addEventListener('pointerup', end, options);
  window.addEventListener('pointercancel', end, options);
  // The window's own alone: each press takes the focus from something.
  window.addEventListener('blur', end, { signal: stop.signal });
  window.addEventListener(
    'keyup',
    (event) => {
      if (event.key === ' ') end();
    },
    options,
  );
  window.addEventListener(
    'click',
    (event) => {
      const about = aboutOf(event);
      if (began === null || about === null || about === began) return;
      event.preventDefault();
      event.stopPropagation();
    },
    options,
  );
  return () => stop.abort();
}
