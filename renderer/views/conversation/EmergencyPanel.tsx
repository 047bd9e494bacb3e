import { Siren } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { useBusy } from '../../components/useBusy.ts';
import { CATALOGUES } from '../../i18n/languages.ts';
import { EMPTY_COMPOSER } from '../../stores/drafts.ts';
import { focusPlace } from '../focus.ts';
import { useDesk, useSelf, useText } from '../provider.ts';

/** What to say first, in the citizen's language, and the acknowledgement that stops the alarm. */
export function EmergencyPanel({ head }: { readonly head: Head }) {
  const text = useText();
  const { emergency } = text.conversation;
  const { lines } = CATALOGUES[head.language].conversation.emergency;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const { conversation } = head;
  const mine = head.holder?.officer === self.officer;

  function insert(): void {
    const draft = desk.store.getState().drafts.get(conversation) ?? EMPTY_COMPOSER;
    desk.setMode(conversation, 'message');
    desk.type(conversation, [draft.message, ...lines].filter((line) => line !== '').join('\n'));
    focusPlace('composer');
  }

  return (
    <section className="emergency-panel" aria-label={emergency.title}>
      <Siren size={20} />
      <div>
        <h3>{emergency.title}</h3>
        <ol lang={head.language}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
      <div className="emergency-actions">
        {mine && head.left === null && (
          <button type="button" className="button small" onClick={insert}>
            {emergency.insert}
          </button>
        )}
        {head.status === 'waiting' && self.role !== 'supervisor' ? (
          <button
            type="button"
            className="button emergency small"
            disabled={busy}
            onClick={() => run(() => desk.take(conversation))}
          >
            {emergency.takeFirst}
          </button>
        ) : (
          (mine || self.role === 'supervisor') && (
            <button
              type="button"
              className="button emergency small"
              disabled={busy}
              onClick={() => run(() => desk.run({ kind: 'acknowledge-emergency', conversation }))}
            >
              {emergency.acknowledge}
            </button>
          )
        )}
      </div>
    </section>
  );
}
