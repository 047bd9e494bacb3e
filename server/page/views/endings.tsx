import type { JSX } from 'preact';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';

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
