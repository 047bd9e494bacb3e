import {
  createContext,
  type FocusEvent,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createHold, heldRows, plainRows, type Steadying, type SteadyRow } from './steady.ts';

/** Whether the lists inside are held under the hand. */
export const HeldContext = createContext(false);

function isRow(target: Element): boolean {
  return target.closest('[data-index]') !== null && target.matches(':focus-visible');
}

/**
 * For what stands around lists that are held together, such as a column of them: `held` goes to `HeldContext`, `aiming`
 * on the element. They are held while the pointer is over it or the keyboard's focus on a row, also when neither moves: the
 * officer looks at one row and presses. It ends 2.5 s after both left; a minute after the last movement, since who rests
 * there so long is typing or away; after five minutes at the latest. The next movement holds what is shown by then.
 * The element says it (`data-held`), for whoever looks at the window from outside.
 */
export function useHold() {
  const [held, setHeld] = useState(false);
  const [hold] = useState(() => createHold(setHeld));
  const row = useRef<Element | null>(null);
  useEffect(() => hold.release, [hold]);
  // No blur is told of a row that leaves with the focus on it: the focus that comes elsewhere tells it.
  useEffect(() => {
    const onFocusIn = ({ target }: Event) => {
      if (target !== row.current) hold.leave('focus');
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [hold]);
  const aiming = useMemo(
    () => ({
      onPointerMove: () => hold.aim('pointer'),
      onPointerDown: () => hold.aim('pointer'),
      onPointerLeave: () => hold.leave('pointer'),
      onFocus: ({ target }: FocusEvent) => {
        row.current = isRow(target) ? target : null;
        if (row.current !== null) hold.aim('focus');
      },
      onBlur: () => hold.leave('focus'),
    }),
    [hold],
  );
  return { held, aiming: { ...aiming, 'data-held': held }, release: hold.release };
}

/**
 * A list's rows in an order that does not change under the hand: a row that moves is how the wrong citizen gets opened or
 * taken. While it is held (`useHold`) every row keeps its place, whoever leaves leaves theirs empty, no heading comes or
 * goes among them, and newcomers stand below, in the queue under their own heading. An emergency turns red where it stands
 * and is missed by nobody: the strip at the top of the window has it with its button, it sounds, "take the next" takes it.
 */
export function useSteadyOrder<Item>(
  items: readonly Item[],
  how: Steadying<Item>,
  held: boolean,
): readonly SteadyRow<Item>[] {
  const shown = useRef<readonly SteadyRow<Item>[] | null>(null);
  const { keyOf, isHeading, below } = how;
  const rows = useMemo(() => {
    const each = { keyOf, isHeading, below };
    return held && shown.current !== null ? heldRows(shown.current, items, each) : plainRows(items, each);
  }, [items, held, keyOf, isHeading, below]);
  useLayoutEffect(() => {
    shown.current = rows;
  }, [rows]);
  return rows;
}

/** A number that decides where lists stand, as it was when they began to be held. */
export function useWhileHeld<Value>(value: Value): Value {
  const held = useContext(HeldContext);
  const kept = useRef(value);
  if (!held) kept.current = value;
  return kept.current;
}
