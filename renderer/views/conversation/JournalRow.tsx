import { memo } from 'react';
import { longDay } from '../../format/time.ts';
import { useLanguage, useText } from '../provider.ts';
import { EntryRow } from './EntryRow.tsx';
import { PendingRow } from './PendingRow.tsx';
import type { Row } from './rows.ts';

type Properties = { readonly row: Row; readonly read: boolean };

/** Rows are rebuilt with every change of the journal; what they hold is not: compare that. */
function isSameRow(before: Properties, after: Properties): boolean {
  const a = before.row;
  const b = after.row;
  if (before.read !== after.read || a.kind !== b.kind || a.key !== b.key) return false;
  if (a.kind === 'entry' && b.kind === 'entry') return a.entry === b.entry && a.follows === b.follows;
  if (a.kind === 'pending' && b.kind === 'pending') return a.item === b.item;
  return true;
}

/** One row of the journal. */
export const JournalRow = memo(function JournalRow({ row, read }: Properties) {
  const { conversation: text } = useText();
  const language = useLanguage();
  switch (row.kind) {
    case 'beginning':
      return <p className="journal-edge">{text.beginning}</p>;
    case 'older':
      return <p className="journal-edge">{text.older}</p>;
    case 'day':
      return (
        <h3 className="day">
          <span>{longDay(row.at, language)}</span>
        </h3>
      );
    case 'new':
      return (
        <p className="new-line">
          <span>{text.newMessages}</span>
        </p>
      );
    case 'entry':
      return <EntryRow entry={row.entry} follows={row.follows} read={read} />;
    case 'pending':
      return <PendingRow item={row.item} />;
  }
}, isSameRow);
