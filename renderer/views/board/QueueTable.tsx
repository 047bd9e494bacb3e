import { useMemo } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { isFlagged, queueOf } from '../../stores/heads.ts';
import { LATE } from '../../stores/thresholds.ts';
import { RowMarks } from '../lists/RowMarks.tsx';
import { useDesk, useText, useView } from '../provider.ts';
import { BoardTable, type Column } from './BoardTable.tsx';

const idOf = (head: Head) => head.conversation;

/** Who waits, in the queue's order until sorted otherwise; each can be taken or given to an officer. */
export function QueueTable() {
  const text = useText();
  const desk = useDesk();
  const queue = useView((view) => queueOf(view.heads.open));
  const { board, lists, colleagues } = text;
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
            {head.needsSupervisor && (
              <span className="needs-supervisor" aria-hidden="true">
                {lists.queue.needsSupervisor}
              </span>
            )}
            {head.forGroup !== undefined && (
              <span className="for-group" aria-hidden="true">
                {colleagues.forGroup(head.forGroup.name)}
              </span>
            )}
          </span>
        ),
      },
      {
        key: 'wait',
        width: 'narrow',
        name: names.wait,
        compare: (a, b) => b.waitingSince - a.waitingSince,
        cell: (head) => <Elapsed since={head.waitingSince} lateAfter={LATE.queue} />,
      },
      {
        key: 'actions',
        width: 'actions',
        name: names.actions,
        cell: (head) => (
          <span className="cell-actions">
            <RelayButton
              className="button small"
              aria-label={board.take(head.reference)}
              onClick={() => void desk.take(head.conversation)}
            >
              {board.short.take}
            </RelayButton>
            <RelayButton
              className="button small"
              aria-label={board.assign(head.reference)}
              onClick={() => desk.openPanel({ kind: 'assign', conversation: head.conversation })}
            >
              {board.short.assign}
            </RelayButton>
          </span>
        ),
      },
    ];
  }, [board, lists, colleagues, desk]);
  return (
    <BoardTable
      title={board.queue.title}
      count={String(queue.length)}
      empty={board.queue.empty}
      items={queue}
      keyOf={idOf}
      columns={columns}
      isUrgent={isFlagged}
    />
  );
}
