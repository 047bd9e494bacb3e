import { ExternalLink, Globe, Phone } from 'lucide-react';
import { type Platform, platformAudience, platformHours } from '../../../protocol/platform.ts';
import { platformDomain, platformName, platformPurpose } from '../../search/content.ts';
import { useDesk, useLanguage, useText } from '../provider.ts';

/** A redirection as the citizen was shown it: name, purpose, where it leads. Main opens it, never this window. */
export function PlatformCard({ platform }: { readonly platform: Platform }) {
  const text = useText();
  const language = useLanguage();
  const desk = useDesk();
  const name = platformName(platform, language);
  const domain = platformDomain(platform);
  const whom = [platformHours(platform, language), platformAudience(platform, language)].filter(
    (told) => told.text !== '',
  );
  return (
    <div className="card">
      <p className="card-kind">
        {text.composer.kinds[platform.kind]}
        {platform.checked === 'unverified' && (
          <span className="unverified">{text.conversation.card.unverified}</span>
        )}
      </p>
      <p className="card-name">{name}</p>
      <p className="card-purpose">{platformPurpose(platform, language)}</p>
      {whom.length > 0 && (
        <p className="card-whom">
          {whom.map((told) => (
            <span key={told.text} lang={told.language}>
              {told.text}
            </span>
          ))}
        </p>
      )}
      <p className="card-facts">
        {platform.phone !== null && (
          <span>
            <Phone size={14} /> {platform.phone}
          </span>
        )}
        {domain !== null && (
          <span>
            <Globe size={14} /> {domain}
          </span>
        )}
        {domain !== null && (
          <button
            type="button"
            className="button small"
            aria-label={text.conversation.card.openNamed(name)}
            onClick={() => desk.openPlatform(platform.id)}
          >
            <ExternalLink size={14} />
            {text.conversation.card.open}
          </button>
        )}
      </p>
    </div>
  );
}
