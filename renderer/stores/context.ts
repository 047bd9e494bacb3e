import type { StoreApi } from 'zustand/vanilla';
import type { Id } from '../../protocol/ids.ts';
import type { Bridge } from '../../protocol/ipc.ts';
import type { Hands } from './hands.ts';
import type { NoticeContent } from './notices.ts';
import { type View, withNotice } from './view.ts';

/** What the desk's parts share: the bridge, the one store, the workstation's time, and what the hands did. */
export type DeskContext = {
  readonly bridge: Bridge;
  readonly store: StoreApi<View>;
  /** The workstation's clock, which somebody may set. */
  readonly now: () => number;
  /** Milliseconds since a moment that stays the same: what intervals are measured with. */
  readonly elapsed: () => number;
  readonly hands: Hands;
  /** What the relay took and nothing is begun in any more: what is typed there from now on is typed `later`. In place. */
  readonly lookedAfter: Set<Id>;
};

/** Replaces the view by a function of it. */
export function update(context: DeskContext, change: (view: View) => View): void {
  context.store.setState(change, true);
}

/** Tells the officer something. */
export function notify(context: DeskContext, content: NoticeContent): void {
  update(context, (view) => withNotice(view, content, context.now()));
}

/** The relay's time: waits are counted on it, not on a workstation's clock that may be wrong. */
export function relayNow(context: DeskContext): number {
  return context.now() + (context.store.getState().state?.clockOffset ?? 0);
}

/** What tells, asked again later, whether the hands went on meanwhile: typing, to another conversation, into a dialog. */
export function watchHands({ hands, store }: DeskContext): () => boolean {
  const { touches } = hands;
  const { current, view, panel } = store.getState().selection;
  return () => {
    const now = store.getState().selection;
    const opened = now.panel !== null && now.panel !== panel;
    const shown = now.current !== null && now.current !== current;
    return hands.touches !== touches || shown || opened || now.view !== view;
  };
}
