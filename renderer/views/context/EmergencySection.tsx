import { Siren } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { useText } from '../provider.ts';

/** Where an emergency stands. It is acknowledged in one place, where what was done is said with it: above the journal. */
export function EmergencySection({ head }: { readonly head: Head }) {
  const { emergency: text } = useText().context;
  if (head.emergency === 'none') return null;
  return (
    <section className={head.emergency === 'flagged' ? 'urgent' : ''}>
      <h3>
        <Siren size={14} /> {text.title}
      </h3>
      <p>{text[head.emergency]}</p>
    </section>
  );
}
