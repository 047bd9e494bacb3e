import { Scale, Wrench } from 'lucide-react';
import { memo } from 'react';
import { type Head, mailThatCameBack } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { useWhileHeld } from '../../components/useSteadyOrder.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import { requestState, requestsOf } from '../../stores/requests.ts';
import { LATE } from '../../stores/thresholds.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { CameBackCount, MailState } from './MailState.tsx';
import { LIST_ROW, rowsOf } from './measures.ts';
import { RowMarks } from './RowMarks.tsx';

/** Rows on screen before the list scrolls. */
const SHOWN = 3;
const idOf = (head: Head) => head.conversation;
const heightOf = () => LIST_ROW;

const RequestRow = memo(function RequestRow({ head }: { readonly head: Head }) {
  const { requests } = useText();
  const desk = useDesk();
  const selected = useView(({ selection }) => selection.current === head.conversation);
  const state = requestState(head);
  const holder = head.holder === null ? '' : ` (${head.holder.alias})`;
  const cameBack = mailThatCameBack(head) !== null;
  return (
    <div className={head.emergency === 'flagged' ? 'row urgent' : 'row'} data-selected={selected}>
      <button
        type="button"
        className="row-main"
        data-row-main=""
        aria-current={selected}
        onClick={() => desk.select(head.conversation)}
      >
        <span className="row-line">
          <span className="mark" title={requests.kinds[head.form ?? 'malfunction']}>
            {head.form === 'rights' ? <Scale size={14} /> : <Wrench size={14} />}
          </span>
          <strong className="reference">{head.reference}</strong>
          <RowMarks head={head} />
          <span className="row-time">
            <span className="hidden">{requests.age} </span>
            <Elapsed since={head.openedAt} lateAfter={LATE.request} />
          </span>
        </span>
        <span className="row-subject">
          {cameBack && <MailState head={head} />}
          <span>
            {cameBack && '· '}
            {state !== 'returned' && `${requests.states[state]}${holder} · `}
            <SubjectText subject={head.subject} />
          </span>
        </span>
      </button>
    </div>
  );
});

const render = (head: Head) => <RequestRow head={head} />;

/** What the forms of the site brought and nobody closed yet; supervisors only. */
export function RequestsSection() {
  const { requests } = useText();
  const { role } = useSelf();
  const open = useView((view) => requestsOf(view.heads.open));
  // The first one comes where there was no list: it has its row at once.
  const rows = Math.min(Math.max(useWhileHeld(open.length), 1), SHOWN);
  // An officer sees one only while it shows an emergency: it stands there then, whoever looks.
  if (open.length === 0 || (role !== 'supervisor' && open.every((head) => head.emergency !== 'flagged'))) {
    return null;
  }
  return (
    <section className="list-section deferred-section" aria-labelledby="requests-title">
      <header className="list-head">
        <h2 id="requests-title">
          {requests.title}{' '}
          <span className="count">
            <span aria-hidden="true">{open.length}</span>
            <span className="hidden">{requests.count(open.length)}</span>
          </span>{' '}
          <CameBackCount heads={open} />
        </h2>
      </header>
      <div className="deferred-rows" style={rowsOf(rows)}>
        <VirtualList
          items={open}
          keyOf={idOf}
          heightOf={heightOf}
          render={render}
          label={requests.title}
          place="requests"
          steady
        />
      </div>
    </section>
  );
}
