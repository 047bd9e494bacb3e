import { Siren } from 'lucide-react';
import { useState } from 'react';
import type { Command } from '../../../protocol/desk-channel.ts';
import { EMERGENCY_ACTIONS, type EmergencyAction } from '../../../protocol/entry.ts';
import type { Head } from '../../../protocol/head.ts';
import { type Language, writtenFor } from '../../../protocol/language.ts';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { CATALOGUES } from '../../i18n/languages.ts';
import { LanguageNote } from '../composer/LanguageNote.tsx';
import { useDesk, useLanguage, useSelf, useText, useView } from '../provider.ts';
import { writeBelow } from './writeBelow.ts';

/**
 * The operator's words, or the desk's own where the relay gave none. What is said is in the citizen's language, or in
 * the one that stands in for it.
 */
function useWords(spoken: Language): {
  readonly lines: readonly string[];
  readonly procedure: readonly string[];
} {
  const language = useLanguage();
  const content = useView((view) => view.content?.emergency);
  const own = CATALOGUES[spoken].conversation.emergency.lines;
  const { procedure } = CATALOGUES[language].conversation.emergency;
  if (content === undefined) return { lines: own, procedure };
  return {
    lines: spoken === 'fr' ? content.firstFr : content.firstEn,
    procedure: language === 'fr' ? content.procedureFr : content.procedureEn,
  };
}

/** What to say first, in the citizen's language, and the acknowledgement that stops the alarm. */
export function EmergencyPanel({ head }: { readonly head: Head }) {
  const text = useText();
  const { emergency } = text.conversation;
  const { lines, procedure } = useWords(writtenFor(head.language));
  const [done, setDone] = useState<EmergencyAction | ''>('');
  const [inserted, setInserted] = useState(false);
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const { conversation } = head;
  const mine = head.holder?.officer === self.officer;
  const mayInsert = mine && head.left === null;
  // One button stands out, the one whose turn it is: first what is said to the person, then what was done.
  const toSay = mayInsert && !inserted && done === '';

  const acknowledgement: Command = {
    kind: 'acknowledge-emergency',
    conversation,
    ...(done === '' ? {} : { done }),
  };

  function insert(): void {
    writeBelow(desk, conversation, lines);
    setInserted(true);
  }

  return (
    <section className="emergency-panel" aria-label={emergency.title}>
      <Siren size={20} />
      <div>
        <h3>{emergency.title}</h3>
        <LanguageNote head={head} />
        <ol lang={writtenFor(head.language)}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <h3>{emergency.procedureTitle}</h3>
        <ul>
          {procedure.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className="emergency-actions">
        {mayInsert && (
          <button
            type="button"
            className={toSay ? 'button emergency small' : 'button small'}
            onClick={insert}
          >
            {emergency.insert}
          </button>
        )}
        {head.status === 'waiting' && self.role !== 'supervisor' ? (
          <RelayButton
            className="button emergency small"
            disabled={busy}
            onClick={() => run(() => desk.take(conversation))}
          >
            {emergency.takeFirst}
          </RelayButton>
        ) : (
          (mine || self.role === 'supervisor') && (
            <>
              <select
                aria-label={emergency.doneTitle}
                value={done}
                onChange={(event) =>
                  setDone(EMERGENCY_ACTIONS.find((action) => action === event.target.value) ?? '')
                }
              >
                <option value="">{emergency.doneTitle}</option>
                {EMERGENCY_ACTIONS.map((action) => (
                  <option key={action} value={action}>
                    {text.emergencyActions[action]}
                  </option>
                ))}
              </select>
              <RelayButton
                className={toSay ? 'button small' : 'button emergency small'}
                disabled={busy}
                onClick={() => run(() => desk.run(acknowledgement))}
              >
                {emergency.acknowledge}
              </RelayButton>
            </>
          )
        )}
      </div>
    </section>
  );
}
