import { Megaphone } from 'lucide-react';
import { announced } from '../../protocol/announcement.ts';
import { shortStamp } from '../format/time.ts';
import { useLanguage, useText, useView } from './provider.ts';

/** What the service announces to everybody: officers see what citizens see, and until when. */
export function AnnouncementBand() {
  const text = useText().shell.announcement;
  const language = useLanguage();
  const announcement = useView((view) => view.state?.announcement ?? null);
  return (
    <div role="status" aria-label={text.label}>
      {announcement !== null && (
        <p className="connection-band announcement-band">
          <Megaphone size={16} />
          <span>
            <strong>{text.label}</strong> – {announced(announcement, language)}
          </span>
          <span className="quiet">{text.until(shortStamp(announcement.until, language))}</span>
        </p>
      )}
    </div>
  );
}
