import type { Entry } from '../../../protocol/entry.ts';
import type { OutboxItem } from '../../../protocol/ipc.ts';
import { dayKey } from '../../format/time.ts';
import type { JournalWindow } from '../../stores/journals.ts';

/** One line of the journal as it is drawn. `key` stays the same from outbox to journal: the row never jumps. */
export type Row =
  | { readonly kind: 'beginning'; readonly key: string }
  | { readonly kind: 'older'; readonly key: string }
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry; readonly follows: boolean }
  | { readonly kind: 'pending'; readonly key: string; readonly item: OutboxItem };

const GROUP_WITHIN = 3 * 60_000;

function authorOf(entry: Entry): string {
  return entry.author.role === 'officer' ? entry.author.officer : entry.author.role;
}

/** Whether a message goes on where the one before stopped: same author, same minutes, no name needed again. */
function continues(before: Entry | undefined, entry: Entry): boolean {
  return (
    before !== undefined &&
    before.body.kind === 'message' &&
    entry.body.kind === 'message' &&
    authorOf(before) === authorOf(entry) &&
    entry.at - before.at < GROUP_WITHIN
  );
}

/** What the relay does to a journal that an officer does not read line by line. */
function isShown(entry: Entry): boolean {
  return entry.body.kind !== 'tags' || entry.author.role === 'officer';
}

/**
 * The rows of a journal: what is older or its beginning, days, entries with the "new messages" line after
 * `newAfter`, and at the end what was written here and is not yet in it.
 */
export function journalRows(
  window: JournalWindow,
  pending: readonly OutboxItem[],
  newAfter: number | null,
): readonly Row[] {
  const rows: Row[] = [];
  if (window.entries.length > 0) {
    rows.push(window.complete ? { kind: 'beginning', key: 'beginning' } : { kind: 'older', key: 'older' });
  }
  let day: string | null = null;
  let before: Entry | undefined;
  let lineDrawn = newAfter === null;
  for (const entry of window.entries) {
    if (!isShown(entry)) continue;
    const today = dayKey(entry.at);
    if (today !== day) {
      rows.push({ kind: 'day', key: `day-${today}`, at: entry.at });
      day = today;
      before = undefined;
    }
    if (!lineDrawn && entry.seq > (newAfter ?? 0) && isCitizenWord(entry)) {
      rows.push({ kind: 'new', key: 'new' });
      lineDrawn = true;
      before = undefined;
    }
    rows.push({ kind: 'entry', key: entry.id, entry, follows: continues(before, entry) });
    before = entry;
  }
  for (const item of pending) rows.push({ kind: 'pending', key: item.id, item });
  return rows;
}

function isCitizenWord(entry: Entry): boolean {
  return entry.body.kind === 'message' && entry.author.role === 'citizen';
}

/** The last word of the citizen in a window, 0 when it holds none. */
export function lastCitizenWord(window: JournalWindow): number {
  return window.entries.findLast(isCitizenWord)?.seq ?? 0;
}
