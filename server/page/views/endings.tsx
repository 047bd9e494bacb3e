import type { JSX } from 'preact';
import type { Welcome } from '../client/state.ts';
import { dayInWords } from '../i18n/format.ts';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';

/** After the citizen ended it: nothing of the conversation is left here but its reference and its last day. */
export function Ended({ farewell }: { readonly farewell: Welcome | null }): JSX.Element {
  const { app, texts } = usePage();
  return (
    <Frame>
      <Title>{texts.ended.title}</Title>
      <p class="lead">{texts.ended.next}</p>
      <Aftermath farewell={farewell} />
      <button type="button" class="primary wide" onClick={app.goHome}>
        {texts.ended.home}
      </button>
    </Frame>
  );
}

/** What happens next, and when it is destroyed, in words. */
export function Aftermath({ farewell }: { readonly farewell: Welcome | null }): JSX.Element {
  const { language, texts } = usePage();
  const { ended } = texts;
  return (
    <div class="aftermath">
      <p>{ended.followUp}</p>
      {farewell !== null && (
        <>
          <p>{ended.reference(farewell.reference)}</p>
          <p>
            <strong>{ended.purge(dayInWords(farewell.purgeAt, language))}</strong>
          </p>
        </>
      )}
    </div>
  );
}

export function CookiesOff(): JSX.Element {
  const { app, texts } = usePage();
  const { problems } = texts;
  return (
    <Frame>
      <Title>{problems.cookiesTitle}</Title>
      <p class="lead">{problems.cookiesText}</p>
      <p>{problems.cookiesDo}</p>
      <button type="button" class="primary wide" onClick={app.goHome}>
        {problems.retry}
      </button>
    </Frame>
  );
}

export function Unavailable({ busy }: { readonly busy: boolean }): JSX.Element {
  const { app, texts } = usePage();
  const { problems } = texts;
  return (
    <Frame>
      <Title>{problems.unavailableTitle}</Title>
      <p class="lead">{problems.unavailableText}</p>
      <p>{problems.unavailableDo}</p>
      <button type="button" class="primary wide" aria-disabled={busy} onClick={() => void app.start()}>
        {problems.retry}
      </button>
    </Frame>
  );
}
