import type { ListRow } from '../../stores/editing-list.ts';
import { useText } from '../provider.ts';

/** What a supervisor should see before opening an item. */
export function RowMarks({ row }: { readonly row: ListRow }) {
  const { editing: text, composer } = useText();
  const { picker } = composer;
  return (
    <>
      {row.unsaved && <span className="own-mark">{text.unsaved}</span>}
      {row.link !== null && <span className="link-bad">{picker.linkMarks[row.link]}</span>}
      {row.expired && <span className="link-bad">{picker.expired}</span>}
      {row.soon !== null && <span className="unverified">{text.soon(row.soon)}</span>}
      {row.unverified && <span className="unverified">{picker.unverified}</span>}
    </>
  );
}
