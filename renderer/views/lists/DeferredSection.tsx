import { Mail, MailCheck, MailWarning, MailX, PenLine } from 'lucide-react';
import { memo } from 'react';
import { cameBackTo, type Head } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useWhileHeld } from '../../components/useSteadyOrder.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import { deferredOf } from '../../stores/heads.ts';
import { LATE } from '../../stores/thresholds.ts';
import { focusPlace } from '../focus.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { CameBackCount, MailState } from './MailState.tsx';
import { LIST_ROW, rowsOf } from './measures.ts';
import { RowMarks } from './RowMarks.tsx';

/** Rows on screen before the list scrolls: queue and conversations keep their place. */
const SHOWN = 4;
const idOf = (head: Head) => head.conversation;
const heightOf = () => LIST_ROW;

/** Whose task it is; one that is nobody's has a button to take it. */
function Owner({ head }: { readonly head: Head }) {
  const { deferred } = useText();
  const self = useSelf();
  if (head.holder === null) return null;
  const mine = head.holder.officer === self.officer;
  return <span className="row-owner">{mine ? deferred.mine : deferred.heldBy(head.holder.alias)}</span>;
}

/** How the answer stands when there is one, and what it is about. */
function SecondLine({ head }: { readonly head: Head }) {
  const mail = head.deferral?.mail ?? null;
  return (
    <span className="row-subject">
      <MailState head={head} />
      <span>
        {mail !== null && '· '}
        <SubjectText subject={head.subject} />
      </span>
    </span>
  );
}

function MailIcon({ head }: { readonly head: Head }) {
  switch (head.deferral?.mail?.state) {
    case undefined:
      return <Mail size={14} />;
    case 'queued':
    case 'accepted':
      return <MailCheck size={14} />;
    case 'abandoned':
      return <MailWarning size={14} />;
    default:
      return <MailX size={14} />;
  }
}

/** In nobody's hands, and its answer, which came back, is this officer's: they know best what to do. */
function OwnAnswer({ head }: { readonly head: Head }) {
  const { deferred } = useText();
  const self = useSelf();
  if (head.holder !== null || cameBackTo(head) !== self.officer) return null;
  return (
    <span className="mark own-answer" title={deferred.yours}>
      <PenLine size={14} />
      <span className="hidden">{deferred.yours}</span>
    </span>
  );
}

const DeferredRow = memo(function DeferredRow({ head }: { readonly head: Head }) {
  const { deferred, lists } = useText();
  const desk = useDesk();
  const { busy, run } = useBusy();
  const selected = useView(({ selection }) => selection.current === head.conversation);
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
          <span className="mark" title={deferred.mark}>
            <MailIcon head={head} />
          </span>
          <strong className="reference">{head.reference}</strong>
          <RowMarks head={head} />
          <OwnAnswer head={head} />
          <Owner head={head} />
          <span className="row-time">
            <span className="hidden">{deferred.age} </span>
            <Elapsed since={head.deferral?.askedAt ?? head.openedAt} lateAfter={LATE.deferred} />
          </span>
        </span>
        <SecondLine head={head} />
      </button>
      {head.status === 'deferred' && (
        <RelayButton
          className="button small row-take"
          aria-label={lists.queue.takeNamed(head.reference)}
          disabled={busy}
          onClick={() =>
            run(async () => {
              if (await desk.take(head.conversation)) focusPlace('composer');
            })
          }
        >
          {lists.queue.take}
        </RelayButton>
      )}
    </div>
  );
});

const render = (head: Head) => <DeferredRow head={head} />;

/** Tasks that nobody waits for on a page: answers owed by e-mail, with their age and their owner. */
export function DeferredSection() {
  const { deferred } = useText();
  const self = useSelf();
  const tasks = useView((view) => deferredOf(view.heads.open, self.officer));
  const noMail = useView((view) => view.state?.mail === false);
  // The first one comes where there was no list: it has its row at once.
  const rows = Math.min(Math.max(useWhileHeld(tasks.length), 1), SHOWN);
  // Without a mail server there is nothing to list, and one sentence says why.
  if (tasks.length === 0 && !noMail) return null;
  return (
    <section className="list-section deferred-section" aria-labelledby="deferred-title">
      <header className="list-head">
        <h2 id="deferred-title">
          {deferred.title}{' '}
          <span className="count">
            <span aria-hidden="true">{tasks.length}</span>
            <span className="hidden">{deferred.count(tasks.length)}</span>
          </span>{' '}
          <CameBackCount heads={tasks} />
        </h2>
      </header>
      {noMail && <p className="deferred-why">{deferred.noMail}</p>}
      {tasks.length > 0 && (
        <div className="deferred-rows" style={rowsOf(rows)}>
          <VirtualList
            items={tasks}
            keyOf={idOf}
            heightOf={heightOf}
            render={render}
            label={deferred.title}
            place="deferred"
            steady
          />
        </div>
      )}
    </section>
  );
}
