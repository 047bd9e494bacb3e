import type { ComponentChildren, JSX } from 'preact';
import { dayInWords } from '../../../protocol/day.ts';
import type { ClientState } from '../client/state.ts';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';

/** The question was left: what to expect. Nothing of the conversation is on screen any more. */
export function Deferred({
  chat,
  children,
}: {
  readonly chat: ClientState;
  /** The emergency card, when the question called for it. */
  readonly children: ComponentChildren;
}): JSX.Element {
  const { app, language, texts } = usePage();
  const { deferred, ended } = texts;
  const { welcome } = chat;
  return (
    <Frame>
      <Title>{deferred.done.title}</Title>
      {children}
      <p class="lead" role="status">
        {deferred.done.lead}
      </p>
      {welcome !== null && (
        <>
          <p>{ended.reference(welcome.reference)}</p>
          <h2>{deferred.done.next}</h2>
          <ul>
            {deferred.done.steps(dayInWords(welcome.purgeAt, language)).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
      <p>{deferred.done.shared}</p>
      <button type="button" class="primary wide" onClick={() => app.client()?.end()}>
        {deferred.done.finish}
      </button>
    </Frame>
  );
}
