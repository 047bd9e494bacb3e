import { BellOff } from 'lucide-react';
import { useDesk, useText, useView } from './provider.ts';

/** Says that the relay made this officer away, why, and the one thing to do about it. */
export function MissedOffersBand() {
  const { missed: text } = useText().colleagues;
  const desk = useDesk();
  const missed = useView(({ state }) => state?.presence === 'away' && state.presenceWhy === 'missed-offers');
  if (!missed) return null;
  return (
    <section className="connection-band" aria-label={text.region}>
      <BellOff size={16} />
      <p role="alert">{text.sentence}</p>
      <button type="button" className="button small" onClick={() => desk.setPresence('available')}>
        {text.back}
      </button>
    </section>
  );
}
