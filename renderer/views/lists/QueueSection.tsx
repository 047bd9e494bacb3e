import { memo, useMemo } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useWhileHeld } from '../../components/useSteadyOrder.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import { awaitingOf, queueOf } from '../../stores/heads.ts';
import { LATE } from '../../stores/thresholds.ts';
import { focusPlace } from '../focus.ts';
import { useDesk, useText, useView } from '../provider.ts';
import { LIST_ROW } from './measures.ts';
import { type Item, isHeading, keyOf, newcomersBelow, withHeadings } from './queueItems.ts';
import { RowMarks } from './RowMarks.tsx';
import { useOtherGroup } from './useOtherGroup.ts';

const HEADING = 24;
/** So many always have their place; a longer queue takes what the conversations held leave. */
const SHORT = 4;

const heightOf = (item: Item) => (item.kind === 'head' ? LIST_ROW : HEADING);

const QueueRow = memo(function QueueRow({ head }: { readonly head: Head }) {
  const text = useText();
  const desk = useDesk();
  const { busy, run } = useBusy();
  const selected = useView(({ selection }) => selection.current === head.conversation);
  const others = useOtherGroup(head);
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
          <strong className="reference">{head.reference}</strong>
          <RowMarks head={head} />
          <span className="row-time">
            <span className="hidden">{text.lists.queue.waits('')}</span>
            <Elapsed since={head.waitingSince} lateAfter={LATE.queue} />
          </span>
        </span>
        <span className="row-subject">
          <span>
            {head.needsSupervisor && (
              <strong className="needs-supervisor">{text.lists.queue.needsSupervisor} · </strong>
            )}
            {head.forGroup !== undefined && (
              <strong className="for-group">{text.colleagues.forGroup(head.forGroup.name)} · </strong>
            )}
            <SubjectText subject={head.subject} />
          </span>
        </span>
      </button>
      <RelayButton
        className="button small row-take"
        aria-label={text.lists.queue.takeNamed(head.reference)}
        title={others === null ? undefined : text.colleagues.reserved(others.name)}
        disabled={busy || others !== null}
        onClick={() =>
          run(async () => {
            if (await desk.take(head.conversation)) focusPlace('composer');
          })
        }
      >
        {text.lists.queue.take}
      </RelayButton>
    </div>
  );
});

/** Those who wait, in the queue's order; "take the next" is always in the same place. */
export function QueueSection() {
  const text = useText();
  const desk = useDesk();
  const { busy, run } = useBusy();
  const queue = useView((view) => queueOf(view.heads.open));
  const somebody = useView((view) => awaitingOf(view.heads.open).length > 0);
  const items = useMemo(() => withHeadings(queue), [queue]);
  const long = useWhileHeld(queue.length > SHORT);
  const render = (item: Item) =>
    item.kind === 'head' ? (
      <QueueRow head={item.head} />
    ) : (
      <h3 className={item.emergency ? 'list-heading urgent' : 'list-heading'}>
        {item.emergency ? text.lists.queue.emergencies : text.lists.states.waiting}
      </h3>
    );
  return (
    <section className="list-section queue-section" data-long={long} aria-labelledby="queue-title">
      <header className="list-head">
        <h2 id="queue-title">
          {text.lists.queue.title} <span className="count">{queue.length}</span>
        </h2>
        <RelayButton
          className="button primary small"
          aria-keyshortcuts="Alt+P"
          title={`${text.lists.queue.takeNext} (Alt+P)`}
          disabled={busy || !somebody}
          onClick={() =>
            run(async () => {
              if (await desk.takeNext()) focusPlace('composer');
            })
          }
        >
          {text.lists.queue.takeNext}
        </RelayButton>
      </header>
      {queue.length === 0 ? (
        <p className="empty" data-place="queue" tabIndex={-1}>
          {text.lists.queue.empty}
        </p>
      ) : (
        <VirtualList
          items={items}
          keyOf={keyOf}
          heightOf={heightOf}
          isHeading={isHeading}
          render={render}
          label={text.lists.queue.title}
          place="queue"
          steady
          below={newcomersBelow}
        />
      )}
    </section>
  );
}
