/**
 * What the content's editing asks of durable storage. Every method may reject with `StoreUnavailable`,
 * `StoreCorrupt` or `StoreFull`; then nothing was written.
 */
import type { CannedResponse } from '../../protocol/canned.ts';
import type { ContentKind } from '../../protocol/content-editing.ts';
import type { Id, Time } from '../../protocol/ids.ts';
import type { Platform } from '../../protocol/platform.ts';

/** An item as it is from now on; null: it is removed. */
export type StoredEdit = {
  readonly kind: ContentKind;
  readonly id: string;
  readonly item: Platform | CannedResponse | null;
};

/** `actor`: an officer's id, or `command-line:` and a number. */
export type ChangeRow = StoredEdit & { readonly at: Time; readonly actor: string };

export interface ContentStore {
  /** The latest edit of each item, the oldest first; null for one that this version cannot read. */
  current(): Promise<readonly (ChangeRow | null)[]>;
  /** The newest first; only what `HISTORY_KEPT` keeps. */
  history(kind: ContentKind, id: string): Promise<readonly ChangeRow[]>;
  /** All of them with their audit rows, in one transaction. */
  save(edits: readonly StoredEdit[], at: Time, actor: string): Promise<void>;
  /** An officer's own responses. */
  personal(officer: Id): Promise<readonly CannedResponse[]>;
  savePersonal(officer: Id, id: string, item: CannedResponse | null, at: Time): Promise<void>;
}
