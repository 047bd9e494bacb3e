import { Paperclip, X } from 'lucide-react';
import type { Content } from '../../../protocol/desk-channel.ts';
import { fallbackFor, isBlocked } from '../../../protocol/link-health.ts';
import type { Platform } from '../../../protocol/platform.ts';
import { type Station, stationTown } from '../../../protocol/station.ts';
import { platformDomain, platformName } from '../../search/content.ts';
import { useLanguage, useText, useView } from '../provider.ts';
import { LinkMark } from './LinkState.tsx';
import { StationMarks } from './StationViews.tsx';

/** The card that leaves with the text. */
export function Attachment({
  platform,
  onDetach,
}: {
  readonly platform: Platform;
  readonly onDetach: () => void;
}) {
  const { composer: text } = useText();
  const language = useLanguage();
  const where = platform.phone ?? platformDomain(platform);
  return (
    <p className="attachment">
      <Paperclip size={14} />
      <span>
        {text.attached(platformName(platform, language))}
        {where !== null && ` (${where})`}
      </span>
      {platform.checked === 'unverified' && <span className="unverified">{text.picker.unverified}</span>}
      <LinkMark platform={platform} />
      <button type="button" className="icon-button" aria-label={text.detach} onClick={onDetach}>
        <X size={14} />
      </button>
    </p>
  );
}

/** The address that leaves with the text. */
export function StationAttachment({
  station,
  onDetach,
}: {
  readonly station: Station;
  readonly onDetach: () => void;
}) {
  const { composer: text } = useText();
  return (
    <p className="attachment">
      <Paperclip size={14} />
      <span>
        {text.attached(station.name)} ({stationTown(station)})
      </span>
      <StationMarks station={station} />
      <button type="button" className="icon-button" aria-label={text.detach} onClick={onDetach}>
        <X size={14} />
      </button>
    </p>
  );
}

/** These cards, each blocked one replaced by its fallback; none twice. */
function sendable(content: Content, ids: readonly string[]): readonly Platform[] {
  const cards = ids.flatMap((id) => {
    const platform = content.platforms.find((one) => one.id === id);
    if (platform === undefined) return [];
    return (isBlocked(content, platform) ? fallbackFor(content, platform) : platform) ?? [];
  });
  return [...new Set(cards)];
}

/** Cards worth sending with the canned response just put in. */
export function Suggestions({
  ids,
  onAttach,
}: {
  readonly ids: readonly string[];
  readonly onAttach: (id: string) => void;
}) {
  const { composer: text } = useText();
  const language = useLanguage();
  const content = useView((view) => view.content);
  const known = content === null ? [] : sendable(content, ids);
  if (known.length === 0) return null;
  return (
    <fieldset className="suggestions">
      <legend className="hidden">{text.suggested}</legend>
      {known.map((platform) => (
        <button
          key={platform.id}
          type="button"
          className="button small"
          onClick={() => onAttach(platform.id)}
        >
          <Paperclip size={14} />
          {text.join(platformName(platform, language))}
        </button>
      ))}
    </fieldset>
  );
}
