import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { WAITS_FOR_RELAY } from '../components/RelayButton.tsx';
import { useClock, useDesk, useText, useView } from './provider.ts';

/** A wire that is back sooner is nothing to speak of, in milliseconds. */
const LASTING = 2_000;

/** Says, while the relay is out of reach, what is safe and when the desk tries again. */
export function ConnectionBand() {
  const text = useText().shell.connection;
  const desk = useDesk();
  const connection = useView((view) => view.state?.connection ?? 'offline');
  const retryAt = useView((view) => view.state?.retryAt ?? null);
  const offset = useView((view) => view.state?.clockOffset ?? 0);
  const seconds = useClock((now) =>
    retryAt === null ? null : Math.max(0, Math.ceil((retryAt - (now - offset)) / 1000)),
  );
  return (
    <>
      <Spoken online={connection === 'online'} />
      {connection !== 'online' && (
        <section className="connection-band" aria-label={text.label}>
          <CloudOff size={16} />
          <p>
            <strong>{text[connection]}</strong> – {text.explain}{' '}
            <span id={WAITS_FOR_RELAY}>{text.waits}</span>
          </p>
          {seconds !== null && seconds > 0 && <span className="quiet">{text.retryIn(seconds)}</span>}
          <button type="button" className="button small" onClick={desk.reconnect}>
            {text.retryNow}
          </button>
        </section>
      )}
    </>
  );
}

/** Read out once when the connection is gone for a moment, and once when it is back: each try is for the eye alone. */
function Spoken({ online }: { readonly online: boolean }) {
  const text = useText().shell.connection;
  const [lost, setLost] = useState<boolean | null>(null);
  useEffect(() => {
    if (online) {
      setLost((before) => (before === null ? null : false));
      return undefined;
    }
    const timer = setTimeout(() => setLost(true), LASTING);
    return () => clearTimeout(timer);
  }, [online]);
  return (
    <p className="hidden" role="status">
      {lost === true && `${text.offline}. ${text.explain}`}
      {lost === false && text.back}
    </p>
  );
}
