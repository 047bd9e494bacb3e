import type { Disposition } from '../../protocol/entry.ts';
import type { Id } from '../../protocol/ids.ts';
import type { DialogField } from '../../protocol/ipc.ts';

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

/** Those in which something is typed about a conversation. */
export type DialogKind = Extract<Panel['kind'], DialogField>;

export const DIALOG_KINDS = [
  'assign',
  'consult',
  'release',
  'close',
  'export',
  'hand-over',
] as const satisfies readonly DialogKind[];

export function isDialog(panel: Panel): panel is Extract<Panel, { kind: DialogKind }> {
  return (DIALOG_KINDS as readonly string[]).includes(panel.kind);
}

const FOR_RELAY: ReadonlySet<Panel['kind']> = new Set(['close', 'release', 'assign', 'consult', 'export']);

/** Whether there is nothing to do in it without the relay. */
export function needsRelay({ kind }: Panel): boolean {
  return FOR_RELAY.has(kind);
}

/** On a narrow window one part of the desk shows at a time. */
export type Pane = 'lists' | 'conversation' | 'context';

/** The entry of `current` that a search led to. A new object each time, so that the same find can be shown again. */
export type Target = { readonly seq: number };

export type Selection = {
  readonly view: 'desk' | 'board' | 'content';
  readonly current: Id | null;
  /** Since when `current` is on screen, by `elapsed`. */
  readonly shownSince: number;
  /** What the holder had read when the conversation came on screen: the "new messages" line stands after it. */
  readonly newAfter: number | null;
  readonly target: Target | null;
  readonly pane: Pane;
  /** In a window too narrow for three columns: the context stands over the conversation. */
  readonly drawer: boolean;
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
  drawer: false,
  tab: 'mine',
  panel: null,
};

/** The conversation before the officer's eyes: none on the board, nor in the contents. */
export function onScreen({ view, current }: Selection): Id | null {
  return view === 'desk' ? current : null;
}

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
