/** Places the keyboard can jump to. Each carries `data-place` on the element that takes the focus. */
export type Place = 'queue' | 'mine' | 'deferred' | 'requests' | 'composer' | 'context' | 'journal' | 'found';

function find(place: Place): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-place="${place}"]`);
}

/** Moves the focus to a place, once what was just asked for is drawn. Only ever called for the officer's own act. */
export function focusPlace(place: Place): void {
  const focus = () => {
    const list = find(place);
    // Of what was found the first one takes the focus: the next key opens it, or goes on to the second.
    const first = place === 'found' ? list?.querySelector<HTMLElement>('[data-row-main]') : null;
    const target = first ?? list ?? (place === 'composer' ? find('journal') : null);
    if (target !== document.activeElement) target?.focus();
  };
  // React draws what was just asked for in a microtask queued before this one: the next key already goes there.
  queueMicrotask(focus);
  requestAnimationFrame(focus);
}
