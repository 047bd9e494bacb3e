import { useMemo } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { longDate } from '../../format/time.ts';
import { answerDue, handledRequestsOf, requestState, requestsOf } from '../../stores/requests.ts';
import { LATE } from '../../stores/thresholds.ts';
import { RowMarks } from '../lists/RowMarks.tsx';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';
import { BoardTable, type Column } from './BoardTable.tsx';

const idOf = (head: Head) => head.conversation;

/** Malfunctions and rights that came through the site: how old, how they stand, in whose hands. */
export function RequestsTable() {
  const { board, requests } = useText();
  const desk = useDesk();
  const language = useLanguage();
  const open = useView((view) => requestsOf(view.heads.open));
  const handled = useView((view) => handledRequestsOf(view.heads.closed));
  const items = useMemo(() => [...open, ...handled], [open, handled]);
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
        key: 'kind',
        width: 'wide',
        name: requests.columns.kind,
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
        key: 'state',
        width: 'narrow',
        name: names.state,
        cell: (head) => requests.states[requestState(head)],
      },
      {
        key: 'who',
        width: 'middle',
        name: requests.columns.who,
        cell: (head) => head.holder?.alias ?? requests.nobody,
      },
      {
        key: 'age',
        width: 'middle',
        name: requests.columns.age,
        compare: (a, b) => a.openedAt - b.openedAt,
        cell: (head) =>
          head.status === 'closed' ? (
            requests.nobody
          ) : (
            <Elapsed since={head.openedAt} lateAfter={LATE.request} />
          ),
      },
      {
        key: 'due',
        width: 'wide',
        name: requests.columns.due,
        cell: (head) => {
          const due = head.status === 'closed' ? null : answerDue(head);
          return due === null ? requests.nobody : requests.due(longDate(due, language));
        },
      },
    ];
  }, [board, requests, desk, language]);
  // Mostly there are none: the tables beside it have their room then.
  if (items.length === 0) return null;
  return (
    <BoardTable
      title={requests.title}
      count={String(open.length)}
      empty={requests.empty}
      items={items}
      keyOf={idOf}
      columns={columns}
    />
  );
}
