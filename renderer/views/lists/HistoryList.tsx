import { memo, useEffect } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { SubjectText } from '../../components/SubjectText.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { shortStamp } from '../../format/time.ts';
import { historyOf } from '../../stores/heads.ts';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';
import { LIST_ROW } from './measures.ts';

const idOf = (head: Head) => head.conversation;
const heightOf = () => LIST_ROW;

const HistoryRow = memo(function HistoryRow({ head }: { readonly head: Head }) {
  const text = useText();
  const language = useLanguage();
  const desk = useDesk();
  const selected = useView(({ selection }) => selection.current === head.conversation);
  const stamp = shortStamp(head.closedAt ?? head.openedAt, language);
  return (
    <div className="row" data-selected={selected}>
      <button
        type="button"
        className="row-main"
        data-row-main=""
        aria-current={selected}
        onClick={() => desk.select(head.conversation)}
      >
        <span className="row-line">
          <strong className="reference">{head.reference}</strong>
          <span className="row-time">
            <span aria-hidden="true">{stamp}</span>
            <span className="hidden">{text.lists.history.closedAt(stamp)}</span>
          </span>
        </span>
        <span className="row-subject">
          {head.disposition !== null && `${text.dispositions[head.disposition].name} · `}
          <SubjectText subject={head.subject} />
        </span>
      </button>
    </div>
  );
});

const render = (head: Head) => <HistoryRow head={head} />;

/** Closed conversations, from the cache: readable off line too. More are read as the list is scrolled. */
export function HistoryList() {
  const { lists } = useText();
  const desk = useDesk();
  const closed = useView((view) => historyOf(view.heads.closed));
  const { loadHistory } = desk;
  useEffect(() => void loadHistory(), [loadHistory]);
  if (closed.length === 0) {
    return (
      <p className="empty" data-place="mine" tabIndex={-1}>
        {lists.history.empty}
      </p>
    );
  }
  return (
    <VirtualList
      items={closed}
      keyOf={idOf}
      heightOf={heightOf}
      render={render}
      label={lists.history.title}
      place="mine"
      onEnd={loadHistory}
    />
  );
}
