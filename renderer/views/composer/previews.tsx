import type { CannedResponse, Filled } from '../../../protocol/canned.ts';
import type { Head } from '../../../protocol/head.ts';
import { writtenFor } from '../../../protocol/language.ts';
import { type Platform, platformAudience, platformHours } from '../../../protocol/platform.ts';
import { dayInWords } from '../../format/time.ts';
import { platformDomain, platformName, platformPurpose, responseTitle } from '../../search/content.ts';
import { useLanguage, useText } from '../provider.ts';
import { LanguageNote } from './LanguageNote.tsx';
import { LinkFacts, LinkWarning } from './LinkState.tsx';

/** The response as it would be sent, in the conversation's language or the one that stands in for it. */
export function ResponsePreview({
  response,
  filled,
  head,
  expired,
}: {
  readonly response: CannedResponse;
  readonly filled: Filled;
  readonly head: Head;
  readonly expired: boolean;
}) {
  const { composer: text } = useText();
  const written = writtenFor(head.language);
  const language = useLanguage();
  const { source, validUntil } = response;
  const until = validUntil === undefined ? null : dayInWords(validUntil, language);
  return (
    <div>
      <LanguageNote head={head} />
      <h3 lang={written}>{responseTitle(response, written)}</h3>
      {expired && until !== null && <p className="missing">{text.picker.endedOn(until)}</p>}
      <p className="preview-text" lang={written}>
        {filled.text}
      </p>
      {filled.missing.length > 0 && (
        <p className="missing">
          {text.missing([...new Set(filled.missing)].map((name) => text.variables[name] ?? name).join(', '))}
        </p>
      )}
      {(source !== undefined || (until !== null && !expired)) && (
        <dl className="preview-list preview-origin">
          {source !== undefined && (
            <div>
              <dt>{text.picker.source}</dt>
              <dd lang="fr">{source}</dd>
            </div>
          )}
          {until !== null && !expired && (
            <div>
              <dt>{text.picker.validUntil}</dt>
              <dd>{text.picker.untilDay(until)}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}

/** All that the catalogue says of a platform, before it is sent. */
export function PlatformPreview({ platform, head }: { readonly platform: Platform; readonly head: Head }) {
  const { composer: text } = useText();
  const language = writtenFor(head.language);
  const domain = platformDomain(platform);
  const hours = platformHours(platform, language);
  const audience = platformAudience(platform, language);
  return (
    <div>
      <LanguageNote head={head} />
      <h3 lang={language}>{platformName(platform, language)}</h3>
      <p className="preview-facts">
        {text.kinds[platform.kind]}
        {platform.checked === 'unverified' && <span className="unverified">{text.picker.unverified}</span>}
      </p>
      <LinkWarning platform={platform} />
      <p lang={language}>{platformPurpose(platform, language)}</p>
      <dl className="preview-list">
        {platform.phone !== null && (
          <div>
            <dt>{text.picker.phone}</dt>
            <dd>{platform.phone}</dd>
          </div>
        )}
        {domain !== null && (
          <div>
            <dt>{text.picker.site}</dt>
            <dd>{domain}</dd>
          </div>
        )}
        <LinkFacts platform={platform} />
        {hours.text !== '' && (
          <div>
            <dt>{text.picker.hours}</dt>
            <dd lang={hours.language}>{hours.text}</dd>
          </div>
        )}
        {audience.text !== '' && (
          <div>
            <dt>{text.picker.audience}</dt>
            <dd lang={audience.language}>{audience.text}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
