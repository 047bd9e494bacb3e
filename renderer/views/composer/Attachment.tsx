import { Paperclip, X } from 'lucide-react';
import type { Platform } from '../../../protocol/platform.ts';
import { platformDomain, platformName } from '../../search/content.ts';
import { useLanguage, useText, useView } from '../provider.ts';

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
      <button type="button" className="icon-button" aria-label={text.detach} onClick={onDetach}>
        <X size={14} />
      </button>
    </p>
  );
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
  const platforms = useView((view) => view.content?.platforms);
  const known = ids.flatMap((id) => platforms?.find((platform) => platform.id === id) ?? []);
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
