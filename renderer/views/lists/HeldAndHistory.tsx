import { useMemo } from 'react';
import { useWhileHeld } from '../../components/useSteadyOrder.ts';
import { consultedOf, hasUnread, heldBy, loadOf } from '../../stores/heads.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { HistoryList } from './HistoryList.tsx';
import { MineList } from './MineList.tsx';
import { rowsOf } from './measures.ts';

/** Conversations in sight at once on a station's screen, whatever else the column holds. */
const MOST = 10;

/** "My conversations" and the closed ones share a place: one of the two shows. */
export function HeldAndHistory() {
  const { lists } = useText();
  const self = useSelf();
  const desk = useDesk();
  const tab = useView(({ selection }) => selection.tab);
  const held = useView((view) => heldBy(view.heads.open, self.officer));
  // Answers by e-mail are tasks in a list of their own; they count in the load all the same. Requests of the site
  // stand apart too, and count in no load.
  const consulted = useView((view) => consultedOf(view.heads.open, self.officer));
  const chats = useMemo(
    () => [...held.filter(({ deferral, form }) => deferral == null && form === undefined), ...consulted],
    [held, consulted],
  );
  const count = useWhileHeld(chats.length);
  const given = useView((view) => view.given);
  const owed = held.filter(
    (head) => head.unansweredSince !== null || hasUnread(head) || given.has(head.conversation),
  ).length;
  const active = loadOf(held);
  return (
    <section
      className="list-section mine-section"
      data-few={tab === 'mine' && count <= MOST}
      style={rowsOf(tab === 'mine' ? count : MOST)}
      aria-labelledby="mine-title"
    >
      <header className="list-head">
        <h2 id="mine-title">
          {tab === 'mine' ? lists.mine.title : lists.history.title}
          {tab === 'mine' && (
            <span className={active >= self.capacity ? 'count full' : 'count'}>
              <span aria-hidden="true">{lists.mine.load(active, self.capacity)}</span>
              <span className="hidden">{lists.mine.loadSpoken(active, self.capacity)}</span>
            </span>
          )}
        </h2>
        <button
          type="button"
          className="button quiet-button small"
          onClick={() => desk.changeSelection({ tab: tab === 'mine' ? 'history' : 'mine' })}
        >
          {tab === 'mine' ? lists.history.title : lists.mine.title}
          {tab === 'history' && owed > 0 && (
            <span className="unread">
              <span aria-hidden="true">{owed}</span>
              <span className="hidden">{lists.mine.owed(owed)}</span>
            </span>
          )}
        </button>
      </header>
      {tab === 'mine' ? <MineList held={chats} /> : <HistoryList />}
    </section>
  );
}
