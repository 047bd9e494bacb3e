import type { Id } from '../../protocol/ids.ts';
import type { Closing } from './closing.ts';
import type { Commands } from './commands.ts';
import { type DeskContext, notify, watchHands } from './context.ts';
import { awaitingOf, heldBy, loadOf } from './heads.ts';
import type { Reading } from './reading.ts';
import type { View } from './view.ts';

export type GoingOn = {
  /**
   * What one does after `done`: shows whoever of mine is owed an answer, or takes the next in the queue, or shows another of
   * mine. Whoever is full takes the next when `done` is closed, which can be undone for a moment. Resolves as `takeNext`.
   */
  readonly showNext: (done: Id) => Promise<boolean>;
};

type Acts = Pick<Commands, 'takeNext'> & Pick<Closing, 'whenClosed'> & Pick<Reading, 'select'>;

/** Rule Q4: as many as the relay gives them; an emergency comes on top of it. */
function mustMakeRoom({ heads, state }: View): boolean {
  const self = state?.self;
  if (self == null || awaitingOf(heads.open).some(({ emergency }) => emergency !== 'none')) return false;
  return loadOf(heldBy(heads.open, self.officer)) >= self.capacity;
}

/** Resolve and next. */
export function createGoingOn(context: DeskContext, { takeNext, whenClosed, select }: Acts): GoingOn {
  const { store } = context;

  /** Shows nothing until there is room: what else one could be shown would be left again in a moment. */
  async function takeWhenClosed(done: Id): Promise<boolean> {
    const reference = store.getState().closing.get(done)?.reference ?? '';
    select(null);
    const wentOn = watchHands(context);
    notify(context, { kind: 'next-when-closed', reference });
    if (await whenClosed(done)) return takeNext(wentOn);
    // Undone, stopped or refused, it is to be looked at again; one that a hand-over sends early is not.
    if (wentOn() || !store.getState().unclosed.has(done)) return false;
    select(done);
    return true;
  }

  return {
    async showNext(done) {
      const view = store.getState();
      const { heads, state, closing } = view;
      const others = heldBy(heads.open, state?.self?.officer ?? null).filter(
        (head) => head.conversation !== done && !closing.has(head.conversation),
      );
      const owed = others.find((head) => head.unansweredSince !== null);
      const mine = (owed ?? others[0])?.conversation ?? null;
      if (owed === undefined && awaitingOf(heads.open).length > 0) {
        if (closing.has(done) && mustMakeRoom(view)) return takeWhenClosed(done);
        const wentOn = watchHands(context);
        if (await takeNext(wentOn)) return true;
        // Taken by somebody quicker, or for others only.
        if (wentOn() || store.getState().selection.current !== done) return false;
      }
      select(mine);
      return true;
    },
  };
}
