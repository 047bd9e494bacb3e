/**
 * Places the keyboard can jump to. Each carries `data-place` on the element that takes the focus, or in which something
 * does: a row of what was found, a notice's button.
 */
export type Place =
  | 'queue'
  | 'mine'
  | 'deferred'
  | 'requests'
  | 'composer'
  | 'context'
  | 'journal'
  | 'found'
  | 'notices';

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

/** Where the officer was when they went to the notices. */
let cameFrom: HTMLElement | null = null;

/**
 * To the first notice's first button; from a notice to the next one's, and from the last to the first. What passes by
 * itself is left out: it needs nobody, and would take the focus with it.
 */
export function focusNotices(): void {
  const list = find('notices');
  if (list === null) return;
  const from = document.activeElement;
  const lines = [...list.querySelectorAll('[data-stays]')];
  const here = lines.findIndex((line) => line.contains(from));
  const next = lines[(here + 1) % lines.length]?.querySelector('button');
  if (next == null) return;
  if (!list.contains(from) && from instanceof HTMLElement) cameFrom = from;
  queueMicrotask(() => next.focus());
  // The palette gives its focus back within a frame.
  requestAnimationFrame(() => {
    if (!list.contains(document.activeElement)) next.focus();
  });
}

/** Back to where the officer was when they came to the notices by their key. False: they did not, or that is gone. */
export function comeBackFromNotices(): boolean {
  const place = cameFrom;
  cameFrom = null;
  place?.focus();
  return place !== null && document.activeElement === place;
}

/** From a notice back to where the officer was, or to the composer. False: they were in none. */
export function leaveNotices(): boolean {
  if (find('notices')?.contains(document.activeElement) !== true) return false;
  if (!comeBackFromNotices()) focusPlace('composer');
  return true;
}
