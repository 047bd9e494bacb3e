import { type Announcement, announced } from '../../protocol/announcement.ts';
import { type CitizenLanguage, writtenFor } from '../../protocol/language.ts';
import { type Html, html } from './html.ts';

/** What the service announces, before a page's content; null when nothing. The chat's page has the same. */
export function announcementBand(
  announcement: Announcement | undefined,
  language: CitizenLanguage,
  label: string,
): Html | null {
  if (announcement === undefined) return null;
  return html`<section class="notice notice-warning announcement" aria-label="${label}" lang="${writtenFor(language)}"><p>${announced(announcement, language)}</p></section>`;
}
