import type { Head } from '../../../protocol/head.ts';

/** What stands in the queue's list. `again` tells a heading that came below rows already shown from the first of its kind. */
export type Item =
  | { readonly kind: 'heading'; readonly emergency: boolean; readonly again: number }
  | { readonly kind: 'head'; readonly head: Head };

export const isHeading = (item: Item) => item.kind === 'heading';
export const isUrgent = (head: Head) => head.emergency !== 'none';

export function keyOf(item: Item): string {
  return item.kind === 'head' ? item.head.conversation : `heading-${item.emergency}-${item.again}`;
}

/** The rows, with a heading before each that does not belong under the one `above` it. */
function underHeadings(
  heads: readonly Head[],
  above: boolean | null,
  againAt: (place: number) => number,
): readonly Item[] {
  let under = above;
  return heads.flatMap((head, place) => {
    const emergency = isUrgent(head);
    const row = { kind: 'head', head } as const;
    if (emergency === under) return [row];
    under = emergency;
    return [{ kind: 'heading', emergency, again: againAt(place) } as const, row];
  });
}

/** Emergencies under their own heading, then the others; no headings when there is no emergency. */
export function withHeadings(heads: readonly Head[]): readonly Item[] {
  return underHeadings(heads, heads.some(isUrgent) ? null : false, () => 0);
}

/** Who comes while the order is held, under a heading where the last one above is not theirs. */
export function newcomersBelow(held: readonly Item[], newcomers: readonly Item[]): readonly Item[] {
  const last = held.findLast((item) => item.kind === 'heading');
  const heads = newcomers.flatMap((item) => (item.kind === 'head' ? [item.head] : []));
  return underHeadings(heads, last?.emergency ?? false, (place) => held.length + place);
}
