import type { CannedResponse } from '../../../protocol/canned.ts';
import type { Platform } from '../../../protocol/platform.ts';
import { platformDomain, platformName, responseTitle } from '../../search/content.ts';
import { useLanguage, useText } from '../provider.ts';
import { LinkMark } from './LinkState.tsx';

export function ResponseOption({
  response,
  own,
  expired,
}: {
  readonly response: CannedResponse;
  readonly own: boolean;
  readonly expired: boolean;
}) {
  const { picker } = useText().composer;
  const language = useLanguage();
  return (
    <>
      <span className="option-name">{responseTitle(response, language)}</span>
      <span className="option-facts">
        <code>/{response.shortcut}</code>
        {expired && <span className="link-bad">{picker.expired}</span>}
        {own && <span className="own-mark">{picker.own}</span>}
        <span className="option-kind">{response.category}</span>
      </span>
    </>
  );
}

export function PlatformOption({ platform }: { readonly platform: Platform }) {
  const { composer: text } = useText();
  const language = useLanguage();
  const where = [platform.phone, platformDomain(platform)].filter((part) => part !== null);
  return (
    <>
      <span className="option-name">{platformName(platform, language)}</span>
      <span className="option-facts">
        <LinkMark platform={platform} />
        {platform.checked === 'unverified' && <span className="unverified">{text.picker.unverified}</span>}
        <span>{where.join(' · ')}</span>
        <span className="option-kind">{text.kinds[platform.kind]}</span>
      </span>
    </>
  );
}
