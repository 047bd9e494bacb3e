import type { Catalogue } from '../../i18n/catalogue.ts';
import { asksAnything, type Search } from '../../stores/search.ts';

/** How the search stands, in one or two sentences. */
export function searchState(search: Search, text: Catalogue['search']): string {
  const { asked, finds, named, next, whole, state } = search;
  if (state === 'failed') return text.failed;
  if (!asksAnything(asked)) return text.begin;
  const none = finds.length === 0 && named === null;
  // Until the answer comes nothing is said to be missing.
  if (none && state === 'busy') return text.busy;
  const count = none ? text.none : next === null ? text.count(finds.length) : text.more(finds.length);
  return whole ? count : `${count} ${text.partial}`;
}
