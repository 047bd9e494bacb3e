import type { JSX } from 'preact';
import { type Announcement, announced } from '../../../protocol/announcement.ts';
import { writtenFor } from '../../../protocol/language.ts';
import { usePage } from './context.ts';

/**
 * What the service announces to everybody. Its region is always there, so that screen readers hear what comes into
 * it while they are on the page.
 */
export function AnnouncementBand({
  announcement,
}: {
  readonly announcement: Announcement | null | undefined;
}): JSX.Element {
  const { language, texts } = usePage();
  return (
    <div role="status" aria-label={texts.service.announcement}>
      {announcement != null && (
        <p class="notice notice-warning announcement" lang={writtenFor(language)}>
          {announced(announcement, language)}
        </p>
      )}
    </div>
  );
}
