import { useCallback, useEffect, useRef, useState } from 'react';

/** After the last movement over a list, its order is held for so long, in milliseconds. */
const HOLD = 2_500;

/** The items in the order they had, those that left taken out, new ones at the end. Pure. */
export function heldOrder<Item>(
  before: readonly string[],
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const kept = before.flatMap((key) => {
    const item = byKey.get(key);
    byKey.delete(key);
    return item === undefined ? [] : [item];
  });
  return [...kept, ...byKey.values()];
}

/**
 * Holds a list's order while the pointer aims at it: a row that moves under the hand is how the wrong citizen
 * gets opened. `aim` is to be called on every movement over the list.
 */
export function useSteadyOrder<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): { readonly items: readonly Item[]; readonly aim: () => void } {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const latest = useRef(items);
  latest.current = items;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const aim = useCallback(() => {
    if (timer.current === null) setHeld(latest.current.map(keyOf));
    else clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = null;
      setHeld(null);
    }, HOLD);
  }, [keyOf]);

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return { items: held === null ? items : heldOrder(held, items, keyOf), aim };
}
