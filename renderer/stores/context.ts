import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../protocol/ipc.ts';
import type { NoticeContent } from './notices.ts';
import { type View, withNotice } from './view.ts';

/** What the desk's parts share: the bridge, the one store, and the workstation's clock. */
export type DeskContext = {
  readonly bridge: Bridge;
  readonly store: StoreApi<View>;
  readonly now: () => number;
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
