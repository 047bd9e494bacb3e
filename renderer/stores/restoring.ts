import { type DeskContext, notify } from './context.ts';
import { findHead } from './heads.ts';

/**
 * What outlives a crash of the window, and nothing else: the id of the conversation on screen, or '' for none.
 * Null: this window has not lived before.
 */
export type Lasting = {
  readonly get: () => string | null;
  readonly set: (conversation: string) => void;
};

const NAME = 'permanence-shown';

/**
 * Lasts as long as the window itself, in memory: the window's session writes nothing to the disk. Written in a task of
 * its own, in the order of the acts: the storage answers only when another process has, and a switch has one frame.
 */
export const WINDOW_LASTING: Lasting = {
  get: () => sessionStorage.getItem(NAME),
  set: (conversation) => void setTimeout(() => sessionStorage.setItem(NAME, conversation)),
};

/**
 * Puts the conversation that was on screen back there after a crash, and says what happened. Drafts, outbox and
 * heads came with main's snapshot. Notes what is on screen from then on; returns what stops that.
 */
export function restore(
  context: DeskContext,
  lasting: Lasting,
  select: (conversation: string) => void,
): () => void {
  const { store } = context;
  const shown = lasting.get();
  const { heads, state, selection } = store.getState();
  if (shown !== null && state?.self != null) {
    if (selection.current === null && findHead(heads, shown) !== null) select(shown);
    notify(context, { kind: 'restored' });
  }
  const note = () => lasting.set(store.getState().selection.current ?? '');
  note();
  return store.subscribe((view, before) => {
    if (view.selection.current !== before.selection.current) note();
  });
}
