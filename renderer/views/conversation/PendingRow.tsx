import { Clock, CloudOff, RotateCcw, TriangleAlert, X } from 'lucide-react';
import type { OutboxItem } from '../../../protocol/ipc.ts';
import type { Platform } from '../../../protocol/platform.ts';
import { useDesk, useText, useView } from '../provider.ts';
import { PlatformCard } from './PlatformCard.tsx';

function PendingContent({ item }: { readonly item: OutboxItem }) {
  const { command } = item;
  const id = command.kind === 'redirection' ? command.platform : null;
  const platform = useView(
    (view): Platform | null => view.content?.platforms.find((other) => other.id === id) ?? null,
  );
  if (command.kind === 'message' || command.kind === 'note')
    return <div className="bubble">{command.text}</div>;
  return platform === null ? <div className="bubble">{id}</div> : <PlatformCard platform={platform} />;
}

/** Written here, not yet in the journal: sending, waiting for the connection, or refused with what to do. */
export function PendingRow({ item }: { readonly item: OutboxItem }) {
  const { conversation: text, refusals } = useText();
  const desk = useDesk();
  const online = useView((view) => view.state?.connection === 'online');
  const note = item.command.kind === 'note' ? ' note-pending' : '';
  if (item.state === 'sending') {
    return (
      <article className={`message officer pending${note}`}>
        <PendingContent item={item} />
        <p className="message-state">
          {online ? <Clock size={14} /> : <CloudOff size={14} />}
          {online ? text.state.sending : text.state.offline}
        </p>
      </article>
    );
  }
  return (
    <article className={`message officer refused${note}`}>
      <PendingContent item={item} />
      <div className="message-state problem-line">
        <TriangleAlert size={14} />
        <span>
          <strong>{text.state.refused}</strong> – {item.code === null ? '' : refusals[item.code]}
        </span>
        <button type="button" className="button small" onClick={() => desk.retry(item.id)}>
          <RotateCcw size={14} />
          {text.state.retry}
        </button>
        <button type="button" className="button small" onClick={() => desk.drop(item.id)}>
          <X size={14} />
          {text.state.drop}
        </button>
      </div>
    </article>
  );
}
