import { useMemo } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { heldByAnyone, isFlagged } from '../../stores/heads.ts';
import { LATE } from '../../stores/thresholds.ts';
import { RowMarks } from '../lists/RowMarks.tsx';
import { useDesk, useText, useView } from '../provider.ts';
import { BoardTable, type Column } from './BoardTable.tsx';

const idOf = (head: Head) => head.conversation;
const holderOf = (head: Head) => head.holder?.alias ?? '';
const owed = (head: Head) => head.unansweredSince ?? Number.MAX_SAFE_INTEGER;

/** Every conversation somebody holds, the longest unanswered first; each can be given to another, or closed. */
export function OpenTable() {
  const { board, lists } = useText();
  const desk = useDesk();
  const open = useView((view) => heldByAnyone(view.heads.open));
  const columns = useMemo((): readonly Column<Head>[] => {
    const { columns: names } = board;
    return [
      {
        key: 'reference',
        width: 'narrow',
        name: names.reference,
        isHeader: true,
        cell: (head) => (
          <button
            type="button"
            className="link"
            aria-label={board.open_(head.reference)}
            onClick={() => desk.select(head.conversation)}
          >
            {head.reference}
          </button>
        ),
      },
      {
        key: 'subject',
        width: 'wide',
        name: names.subject,
        cell: (head) => (
          <span className="cell-subject">
            <span>
              <SubjectText subject={head.subject} />
            </span>{' '}
            <RowMarks head={head} />
          </span>
        ),
      },
      {
        key: 'holder',
        width: 'person',
        name: names.holder,
        compare: (a, b) => holderOf(a).localeCompare(holderOf(b)),
        cell: (head) => (
          <span className="cell-person">
            <span>{holderOf(head)}</span> <span className="quiet">{head.holder?.rank}</span>
          </span>
        ),
      },
      { key: 'state', width: 'narrow', name: names.state, cell: (head) => lists.states[head.status] },
      {
        key: 'unanswered',
        width: 'middle',
        name: names.unanswered,
        compare: (a, b) => owed(a) - owed(b),
        cell: (head) =>
          head.unansweredSince === null ? (
            '–'
          ) : (
            <Elapsed since={head.unansweredSince} lateAfter={LATE.unanswered} />
          ),
      },
      {
        key: 'actions',
        width: 'actions',
        name: names.actions,
        cell: (head) => (
          <span className="cell-actions">
            <RelayButton
              className="button small"
              aria-label={board.reassign(head.reference)}
              onClick={() => desk.openPanel({ kind: 'assign', conversation: head.conversation })}
            >
              {board.short.reassign}
            </RelayButton>
            <RelayButton
              className="button small"
              aria-label={board.close(head.reference)}
              onClick={() =>
                desk.openPanel({ kind: 'close', conversation: head.conversation, disposition: null })
              }
            >
              {board.short.close}
            </RelayButton>
          </span>
        ),
      },
    ];
  }, [board, lists, desk]);
  return (
    <BoardTable
      title={board.open.title}
      count={String(open.length)}
      empty={board.open.empty}
      items={open}
      keyOf={idOf}
      columns={columns}
      isUrgent={isFlagged}
    />
  );
}
