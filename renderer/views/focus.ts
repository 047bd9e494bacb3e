/** Places the keyboard can jump to. Each carries `data-place` on the element that takes the focus. */
export type Place = 'queue' | 'mine' | 'deferred' | 'requests' | 'composer' | 'context' | 'journal' | 'found';

/** A place as a selector: what is rehearsed where nobody reaches it (`rehearsal/`) has places too, and takes no focus. */
export function selectorOf(place: Place): string {
  return `[data-place="${place}"]:not([inert] *)`;
}

function find(place: Place): HTMLElement | null {
  return document.querySelector<HTMLElement>(selectorOf(place));
}

/** A conversation that was just taken gets its composer when the relay's word of it comes, within this; milliseconds. */
const COMPOSER_WITHIN = 10_000;

/** Where the keys go for now, while the composer of a conversation is not there, or not yet. */
function standIn(place: Place): HTMLElement | null {
  return place === 'composer' ? find('journal') : null;
}

/** Moves the focus to a place, once what was just asked for is drawn. Only ever called for the officer's own act. */
export function focusPlace(place: Place): void {
  const asked = performance.now();
  const from = document.activeElement;
  let given: HTMLElement | null = null;
  const focus = () => {
    const list = find(place);
    // Of what was found the first one takes the focus: the next key opens it, or goes on to the second.
    const first = place === 'found' ? list?.querySelector<HTMLElement>('[data-row-main]') : null;
    // A key that came quickly after this one has gone on from here already, to a row of the list.
    if (given !== null && list?.contains(document.activeElement)) return true;
    given = first ?? list ?? standIn(place);
    if (given !== document.activeElement) given?.focus();
    return list !== null;
  };
  const wait = () => {
    // Whoever went elsewhere meanwhile is left alone. On a desk without a conversation nothing was given yet.
    const stayed = [given, from, document.body].includes(document.activeElement as HTMLElement | null);
    if (!stayed || performance.now() - asked > COMPOSER_WITHIN) return;
    if (find(place) === null) requestAnimationFrame(wait);
    else focus();
  };
  // React draws what was just asked for in a microtask queued before this one: the next key already goes there.
  queueMicrotask(focus);
  requestAnimationFrame(() => {
    if (!focus() && place === 'composer') requestAnimationFrame(wait);
  });
}
