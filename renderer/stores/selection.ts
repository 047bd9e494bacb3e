import type { Disposition } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';

/** What is open above the desk. Those about a conversation name it, so that a purge can close them. */
export type Panel =
  | {
      readonly kind: 'close';
      readonly conversation: Id;
      readonly disposition: Disposition | null;
      /** Asked for together with the next one. */
      readonly next?: boolean;
    }
  | { readonly kind: 'release'; readonly conversation: Id }
  | { readonly kind: 'assign'; readonly conversation: Id }
  | { readonly kind: 'consult'; readonly conversation: Id }
  | { readonly kind: 'export'; readonly conversation: Id }
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'search' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'blocks' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' };

/** On a narrow window one part of the desk shows at a time. */
export type Pane = 'lists' | 'conversation' | 'context';

/** The entry of `current` that a search led to. A new object each time, so that the same find can be shown again. */
export type Target = { readonly seq: number };

export type Selection = {
  readonly view: 'desk' | 'board' | 'content';
  readonly current: Id | null;
  /** Since when `current` is on screen, by the workstation's clock. */
  readonly shownSince: number;
  /** What the holder had read when the conversation came on screen: the "new messages" line stands after it. */
  readonly newAfter: number | null;
  readonly target: Target | null;
  readonly pane: Pane;
  readonly tab: 'mine' | 'history';
  readonly panel: Panel | null;
};

export const NO_SELECTION: Selection = {
  view: 'desk',
  current: null,
  shownSince: 0,
  newAfter: null,
  target: null,
  pane: 'lists',
  tab: 'mine',
  panel: null,
};

/** Nothing of these conversations stays selected or open. */
export function dropSelection(selection: Selection, conversations: readonly Id[]): Selection {
  const gone = new Set(conversations);
  const { current, panel } = selection;
  const aboutGone = panel !== null && 'conversation' in panel && gone.has(panel.conversation);
  const currentGone = current !== null && gone.has(current);
  if (!aboutGone && !currentGone) return selection;
  return {
    ...selection,
    panel: aboutGone ? null : panel,
    ...(currentGone ? { current: null, newAfter: null, target: null, pane: 'lists' as const } : {}),
  };
}
