import { Ban, Users } from 'lucide-react';
import { useMemo } from 'react';
import type { ShownBlock } from '../../../protocol/abuse.ts';
import type { RosterRow } from '../../../protocol/officer.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { useClock, useDesk, useOnline, useText, useView } from '../provider.ts';
import { BoardTable, type Column } from './BoardTable.tsx';

const ORDER: Record<RosterRow['presence'], number> = {
  available: 0,
  finishing: 1,
  break: 2,
  away: 3,
  offline: 4,
};
const NONE: readonly ShownBlock[] = [];
const idOf = (row: RosterRow) => row.officer;
const share = (row: RosterRow) => row.active / row.capacity;

function byPresence(a: RosterRow, b: RosterRow): number {
  return ORDER[a.presence] - ORDER[b.presence] || share(b) - share(a) || a.alias.localeCompare(b.alias);
}

function Load({ row }: { readonly row: RosterRow }) {
  return (
    <span className="load">
      <meter
        aria-hidden="true"
        className={row.active >= row.capacity ? 'full' : ''}
        min={0}
        max={row.capacity}
        value={Math.min(row.active, row.capacity)}
      />
      {row.active}/{row.capacity}
    </span>
  );
}

/** Who is there and how much each carries. */
export function OfficersTable() {
  const { board, shell, colleagues, personal } = useText();
  const desk = useDesk();
  const online = useOnline();
  const roster = useView((view) => view.roster);
  const untils = useView((view) => view.state?.blocks ?? NONE);
  const blocked = useClock((now) => untils.filter(({ until }) => until > now).length);
  const rows = useMemo(() => roster.toSorted(byPresence), [roster]);
  const columns = useMemo((): readonly Column<RosterRow>[] => {
    const { columns: names } = board;
    return [
      {
        key: 'officer',
        width: 'wide',
        name: names.officer,
        isHeader: true,
        compare: (a, b) => a.alias.localeCompare(b.alias),
        cell: (row) => (
          <span className="cell-person">
            <span>{row.alias}</span>{' '}
            <span className="quiet">
              {row.rank}
              {row.role === 'supervisor' && ` · ${board.supervisor}`}
            </span>
          </span>
        ),
      },
      {
        key: 'presence',
        width: 'middle',
        name: names.presence,
        compare: byPresence,
        cell: (row) => (
          <span className="presence-cell" data-presence={online ? row.presence : 'unknown'}>
            <span className="presence-dot" aria-hidden="true" />
            {online ? shell.presence.names[row.presence] : shell.presence.unknown}
          </span>
        ),
      },
      { key: 'since', width: 'small', name: names.since, cell: (row) => <Elapsed since={row.since} /> },
      {
        key: 'load',
        width: 'middle',
        name: names.load,
        compare: (a, b) => share(b) - share(a),
        cell: (row) => <Load row={row} />,
      },
      { key: 'parked', width: 'small', name: names.parked, cell: (row) => row.parked },
    ];
  }, [board, shell, online]);
  return (
    <BoardTable
      title={board.officers.title}
      action={
        <>
          <button type="button" className="button small" onClick={() => desk.openPanel({ kind: 'blocks' })}>
            <Ban size={14} />
            {personal.blocks.title}
            {blocked > 0 && <span className="count">{blocked}</span>}
          </button>
          <button type="button" className="button small" onClick={() => desk.openPanel({ kind: 'groups' })}>
            <Users size={14} />
            {colleagues.groups.manage}
          </button>
        </>
      }
      count={String(rows.filter(({ presence }) => presence !== 'offline').length)}
      empty={board.officers.empty}
      items={rows}
      keyOf={idOf}
      columns={columns}
    />
  );
}
