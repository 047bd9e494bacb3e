import { CloudOff } from 'lucide-react';
import { useOnline, useText } from '../views/provider.ts';

/** In a dialog whose act is decided with the relay: why it cannot be done now, and that nothing written here is lost. */
export function OfflineNote() {
  const { connection: text } = useText().shell;
  const online = useOnline();
  return (
    <div className="offline-note" role="status">
      {!online && (
        <p>
          <CloudOff size={16} />
          <span>
            <strong>{text.offline}</strong> – {text.dialog}
          </span>
        </p>
      )}
    </div>
  );
}
