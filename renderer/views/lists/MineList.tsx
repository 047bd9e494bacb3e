import { PauseCircle, PenLine } from 'lucide-react';
import { memo } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { EMPTY_COMPOSER } from '../../stores/drafts.ts';
import { hasUnread } from '../../stores/heads.ts';
import { unreadCount } from '../../stores/journals.ts';
import { hasRefused } from '../../stores/outbox.ts';
import { LATE } from '../../stores/thresholds.ts';
import { focusPlace } from '../focus.ts';
import { useClock, useDesk, useSelf, useText, useView } from '../provider.ts';
import { LIST_ROW } from './measures.ts';
import { RowMarks } from './RowMarks.tsx';

const idOf = (head: Head) => head.conversation;
const heightOf = () => LIST_ROW;

function Unread({ head }: { readonly head: Head }) {
  const { mine } = useText().lists;
  const count = useView((view) =>
    hasUnread(head) ? unreadCount(view.journals.get(head.conversation), head.officerRead) : 0,
  );
  const given = useView((view) => view.given.has(head.conversation));
  // Read by whoever had it before, and new all the same: the mark beside it says so in words.
  if (count === 0 && given) {
    return (
      <span className="unread" aria-hidden="true">
        •
      </span>
    );
  }
  if (count === 0) return null;
  return (
    <span className="unread">
      <span aria-hidden="true">{count ?? '•'}</span>
      <span className="hidden">{count === null ? mine.unreadSome : mine.unread(count)}</span>
    </span>
  );
}

/** The second line: the subject, then what this row is waiting for. */
function SecondLine({ head }: { readonly head: Head }) {
  const { lists, colleagues } = useText();
  const self = useSelf();
  const draft = useView(({ drafts }) => {
    const { message, note, dialogs } = drafts.get(head.conversation) ?? EMPTY_COMPOSER;
    return message !== '' || note !== '' || dialogs !== null;
  });
  const refused = useView((view) => hasRefused(view.outbox, head.conversation));
  const until = useView((view) => view.typing.get(head.conversation) ?? 0);
  const offset = useView((view) => view.state?.clockOffset ?? 0);
  const typing = useClock((now) => until > now - offset);
  return (
    <span className="row-subject">
      {head.status === 'parked' && (
        <>
          <PauseCircle size={14} />
          <span className="hidden">{lists.states.parked} </span>
        </>
      )}
      {refused && <span className="row-problem">{lists.mine.refused} · </span>}
      {head.holder !== null && head.holder.officer !== self.officer && (
        <strong className="for-group">{colleagues.consult.row(head.holder.alias)} · </strong>
      )}
      {typing ? (
        <em>{lists.mine.typing}</em>
      ) : (
        <span>
          {/* For the eye: the mark beside the reference says it. */}
          {head.left !== null && <span aria-hidden="true">{lists.left[head.left]} · </span>}
          <SubjectText subject={head.subject} />
        </span>
      )}
      {draft && (
        <span className="row-draft">
          <PenLine size={14} />
          <span className="hidden">{lists.mine.draft}</span>
        </span>
      )}
    </span>
  );
}

const MineRow = memo(function MineRow({ head }: { readonly head: Head }) {
  const text = useText();
  const desk = useDesk();
  const selected = useView(({ selection }) => selection.current === head.conversation);
  const given = useView((view) => view.given.has(head.conversation));
  const unread = hasUnread(head) || given;
  return (
    <div
      className={head.emergency === 'flagged' ? 'row urgent' : 'row'}
      data-selected={selected}
      data-unread={unread}
      data-state={head.status}
    >
      <button
        type="button"
        className="row-main"
        data-row-main=""
        aria-current={selected}
        onClick={() => {
          desk.select(head.conversation);
          focusPlace('composer');
        }}
      >
        <span className="row-line">
          <strong className="reference">{head.reference}</strong>
          <RowMarks head={head} />
          <Unread head={head} />
          <span className="row-time">
            {head.unansweredSince !== null && (
              <>
                <span className="hidden">{text.lists.mine.unanswered('')}</span>
                <Elapsed since={head.unansweredSince} lateAfter={LATE.unanswered} />
              </>
            )}
          </span>
        </span>
        <SecondLine head={head} />
      </button>
    </div>
  );
});

const render = (head: Head) => <MineRow head={head} />;

/** What I hold, the most owed first. */
export function MineList({ held }: { readonly held: readonly Head[] }) {
  const { lists } = useText();
  if (held.length === 0) {
    return (
      <p className="empty" data-place="mine" tabIndex={-1}>
        {lists.mine.empty}
      </p>
    );
  }
  return (
    <VirtualList
      items={held}
      keyOf={idOf}
      heightOf={heightOf}
      render={render}
      label={lists.mine.title}
      place="mine"
      steady
    />
  );
}
