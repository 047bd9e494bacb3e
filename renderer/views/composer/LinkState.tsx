import { Ban } from 'lucide-react';
import { fallbackFor, healthOf, isBlocked, type LinkHealth } from '../../../protocol/link-health.ts';
import type { Platform } from '../../../protocol/platform.ts';
import { shortStamp } from '../../format/time.ts';
import { platformName } from '../../search/content.ts';
import { useLanguage, useText, useView } from '../provider.ts';

function useHealth(platform: Platform): LinkHealth | null {
  return useView((view) => (view.content === null ? null : healthOf(view.content, platform.id)));
}

/** Beside a platform's name, when its link did not answer as it should. Nothing when all is well. */
export function LinkMark({ platform }: { readonly platform: Platform }) {
  const { picker } = useText().composer;
  const health = useHealth(platform);
  if (health === null || health.state === 'ok') return null;
  const { state } = health;
  return <span className={state === 'uncertain' ? 'unverified' : 'link-bad'}>{picker.linkMarks[state]}</span>;
}

/** How the link stood and when, as one line of the preview; nothing when it was never checked. */
export function LinkFacts({ platform }: { readonly platform: Platform }) {
  const { picker } = useText().composer;
  const language = useLanguage();
  const health = useHealth(platform);
  if (health === null) return null;
  const at = shortStamp(health.checkedAt, language);
  const { reason, status, state } = health;
  const why =
    reason === null
      ? ''
      : `${picker.reasons[reason]}${reason === 'status' && status !== null ? ` ${status}` : ''}`;
  return (
    <div>
      <dt>{picker.link}</dt>
      <dd>{state === 'ok' ? picker.links.ok(at) : picker.links[state](why, at)}</dd>
    </div>
  );
}

/** Why a card does not leave, or leaves without its link, and what goes instead. */
export function LinkWarning({ platform }: { readonly platform: Platform }) {
  const { picker } = useText().composer;
  const language = useLanguage();
  const content = useView((view) => view.content);
  const health = useHealth(platform);
  if (content === null || (health?.state !== 'dead' && health?.state !== 'altered')) return null;
  if (!isBlocked(content, platform)) return <p className="missing">{picker.numberAlone}</p>;
  const instead = fallbackFor(content, platform);
  return (
    <p className="missing">
      <Ban size={14} />
      <span>
        {picker.blocked}
        {instead !== null && ` ${picker.instead(platformName(instead, language))}`}
      </span>
    </p>
  );
}
