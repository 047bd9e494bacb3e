import { PanelRight } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { SubjectText } from '../../components/SubjectText.tsx';
import { shortDuration } from '../../format/time.ts';
import { requestState } from '../../stores/requests.ts';
import { showContext, useContextOpen } from '../contextColumn.ts';
import { RowMarks } from '../lists/RowMarks.tsx';
import { useDesk, useLanguage, useSelf, useText, useView } from '../provider.ts';
import { FocusBar } from './FocusBar.tsx';

function Holder({ head }: { readonly head: Head }) {
  const { conversation: text } = useText();
  const self = useSelf();
  if (head.holder === null) return head.status === 'closed' ? null : <span>{text.notHeld}</span>;
  if (head.holder.officer === self.officer) return <span>{text.heldByMe}</span>;
  const { rank, alias } = head.holder;
  return (
    <span className="holder" title={text.heldBy(`${rank} ${alias}`)}>
      <span className="holder-rank">{text.heldBy(rank)}</span> <span>{alias}</span>
    </span>
  );
}

/** Whether the citizen is there. A desk without connection does not know, and says nothing rather than what it knew. */
function Whereabouts({ head }: { readonly head: Head }) {
  const { lists } = useText();
  const connected = useView((view) => view.state?.connection === 'online');
  if (head.left !== null) return <span className="citizen">{lists.left[head.left]}</span>;
  if (!connected) return null;
  return head.citizenOnline ? (
    <span className="citizen online">{lists.citizen.online}</span>
  ) : (
    <span className="citizen">{lists.citizen.offline}</span>
  );
}

/** Which conversation this is: its reference first, so that it cannot be taken for another. */
export function Header({ head }: { readonly head: Head }) {
  const { conversation: text, lists, requests, silence } = useText();
  const language = useLanguage();
  const desk = useDesk();
  const contextOpen = useContextOpen();
  const focused = useView(({ settings }) => settings.focusView === true);
  const toggle = contextOpen ? text.context.hide : text.context.show;
  return (
    <header className="conversation-head">
      <h2>
        <span className="reference">{head.reference}</span>
        <span className="conversation-subject">
          <SubjectText subject={head.subject} />
        </span>
      </h2>
      <div className="conversation-facts">
        <span className={`state ${head.status}`}>
          {head.form === undefined ? lists.states[head.status] : requests.states[requestState(head)]}
        </span>
        <RowMarks head={head} />
        {head.silent && <strong className="silent-badge">{silence.badge}</strong>}
        {head.status !== 'closed' && head.form === undefined && <Whereabouts head={head} />}
        <span className="facts-holder">
          <Holder head={head} />
        </span>
        <span className="facts-elapsed">
          <span className="hidden">{text.elapsed} </span>
          {head.closedAt === null ? (
            <Elapsed since={head.openedAt} seconds />
          ) : (
            shortDuration(head.closedAt - head.openedAt, language)
          )}
        </span>
      </div>
      <div className="conversation-tools">
        <FocusBar />
        {!focused && (
          <button
            type="button"
            className="icon-button context-toggle"
            aria-label={toggle}
            title={`${toggle} (Alt+X)`}
            aria-expanded={contextOpen}
            aria-keyshortcuts="Alt+X"
            onClick={() => showContext(desk)}
          >
            <PanelRight size={18} />
          </button>
        )}
      </div>
    </header>
  );
}
