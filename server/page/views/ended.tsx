import type { JSX } from 'preact';
import { dayInWords } from '../../../protocol/day.ts';
import type { Welcome } from '../client/state.ts';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';
import { SatisfactionQuestion } from './satisfaction.tsx';

/** After the citizen ended it: nothing of the conversation is left here but its reference and its last day. */
export function Ended({
  farewell,
  asking,
}: {
  readonly farewell: Welcome | null;
  readonly asking: boolean;
}): JSX.Element {
  const { app, texts } = usePage();
  return (
    <Frame>
      <Title>{texts.ended.title}</Title>
      <p class="lead">{texts.ended.next}</p>
      <Aftermath farewell={farewell} />
      <Destruction farewell={farewell} />
      {asking && <SatisfactionQuestion />}
      <button type="button" class="primary wide" onClick={app.goHome}>
        {texts.ended.home}
      </button>
    </Frame>
  );
}

/** What happens next. */
export function Aftermath({ farewell }: { readonly farewell: Welcome | null }): JSX.Element {
  const { ended } = usePage().texts;
  return (
    <>
      <p>{ended.followUp}</p>
      {farewell !== null && <p>{ended.reference(farewell.reference)}</p>}
    </>
  );
}

/** When it is destroyed, in words. */
export function Destruction({ farewell }: { readonly farewell: Welcome | null }): JSX.Element | null {
  const { language, texts } = usePage();
  if (farewell === null) return null;
  return (
    <p>
      <strong>{texts.ended.purge(dayInWords(farewell.purgeAt, language))}</strong>
    </p>
  );
}
