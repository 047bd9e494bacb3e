import type { JSX } from 'preact';
import { dayInWords } from '../../../protocol/day.ts';
import { spokenTime } from '../i18n/format.ts';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';
import { useSiteAddress } from './site-address.ts';

/** Kept out for a time: until when, why, and what stays open. Nothing here pretends to be a fault. */
export function Blocked({ until }: { readonly until: number }): JSX.Element {
  const { app, language, texts } = usePage();
  const { blocked, ended } = texts;
  const address = useSiteAddress();
  return (
    <Frame>
      <Title>{blocked.title}</Title>
      <p class="lead">{blocked.until(`${dayInWords(until, language)}, ${spokenTime(until, language)}`)}</p>
      <p>{blocked.why}</p>
      <p>{blocked.notYou}</p>
      <h2>{blocked.remainsTitle}</h2>
      <ul>
        <li>{blocked.emergency}</li>
        <li>
          <a href={address('/aide')}>{blocked.help}</a>
        </li>
        <li>{blocked.station}</li>
      </ul>
      <button type="button" class="quiet wide" onClick={app.goHome}>
        {ended.home}
      </button>
    </Frame>
  );
}
