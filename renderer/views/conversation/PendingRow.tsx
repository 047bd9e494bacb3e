import { Clock, CloudOff, Paperclip, RotateCcw, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../../protocol/ipc.ts';
import { fallbackFor } from '../../../protocol/link-health.ts';
import type { Platform } from '../../../protocol/platform.ts';
import type { Station } from '../../../protocol/station.ts';
import { useBusy } from '../../components/useBusy.ts';
import { whyRefused } from '../../i18n/why-refused.ts';
import { platformName } from '../../search/content.ts';
import { useDesk, useLanguage, useText, useView } from '../provider.ts';
import { PlatformCard } from './PlatformCard.tsx';
import { StationCard } from './StationCard.tsx';

/** The card of a station on its way: what this desk knows of it now, or its id until it is known. */
function PendingStation({ id }: { readonly id: string }) {
  const desk = useDesk();
  const directory = useView((view) => view.stations);
  const [station, setStation] = useState<Station | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another directory may know it, or know it otherwise.
  useEffect(() => {
    let current = true;
    void desk.knownStation(id).then((found) => {
      if (current) setStation(found);
    });
    return () => {
      current = false;
    };
  }, [desk, id, directory]);
  return station === null ? <div className="bubble">{id}</div> : <StationCard station={station} />;
}

function PendingContent({ item }: { readonly item: OutboxItem }) {
  const { command } = item;
  const { personal } = useText();
  const id = command.kind === 'redirection' ? command.platform : null;
  const platform = useView(
    (view): Platform | null => view.content?.platforms.find((other) => other.id === id) ?? null,
  );
  if (command.kind === 'message' || command.kind === 'note' || command.kind === 'email')
    return <div className="bubble">{command.text}</div>;
  if (command.kind === 'reveal')
    return <p className="system">{personal.revealing(personal.names[command.item])}</p>;
  if (command.kind === 'station') return <PendingStation id={command.station} />;
  return platform === null ? <div className="bubble">{id}</div> : <PlatformCard platform={platform} />;
}

/** The card to send in the place of one whose link the relay found dead or altered. */
function Replacement({ item }: { readonly item: OutboxItem }) {
  const { conversation: text } = useText();
  const language = useLanguage();
  const desk = useDesk();
  const content = useView((view) => view.content);
  const { busy, run } = useBusy();
  const { command, conversation } = item;
  const id = command.kind === 'redirection' ? command.platform : null;
  const platform = content?.platforms.find((other) => other.id === id);
  const instead = content === null || platform === undefined ? null : fallbackFor(content, platform);
  if (instead === null) return null;
  return (
    <button
      type="button"
      className="button small"
      disabled={busy}
      onClick={() => run(() => desk.sendInstead(item.id, conversation, instead.id))}
    >
      <Paperclip size={14} />
      {text.state.instead(platformName(instead, language))}
    </button>
  );
}

/** Written here, not yet in the journal: sending, waiting for the connection, or refused with what to do. */
export function PendingRow({ item }: { readonly item: OutboxItem }) {
  const catalogue = useText();
  const { conversation: text, personal } = catalogue;
  const desk = useDesk();
  const online = useView((view) => view.state?.connection === 'online');
  const note = item.command.kind === 'note' ? ' note-pending' : '';
  if (item.command.kind === 'reveal' && item.state === 'sending') {
    return <p className="system">{personal.revealing(personal.names[item.command.item])}</p>;
  }
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
          <strong>{text.state.refused}</strong> –{' '}
          {item.code === null ? '' : whyRefused(item.code, item.command.kind, catalogue)}
        </span>
        {item.code === 'link-blocked' ? (
          <Replacement item={item} />
        ) : (
          <button type="button" className="button small" onClick={() => desk.retry(item.id)}>
            <RotateCcw size={14} />
            {text.state.retry}
          </button>
        )}
        <button type="button" className="button small" onClick={() => desk.drop(item.id)}>
          <X size={14} />
          {text.state.drop}
        </button>
      </div>
    </article>
  );
}
