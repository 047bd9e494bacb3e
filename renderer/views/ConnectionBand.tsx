import { CloudOff } from 'lucide-react';
import { useClock, useDesk, useText, useView } from './provider.ts';

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
  if (connection === 'online') return null;
  return (
    <section className="connection-band" aria-label={text.label}>
      <CloudOff size={16} />
      <p role="status">
        <strong>{text[connection]}</strong> {text.explain}
      </p>
      {seconds !== null && seconds > 0 && <span className="quiet">{text.retryIn(seconds)}</span>}
      <button type="button" className="button small" onClick={desk.reconnect}>
        {text.retryNow}
      </button>
    </section>
  );
}
