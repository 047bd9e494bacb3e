import type { Id } from '../../../protocol/ids.ts';
import type { RosterRow } from '../../../protocol/officer.ts';
import { Choice } from '../../components/Choice.tsx';
import { useOnline, useText } from '../provider.ts';

type Properties = {
  readonly colleagues: readonly RosterRow[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
};

function byRoom(a: RosterRow, b: RosterRow): number {
  const available = Number(b.presence === 'available') - Number(a.presence === 'available');
  if (available !== 0) return available;
  return b.capacity - b.active - (a.capacity - a.active);
}

/** One of the colleagues who are connected: who is free first, with what each already carries. */
export function ColleagueChoice({ colleagues, value, onChange }: Properties) {
  const { dialogs, shell } = useText();
  const { assign: text } = dialogs;
  const online = useOnline();
  if (colleagues.length === 0) return <p>{text.nobody}</p>;
  return (
    <Choice
      focused
      legend={text.who}
      name="colleague"
      value={value}
      options={colleagues.toSorted(byRoom).map((row) => ({
        value: row.officer,
        label: `${row.rank} ${row.alias}`,
        detail: [
          online ? shell.presence.names[row.presence] : shell.presence.unknown,
          text.load(row.active, row.capacity),
          ...(row.active >= row.capacity ? [text.full] : []),
        ].join(' · '),
      }))}
      onChange={onChange}
    />
  );
}
