import { Scale, Wrench } from 'lucide-react';
import { memo } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { useSteadyOrder } from '../../components/useSteadyOrder.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import { requestState, requestsOf } from '../../stores/requests.ts';
import { LATE } from '../../stores/thresholds.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
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
          {requests.states[state]}
          {head.holder !== null && ` (${head.holder.alias})`} · <SubjectText subject={head.subject} />
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
  const steady = useSteadyOrder(open, idOf);
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
          </span>
        </h2>
      </header>
      <div className="deferred-rows" style={rowsOf(Math.min(open.length, SHOWN))}>
        <VirtualList
          items={steady.items}
          keyOf={idOf}
          heightOf={heightOf}
          render={render}
          label={requests.title}
          place="requests"
          onPointerMove={steady.aim}
        />
      </div>
    </section>
  );
}
