import type { JSX } from 'preact';
import { writtenFor } from '../../../protocol/language.ts';
import { contactNumbers } from '../../../protocol/numbers.ts';
import { type Platform, platformAudience, platformHours } from '../../../protocol/platform.ts';
import { domainOf } from '../client/links.ts';
import { usePage } from './context.ts';
import { Icon } from './icons.tsx';

/** An official service the officer sends the citizen to: what it is, for whom, when, and one way to get there. */
export function RedirectionCard({ platform }: { readonly platform: Platform }): JSX.Element {
  const { language: spoken, texts } = usePage();
  const { redirection } = texts;
  const language = writtenFor(spoken);
  const french = language === 'fr';
  const audience = platformAudience(platform, language);
  const hours = platformHours(platform, language);
  return (
    <div class="redirection">
      <p class="redirection-kind">{redirection.title}</p>
      <p class="redirection-name" lang={language} dir="auto">
        {french ? platform.nameFr : platform.nameEn}
      </p>
      <p lang={language} dir="auto">
        {french ? platform.purposeFr : platform.purposeEn}
      </p>
      <dl>
        {audience.text !== '' && (
          <div>
            <dt>{redirection.audience}</dt>
            <dd lang={audience.language} dir="auto">
              {audience.text}
            </dd>
          </div>
        )}
        {hours.text !== '' && (
          <div>
            <dt>{redirection.hours}</dt>
            <dd lang={hours.language} dir="auto">
              {hours.text}
            </dd>
          </div>
        )}
      </dl>
      {platform.checked === 'unverified' && <p class="redirection-unverified">{redirection.unverified}</p>}
      <Way platform={platform} />
    </div>
  );
}

/** A number is nearer than a site where there are both, except for a site that is the service itself. */
function Way({ platform }: { readonly platform: Platform }): JSX.Element {
  const { redirection, chat } = usePage().texts;
  const domain = platform.url === null ? null : domainOf(platform.url);
  const numbers = platform.phone === null ? [] : contactNumbers(platform.phone);
  return (
    <p class="ways">
      {numbers.map((number) => (
        <a key={number.href} class="button primary" href={number.href}>
          <Icon name={number.kind === 'call' ? 'phone' : 'message'} />
          {number.kind === 'call' ? redirection.call(number.shown) : redirection.text(number.shown)}
        </a>
      ))}
      {numbers.length === 0 && platform.phone !== null && <strong dir="ltr">{platform.phone}</strong>}
      {platform.url !== null && domain !== null && (
        <a
          class={`button ${numbers.length === 0 ? 'primary' : 'quiet'}`}
          href={platform.url}
          target="_blank"
          rel="noopener noreferrer"
        >
          <Icon name="external" />
          <span>
            {redirection.open(domain)} <span class="new-window">{chat.newWindow}</span>
          </span>
        </a>
      )}
    </p>
  );
}
