import type { CannedResponse } from '../../protocol/canned.ts';
import {
  type ContentHistory,
  type ContentItem,
  type ContentOverview,
  type ContentStamp,
  sameItem,
} from '../../protocol/content-editing.ts';
import type { ContentProblem } from '../../protocol/content-rules.ts';
import type { Content } from '../../protocol/desk-channel.ts';
import type { EditKind, FormValues } from './content-forms.ts';

/** Stands for an item that is being written and has no id yet. */
export const NEW = '+';

export type EditFilter = 'all' | 'unverified' | 'link' | 'ending' | 'expired' | 'soon' | 'unsaved';
export type EditOrder = 'catalogue' | 'most-used' | 'least-used' | 'ending';

export type Conflict = { readonly item: ContentItem | null; readonly stamp: ContentStamp | null };

/** A form that says something else than what is in force. It stays until it is saved or given up. */
export type ItemDraft = {
  readonly values: FormValues;
  /** The item as it was when its editor began. */
  readonly before: ContentItem | null;
  readonly problems: readonly ContentProblem[];
  readonly conflict: Conflict | null;
  readonly saving: boolean;
};

export type Editing = {
  readonly kind: EditKind;
  readonly selected: Readonly<Record<EditKind, string | null>>;
  readonly query: string;
  readonly filter: EditFilter;
  readonly order: EditOrder;
  /** By `draftKey`. */
  readonly drafts: ReadonlyMap<string, ItemDraft>;
  readonly overview: ContentOverview | null;
  /** Of the item on screen, once asked for. */
  readonly history: (ContentHistory & { readonly key: string }) | null;
};

export const NO_EDITING: Editing = {
  kind: 'response',
  selected: { platform: null, response: null, personal: null },
  query: '',
  filter: 'all',
  order: 'catalogue',
  drafts: new Map(),
  overview: null,
  history: null,
};

export function draftKey(kind: EditKind, id: string): string {
  return `${kind}/${id}`;
}

type Known = { readonly content: Content | null; readonly personal: readonly CannedResponse[] };

/** The items of a kind as they are in force. */
export function itemsOf({ content, personal }: Known, kind: EditKind): readonly ContentItem[] {
  if (kind === 'personal') return personal;
  return (kind === 'platform' ? content?.platforms : content?.responses) ?? [];
}

export function currentItem(known: Known, kind: EditKind, id: string): ContentItem | null {
  return itemsOf(known, kind).find((item) => item.id === id) ?? null;
}

/** What stands between a draft and what is in force by now; null while nobody else touched it. */
export function conflictOf(draft: ItemDraft, current: ContentItem | null): Conflict | null {
  if (draft.conflict !== null && !sameItem(draft.conflict.item, draft.before)) return draft.conflict;
  return sameItem(current, draft.before) ? null : { item: current, stamp: null };
}
