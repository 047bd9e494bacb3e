/** After pointer and focus left, an order is held for so long, in milliseconds: the hand may come straight back. */
export const LINGER = 2_500;
/** Nothing moved for so long: whoever rests there is not aiming any more. Milliseconds. */
export const REST = 60_000;
/** Never longer than this in one go, whatever moves. Milliseconds. */
export const LONGEST = 300_000;

type Where = 'pointer' | 'focus';

export type Hold = {
  /** The pointer moved over it, or the focus went to one of its rows. */
  readonly aim: (where: Where) => void;
  readonly leave: (where: Where) => void;
  /** At once, and whoever rests there has to aim anew: the officer asked for another order, or nothing is there any more. */
  readonly release: () => void;
};

/**
 * Decides for how long an order is held under the hand, and says each change. While the pointer is over it or the focus on
 * one of its rows, moving or not, and a little after both left; but not for ever: an hour-long rest, or a mouse that
 * trembles by itself, must not hide from the officer who waits longest.
 */
export function createHold(change: (held: boolean) => void): Hold {
  const there = { pointer: false, focus: false };
  let held = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;

  function release(): void {
    clearTimeout(resting);
    clearTimeout(longest);
    Object.assign(there, { pointer: false, focus: false });
    if (!held) return;
    held = false;
    change(false);
  }

  function releaseIn(time: number): void {
    clearTimeout(resting);
    resting = setTimeout(release, time);
  }

  return {
    aim(where) {
      there[where] = true;
      releaseIn(REST);
      if (held) return;
      held = true;
      longest = setTimeout(release, LONGEST);
      change(true);
    },
    leave(where) {
      there[where] = false;
      if (held && !there.pointer && !there.focus) releaseIn(LINGER);
    },
    release,
  };
}

export type SteadyRow<Item> = {
  readonly key: string;
  readonly item: Item;
  /** It left while the order was held: its room stays empty, so that nothing below it moves up. */
  readonly gone: boolean;
};

export type Steadying<Item> = {
  readonly keyOf: (item: Item) => string;
  readonly isHeading?: ((item: Item) => boolean) | undefined;
  /** What goes below the rows held when others come: these, under a heading where they need one. Absent: these alone. */
  readonly below?: ((held: readonly Item[], newcomers: readonly Item[]) => readonly Item[]) | undefined;
};

export function plainRows<Item>(
  items: readonly Item[],
  { keyOf }: Steadying<Item>,
): readonly SteadyRow<Item>[] {
  return items.map((item) => ({ key: keyOf(item), item, gone: false }));
}

/** The place of each row, from 1, among those that are there: who left has none of their own. The last is how many there are. */
export function placesOf(rows: readonly SteadyRow<unknown>[]): readonly number[] {
  let place = 0;
  return rows.map(({ gone }) => {
    if (!gone) place += 1;
    return place;
  });
}

/**
 * The rows that stood there before, each in its place with what it says now; who left leaves an empty place, headings
 * stay, and newcomers stand below, in the order in which they came. Pure.
 */
export function heldRows<Item>(
  before: readonly SteadyRow<Item>[],
  items: readonly Item[],
  how: Steadying<Item>,
): readonly SteadyRow<Item>[] {
  const { keyOf, isHeading = () => false, below = (_, newcomers) => newcomers } = how;
  const others = new Map(items.flatMap((item) => (isHeading(item) ? [] : [[keyOf(item), item] as const])));
  const kept = before.map((row): SteadyRow<Item> => {
    if (isHeading(row.item)) return row;
    const item = others.get(row.key);
    others.delete(row.key);
    return item === undefined ? { ...row, gone: true } : { key: row.key, item, gone: false };
  });
  const held = kept.map(({ item }) => item);
  return [...kept, ...plainRows(below(held, [...others.values()]), how)];
}
