import { ExternalLink, Globe, Phone } from 'lucide-react';
import type { Language } from '../../../protocol/language.ts';
import { type Platform, platformAudience, platformHours } from '../../../protocol/platform.ts';
import { platformDomain, platformName, platformPurpose } from '../../search/content.ts';
import { useDesk, useLanguage, useText } from '../provider.ts';

/** What a platform is, for whom and when, in a language. */
export function PlatformFacts({
  platform,
  language,
}: {
  readonly platform: Platform;
  readonly language: Language;
}) {
  const text = useText();
  const whom = [platformHours(platform, language), platformAudience(platform, language)].filter(
    (told) => told.text !== '',
  );
  return (
    <>
      <p className="card-kind">
        {text.composer.kinds[platform.kind]}
        {platform.checked === 'unverified' && (
          <span className="unverified">{text.conversation.card.unverified}</span>
        )}
      </p>
      <p className="card-name">{platformName(platform, language)}</p>
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
    </>
  );
}

/** A redirection as the citizen was shown it: name, purpose, where it leads. Main opens it, never this window. */
export function PlatformCard({ platform }: { readonly platform: Platform }) {
  const text = useText();
  const language = useLanguage();
  const desk = useDesk();
  const domain = platformDomain(platform);
  return (
    <div className="card">
      <PlatformFacts platform={platform} language={language} />
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
            aria-label={text.conversation.card.openNamed(platformName(platform, language))}
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
