import { Siren } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useSelf, useText } from '../provider.ts';
import { mayChange } from './rights.ts';

/** Where a flagged emergency stands. */
export function EmergencySection({ head }: { readonly head: Head }) {
  const { emergency: text } = useText().context;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  if (head.emergency === 'none') return null;
  return (
    <section className={head.emergency === 'flagged' ? 'urgent' : ''}>
      <h3>
        <Siren size={14} /> {text.title}
      </h3>
      <p>{text[head.emergency]}</p>
      {head.emergency === 'flagged' && mayChange(head, self) && (
        <button
          type="button"
          className="button emergency"
          disabled={busy}
          onClick={() =>
            run(() => desk.run({ kind: 'acknowledge-emergency', conversation: head.conversation }))
          }
        >
          {text.acknowledge}
        </button>
      )}
    </section>
  );
}
